// Starts the process that hosts the native engine, for those entries that compute. The host is a
// file of its own beside the entry that asks.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import type { Connect, Port } from './engine/protocol.ts';

/** Connects to the host that lies in the folder of the entry that asks, built or as its source. */
export function connectIn(folder: string): Connect {
  const names = ['engineHost.js', 'engineHost.ts'].map((name) => path.join(folder, name));
  return connectTo(names.find((name) => fs.existsSync(name)) ?? (names[0] as string));
}

/** @param hostFile the path of engineHost's built file (or its source, under tsx). */
export function connectTo(hostFile: string): Connect {
  return () => start(hostFile);
}

function start(hostFile: string): Port {
  const child = spawn(process.execPath, [...process.execArgv.filter(isLoader), hostFile], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Inside VS Code the executable is Electron, which is Node only when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    windowsHide: true,
  });
  const stream = child.stdio[3] as Duplex & { ref(): void; unref(): void };
  const complaints = child.stderr as Readable & { ref(): void; unref(): void };
  let lastWords = '';
  let close: ((reason: string) => void) | undefined;
  let ended: string | null = null;
  const end = (reason: string): void => {
    ended ??= reason;
    close?.(ended);
  };
  complaints.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  // A pipe that breaks is told by the exit that broke it.
  stream.on('error', () => undefined);
  child.on('error', (error) => end(error.message));
  child.on('close', (code, signal) => {
    const words = lastWords.trim().split('\n').at(-1);
    end([signal ?? `exit code ${String(code)}`, ...(words ? [words] : [])].join(': '));
  });
  return {
    write(parts) {
      stream.cork();
      for (const part of parts) stream.write(part);
      stream.uncork();
    },
    onData: (listener) => void stream.on('data', listener),
    onClose: (listener) => {
      close = listener;
      if (ended !== null) listener(ended);
    },
    hold(busy) {
      for (const handle of [child, stream, complaints]) {
        if (busy) handle.ref();
        else handle.unref();
      }
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Flags such as tsx's, by which the host's source can be run as well as its built file. */
function isLoader(flag: string, index: number, flags: readonly string[]): boolean {
  const takesValue = /^(--import|--require|-r|--loader)$/;
  return (
    /^(--import|--require|--loader)=/.test(flag) ||
    takesValue.test(flag) ||
    takesValue.test(flags[index - 1] ?? '')
  );
}
