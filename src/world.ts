// What Node gives the core, for those entries that run programs: files inside of what a program may
// read, clocks, and the engines.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { randomBytes } from 'node:crypto';
import * as l10n from './base/l10n.ts';
import { BundledEngine } from './engine/bundled.ts';
import { packageFolders, type Disk } from './trace/environment.ts';
import type { World } from './trace/program.ts';
import type { SourceCache, Files } from './trace/sources.ts';

export const here = path.dirname(fileURLToPath(import.meta.url));

export const pauseOnce = async (): Promise<void> => {
  await pause();
};

/** The engine that runs in this process. */
export const bundledEngine = new BundledEngine({
  now: () => performance.now(),
  pause: pauseOnce,
  bytesMax: os.totalmem() / 2,
});

export interface WorldOptions {
  readonly cache: SourceCache;
  /** The folders inside of which a program may read. */
  readonly roots: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The interpreter, or the environment, that was chosen by hand; '' for the one that is active. */
  readonly python?: string;
  /** Folders that modules are imported from besides that of the program, where the person says so. */
  readonly extraPaths?: readonly string[];
  /** Called between two slices of a run. */
  onPause?(): void;
}

export function makeWorld(options: WorldOptions): World {
  const { cache, roots, workingDirectory, environment, onPause, python = '' } = options;
  const { extraPaths = [] } = options;
  const folders = roots.map(slashed);
  const packages = packageFolders(disk, { python, variables: environment, folders });
  const fromVariable = (environment['PYTHONPATH'] ?? '').split(path.delimiter).filter(Boolean);
  const modulePath = [
    ...[...fromVariable, ...extraPaths].map((each) => path.resolve(workingDirectory, each)),
    ...packages,
  ];
  return {
    cache,
    modulePath: [...folders, ...modulePath.map(slashed)],
    files: filesInside([...roots, ...modulePath], workingDirectory),
    now: () => performance.now(),
    wallClock: () => Date.now() / 1000,
    entropy: () => randomBytes(8).readBigUInt64LE(),
    environment: new Map(
      Object.entries(environment).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    workingDirectory: slashed(workingDirectory),
    processorCount: os.cpus().length,
    pause: async () => {
      onPause?.();
      await pause();
    },
    immediate: bundledEngine,
  };
}

const disk: Disk = {
  list(name) {
    try {
      return fs.readdirSync(name);
    } catch {
      return null;
    }
  },
  read(name) {
    try {
      return fs.readFileSync(name, 'utf8');
    } catch {
      return null;
    }
  },
};

/** Reads inside of the folders only, links followed. */
export function filesInside(roots: readonly string[], workingDirectory: string): Files {
  const real = roots.flatMap((root) => realPath(root) ?? []);
  const isInside = (found: string): boolean =>
    real.some((root) => {
      const relative = path.relative(root, found);
      return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
    });
  // Where folders really are, of which a run that imports a package asks again and again.
  const folders = new Map<string, string | null>();
  const found = (name: string): Found | null => {
    const absolute = path.resolve(workingDirectory, name);
    const folder = path.dirname(absolute);
    let place = folders.get(folder);
    if (place === undefined) folders.set(folder, (place = realPath(folder)));
    if (place === null) return null;
    const direct = path.join(place, path.basename(absolute));
    const stats = fs.lstatSync(direct, { throwIfNoEntry: false });
    if (!stats) return null;
    if (!stats.isSymbolicLink()) return isInside(direct) ? { path: direct, stats } : null;
    const target = realPath(direct);
    return target !== null && isInside(target)
      ? { path: target, stats: fs.statSync(target) }
      : null;
  };
  return {
    readFile(name) {
      const file = found(name);
      return file?.stats.isFile() ? fs.readFileSync(file.path) : null;
    },
    listDirectory(name) {
      const file = found(name);
      return file?.stats.isDirectory() ? fs.readdirSync(file.path) : null;
    },
    modified(name) {
      const file = found(name);
      return file && file.stats.mtimeMs / 1000;
    },
  };
}

interface Found {
  readonly path: string;
  readonly stats: fs.Stats;
}

function realPath(name: string): string | null {
  try {
    return fs.realpathSync(name);
  } catch {
    return null;
  }
}

/** Paths have slashes everywhere inside. */
export function slashed(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}

/** A model's bytes, and those of weights that are kept beside it. */
interface ModelParts {
  readonly bytes: Uint8Array;
  readonly weights: readonly {
    readonly location: string;
    readonly offset: number;
    readonly bytes: Uint8Array;
  }[];
}

/** Writes a model where the person wants it; gives the bytes, or a sentence where it can't be written. */
export function writeModel(file: string, { bytes, weights }: ModelParts): number | string {
  try {
    fs.writeFileSync(file, bytes);
    const [first] = weights;
    if (first) writeWeights(path.join(path.dirname(file), first.location), weights);
    return weights.reduce((sum, { bytes: part }) => sum + part.byteLength, bytes.byteLength);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return l10n.t('{0} can not be written ({1}).', file, code);
  }
}

function writeWeights(file: string, weights: ModelParts['weights']): void {
  const open = fs.openSync(file, 'w');
  try {
    for (const { offset, bytes } of weights) {
      for (let done = 0; done < bytes.byteLength;) {
        const most = Math.min(bytes.byteLength - done, 2 ** 30);
        done += fs.writeSync(open, bytes, done, most, offset + done);
      }
    }
  } finally {
    fs.closeSync(open);
  }
}
