// Runs the suite of suite/ inside a real VS Code: the desktop one where its download is reachable
// and there is a display, else a VS Code server with its workbench in headless Chromium.
// Another module with a `run()` may be named instead of the suite: `run.ts test/vscode/latency.ts`.
// TORCHPAD_TEST_HOST=desktop|server chooses one; TORCHPAD_TEST_VERBOSE=1 prints the host's log.

import * as esbuild from 'esbuild';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { desktopReachable, runOnDesktop } from './desktop.ts';
import { root } from './location.ts';
import { runOnServer } from './runOnServer.ts';

/** What either host gets to run. */
export interface Run {
  readonly folder: string;
  readonly extension: string;
  readonly suite: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly debuggingPort: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (text: string) => void;
}

// What would cover the editor, look things up in the network or move while a test looks.
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
};

process.exitCode = await main(process.argv[2] ?? 'test/vscode/suite/index.ts');

async function main(entry: string): Promise<number> {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-vscode-'));
  const output = path.join(temp, 'output.txt');
  try {
    const debuggingPort = await freePort();
    const run: Run = {
      folder: makeWorkspace(temp),
      extension: root,
      suite: await bundle(entry),
      settings,
      debuggingPort,
      environment: {
        TORCHPAD_TEST_BROWSER: `http://127.0.0.1:${debuggingPort}`,
        TORCHPAD_TEST_OUTPUT: output,
        TORCHPAD_TEST_ROOT: root,
      },
      log: process.env['TORCHPAD_TEST_VERBOSE'] ? (text) => console.error(text) : () => undefined,
    };
    return await (
      await chooseHost()
    )(run);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    if (fs.existsSync(output)) process.stdout.write(fs.readFileSync(output));
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

async function chooseHost(): Promise<(run: Run) => Promise<number>> {
  const asked = process.env['TORCHPAD_TEST_HOST'];
  const desktop = asked ? asked === 'desktop' : await desktopReachable();
  console.log(desktop ? 'in the desktop VS Code' : 'in a VS Code server with headless Chromium');
  return desktop ? runOnDesktop : runOnServer;
}

/** A copy of the examples that tests may edit. */
function makeWorkspace(temp: string): string {
  const folder = path.join(temp, 'workspace');
  fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
  return folder;
}

/** The extension host loads CommonJS: one file, beside which node_modules is found. */
async function bundle(entry: string): Promise<string> {
  const outfile = path.join(root, 'out', 'vscode', `${path.basename(path.dirname(entry))}.cjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha', 'playwright-core', '@axe-core/playwright'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
