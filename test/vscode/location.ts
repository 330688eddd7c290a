// Where the VS Code server of the tests lives, and which programs of the machine they use.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The npm package that holds a built VS Code server of the version that package.json names. */
export const serverPackage = 'code-server@4.100.3';

/** The same version for the desktop, where it can be downloaded. */
export const desktopVersion = '1.100.3';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const cache =
  process.env['TORCHPAD_TEST_CACHE'] ?? path.join(os.homedir(), '.cache', 'torchpad-vscode');

// Native modules are compiled for one version of Node's interface: each has a folder of its own.
export const serverFolder = path.join(
  cache,
  `${serverPackage.replace('@', '-')}-abi${process.versions.modules}`,
);
export const serverMain = path.join(serverFolder, 'lib', 'vscode', 'out', 'server-main.js');

/** The first of the programs that PATH has. */
export function findOnPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return candidates.find((file) => fs.existsSync(file));
}

export function findChromium(): string | undefined {
  return (
    process.env['CHROMIUM_PATH'] ?? findOnPath('chromium', 'chromium-browser', 'google-chrome')
  );
}
