// Traces of one document after another, as a person edits it. What stands before the edit runs ahead
// while the person thinks, and the next trace goes on behind it, if the text still begins so and
// nothing that those statements looked at has changed. Each is a run of its own; nothing is undone.

import type { Statement } from '../python/syntax.ts';
import type { ParseResult } from '../python/parse/parse.ts';
import type { End } from './drive.ts';
import type { Trace } from './facts.ts';
import { Run, type ProgramRequest, type World } from './program.ts';
import type { Files } from './sources.ts';

/** One for a process: a program may patch types that all runs share, so that only one may wait. */
export class HeadStart {
  #waiting: Head | null = null;
  #latest: { readonly path: string; readonly text: string; readonly count: number } | null = null;

  /** Runs a program to its end or to a limit; null where its signal was aborted before. */
  async trace(request: ProgramRequest, world: World): Promise<Trace | null> {
    const started = world.now();
    const count = this.#headOf(request);
    const head = this.#take(request, world) ?? new Head(request, world, count);
    const ended = await unlessAborted(head.end, request.signal);
    if (ended === null) {
      // It runs on, for the text that the next request brings.
      this.#waiting = head;
      return null;
    }
    const trace = await head.goOn(request, ended);
    if (request.signal?.aborted) return null;
    this.#waiting = new Head(request, world, count, world.pause);
    return { ...trace, milliseconds: world.now() - started };
  }

  /** Nothing waits any longer. */
  drop(): void {
    this.#waiting?.drop();
    this.#waiting = null;
  }

  #take(request: ProgramRequest, world: World): Head | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting?.fits(request, world)) return waiting;
    waiting?.drop();
    return null;
  }

  /** How many statements stand before the edit; where it is not known, the imports at the top. */
  #headOf({ path, parsed }: ProgramRequest): number {
    const { text } = parsed;
    const latest = this.#latest?.path === path ? this.#latest : null;
    let count;
    if (latest?.text === text) {
      // Something else has changed.
      this.drop();
      ({ count } = latest);
    } else {
      count = latest
        ? statementsBefore(parsed, firstDifference(latest.text, text))
        : imports(parsed);
    }
    this.#latest = { path, text, count };
    return count;
  }
}

/** A run of a program's first statements. */
class Head {
  readonly end: Promise<End>;
  readonly #count: number;
  readonly #run: Run;
  readonly #request: ProgramRequest;
  readonly #world: World;
  readonly #looked: LookedAt;
  readonly #stop = new AbortController();

  constructor(request: ProgramRequest, world: World, count: number, before?: () => Promise<void>) {
    this.#request = request;
    this.#world = world;
    this.#count = count;
    this.#looked = new LookedAt(world.files);
    this.#run = new Run(
      { ...request, signal: this.#stop.signal },
      { ...world, files: this.#looked },
    );
    this.end = this.#begun(before);
    // Whoever takes it hears of it.
    this.end.catch(() => undefined);
  }

  async #begun(before?: () => Promise<void>): Promise<End> {
    await before?.();
    return this.#run.head(this.#count);
  }

  /** Runs what follows, of the program that is asked for. */
  async goOn(request: ProgramRequest, end: End): Promise<Trace> {
    const started = this.#world.now();
    try {
      this.#run.handOver(request);
      const last = await this.#run.main({ end, count: this.#count });
      return this.#run.trace(last, this.#world.now() - started);
    } finally {
      this.#run.close();
    }
  }

  /** Whether the program that is asked for begins with these statements, in the same surroundings. */
  fits(request: ProgramRequest, world: World): boolean {
    const own = this.#request;
    return (
      own.path === request.path &&
      own.torchVersion === request.torchVersion &&
      own.observe === request.observe &&
      own.limits.millisecondsMax === request.limits.millisecondsMax &&
      same(own.argv, request.argv) &&
      same(this.#world.modulePath ?? [], world.modulePath ?? []) &&
      this.#world.workingDirectory === world.workingDirectory &&
      beginsWith(request.parsed, own.parsed, this.#count) &&
      sameTexts(own.openFiles, request.openFiles, own.path) &&
      this.#looked.isUnchanged(world.files)
    );
  }

  drop(): void {
    this.#stop.abort();
    this.#run.close();
  }
}

/** Files that remember when what was asked of them had changed last. */
class LookedAt implements Files {
  readonly #files: Files;
  readonly #stamps = new Map<string, number | null>();

  constructor(files: Files) {
    this.#files = files;
  }

  readFile(path: string): Uint8Array | null {
    this.#note(path);
    return this.#files.readFile(path);
  }

  listDirectory(path: string): readonly string[] | null {
    this.#note(path);
    return this.#files.listDirectory(path);
  }

  modified(path: string): number | null {
    return this.#note(path);
  }

  isUnchanged(files: Files): boolean {
    return [...this.#stamps].every(([path, stamp]) => files.modified(path) === stamp);
  }

  #note(path: string): number | null {
    const stamp = this.#files.modified(path);
    if (!this.#stamps.has(path)) this.#stamps.set(path, stamp);
    return stamp;
  }
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | null): Promise<T | null> {
  if (!signal) return work;
  if (signal.aborted) return null;
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** The statements through the last import, among those at the top that prepare the program. */
function imports({ module, broken }: ParseResult): number {
  const limit = broken[0]?.start ?? Infinity;
  let count = 0;
  for (const [i, statement] of module.body.entries()) {
    if (statement.span.end >= limit || !prepares.has(statement.kind)) break;
    if (holdsImport(statement)) count = i + 1;
  }
  return count;
}

const prepares = new Set<Statement['kind']>([
  'Import',
  'ImportFrom',
  'Expr',
  'Assign',
  'Try',
  'If',
]);

function holdsImport(statement: Statement): boolean {
  if (statement.kind === 'Try' || statement.kind === 'If') return statement.body.some(holdsImport);
  return statement.kind === 'Import' || statement.kind === 'ImportFrom';
}

function statementsBefore({ module, broken }: ParseResult, offset: number): number {
  const limit = Math.min(offset, broken[0]?.start ?? Infinity);
  const next = module.body.findIndex(({ span }) => span.end >= limit);
  return next < 0 ? module.body.length : next;
}

function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Whether a text begins with the first statements of another one. */
function beginsWith(parsed: ParseResult, other: ParseResult, count: number): boolean {
  const last = other.module.body[count - 1];
  if (!last) return count === 0;
  const { end } = last.span;
  const limit = parsed.broken[0]?.start ?? Infinity;
  return (
    limit > end &&
    parsed.text.slice(0, end) === other.text.slice(0, end) &&
    other.module.body
      .slice(0, count)
      .every(({ span }, i) => parsed.module.body[i]?.span.end === span.end)
  );
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** Whether the editor shows the same texts but for the program's own. */
function sameTexts(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
  own: string,
): boolean {
  return [...a.keys(), ...b.keys()].every((path) => path === own || a.get(path) === b.get(path));
}
