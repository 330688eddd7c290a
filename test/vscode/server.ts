// The VS Code server: its Node side with the extension host, listening on a free loopback port. The
// workbench that connects to it is in browser.ts.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serverMain } from './location.ts';

export interface Server {
  /** `host:port`, as `vscode-remote:` addresses name the server. */
  readonly authority: string;
  /** Ends the server with every process that it started, and deletes its data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Reaches the extension host. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onOutput: (text: string) => void;
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-server-'));
  const settings = path.join(home, 'user', 'User', 'settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify(options.settings));

  const child = spawn(process.execPath, [serverMain, ...serverArguments(home)], {
    // An empty gallery: no look-ups in a marketplace.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that extension hosts end with it
  });
  const killAtExit = (): void => killGroup(child);
  process.once('exit', killAtExit);

  const port = await listeningPort(child, options.onOutput);
  return {
    authority: `127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      killGroup(child);
      process.off('exit', killAtExit);
      fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function serverArguments(home: string): string[] {
  return [
    '--host=127.0.0.1',
    '--port=0',
    '--without-connection-token',
    '--accept-server-license-terms',
    `--user-data-dir=${path.join(home, 'user')}`,
    `--extensions-dir=${path.join(home, 'extensions')}`,
    `--server-data-dir=${path.join(home, 'server')}`,
    '--telemetry-level=off',
    '--disable-workspace-trust', // else a dialog covers the workbench
    '--disable-update-check',
    '--disable-getting-started-override',
    '--enable-smoke-test-driver', // offers window.driver, which tells when the workbench is there
  ];
}

async function listeningPort(
  child: ChildProcess,
  onOutput: (text: string) => void,
): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const collect = (chunk: unknown): void => {
      const text = String(chunk);
      onOutput(text);
      output += text;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => {
      reject(new Error(`The VS Code server ended with ${code}:\n${output}`));
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
