// What commands that run programs have in common: reading the file, the world around it, the engine.

import fs from 'node:fs';
import path from 'node:path';
import { codeStore } from '../codeStore.ts';
import * as l10n from '../base/l10n.ts';
import { parseFile, type ParseResult } from '../python/parse/parse.ts';
import { decode } from '../python/text/codecs.ts';
import type { World } from '../trace/program.ts';
import { SourceCache } from '../trace/sources.ts';
import { makeWorld, slashed } from '../world.ts';
import { UsageError, type Options } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface Session {
  /** The world of a program: it may read beside its file and in the working directory. */
  worldOf(file: string): World;
}

export function openSession(terminal: Terminal, { python }: Pick<Options, 'python'>): Session {
  const { workingDirectory, environment } = terminal;
  const store = codeStore(environment);
  const cache = new SourceCache(store);
  // When all is told: a program that ends does not wait for what the next one will save.
  if (store) {
    process.once('beforeExit', () => {
      while (cache.saveOne());
    });
  }
  return {
    worldOf: (file) =>
      makeWorld({
        cache,
        roots: [workingDirectory, path.dirname(file)],
        workingDirectory,
        environment,
        python,
        onPause: () => terminal.flush(),
      }),
  };
}

export interface SourceFile {
  /** Absolute, with slashes. */
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

export function readSource(name: string, { workingDirectory }: Terminal): SourceFile {
  const file = path.resolve(workingDirectory, name);
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      code === 'ENOENT'
        ? l10n.t('There is no file {0}.', name)
        : l10n.t('{0} can not be read ({1}).', name, code),
    );
  }
  return { path: slashed(file), name, text: decode(bytes, 'utf-8-sig', 'replace'), bytes };
}

/** A program with its tree. */
export interface Program extends SourceFile {
  readonly parsed: ParseResult;
}

export function readProgram(name: string, terminal: Terminal): Program {
  const source = readSource(name, terminal);
  const parsed = parseFile(source.bytes, source.path);
  return { ...source, text: parsed.text, parsed };
}
