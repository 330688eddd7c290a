// What was made of sources, kept on disk between processes as Python keeps `__pycache__`: a file for
// each source, named by its place, its text and the version of Torchpad that made it.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeStore } from './trace/sources.ts';

declare const __SOURCES_HASH__: string | undefined;

/** Of all sources that this program was built from; unknown where it runs from its sources. */
const version = typeof __SOURCES_HASH__ === 'string' ? __SOURCES_HASH__ : null;

/** What the build made of the library's own modules. */
const shipped = path.join(path.dirname(fileURLToPath(import.meta.url)), 'library');

/** So many files, about 100 MB, are not exceeded. */
const FILES_MAX = 4000;

/** The store of this version, or null where there is to be none: TORCHPAD_CACHE is a folder, or empty
 * for none. */
export function codeStore(
  environment: Readonly<Record<string, string | undefined>>,
): CodeStore | null {
  const parent = environment['TORCHPAD_CACHE'] ?? defaultFolder(environment);
  if (version === null || parent === '') return null;
  const folder = path.join(parent, version);
  const nameOf = (source: string, text: string): string =>
    `${createHash('sha1').update(`${source}\0${text}`).digest('hex')}.code`;
  let room: number | null = null;
  return {
    load(source, text) {
      const name = nameOf(source, text);
      return readOrNull(path.join(folder, name)) ?? readOrNull(path.join(shipped, name));
    },
    save(source, text, frozen) {
      try {
        room ??= FILES_MAX - opened(parent, folder);
        if (room-- <= 0) return;
        const file = path.join(folder, nameOf(source, text));
        // Another process may read it meanwhile: it sees all of it or nothing.
        const made = `${file}.${process.pid}`;
        fs.writeFileSync(made, frozen);
        fs.renameSync(made, file);
      } catch {
        // A folder that can't be written to: the next process starts without.
        room = 0;
      }
    },
  };
}

function readOrNull(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Makes the folder, drops those of other versions, and counts what is in it. */
function opened(parent: string, folder: string): number {
  fs.mkdirSync(folder, { recursive: true });
  for (const other of fs.readdirSync(parent, { withFileTypes: true })) {
    if (!other.isDirectory() || other.name === path.basename(folder)) continue;
    if (!/^[0-9a-f]{16}$/.test(other.name)) continue;
    fs.rmSync(path.join(parent, other.name), { recursive: true, force: true });
  }
  return fs.readdirSync(folder).length;
}

function defaultFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'torchpad');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Caches/torchpad');
  return path.join(XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'torchpad');
}
