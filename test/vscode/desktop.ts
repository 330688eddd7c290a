// One run of the suite in the desktop VS Code, which @vscode/test-electron downloads.

import { runTests } from '@vscode/test-electron';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { desktopVersion } from './location.ts';
import type { Run } from './run.ts';

const answerMsMax = 5_000;

/** Whether the download answers, and a window could open. */
export async function desktopReachable(): Promise<boolean> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false;
  try {
    const address = 'https://update.code.visualstudio.com/api/releases/stable';
    const { ok } = await fetch(address, { signal: AbortSignal.timeout(answerMsMax) });
    return ok;
  } catch {
    return false; // no network, or no way out of it
  }
}

export async function runOnDesktop(run: Run): Promise<number> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-user-'));
  const settings = path.join(userData, 'User', 'settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify(run.settings));
  try {
    return await runTests({
      version: desktopVersion,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.suite,
      extensionTestsEnv: run.environment,
      launchArgs: [
        run.folder,
        '--disable-workspace-trust',
        '--disable-extensions',
        '--enable-smoke-test-driver',
        `--remote-debugging-port=${run.debuggingPort}`,
        `--user-data-dir=${userData}`,
      ],
    });
  } finally {
    fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}
