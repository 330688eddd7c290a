// The state of one run of one program: its modules, output, limits and the stack of pending work.
// The loop that advances it is in run.ts.

import type { Span } from '../../base/span.ts';
import { Dict, type PyObject, type Value } from '../values/object.ts';
import { Unknown } from '../values/unknown.ts';
import type { Observation } from './code.ts';
import type { Fork } from './fork.ts';
import type { Frame } from './frame.ts';
import type { LoopWatch } from './loopWatch.ts';
import type { Pending } from './pending.ts';
import type { ModuleSource } from '../imports.ts';
import type { Keywords } from '../signature.ts';

/** What the program's surroundings give it. Everything outside of the sandbox comes through here. */
export interface Host {
  /** Milliseconds of a clock that only goes forward; for the budget and for slices. */
  now(): number;
  readonly argv: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  /** The text of a file that the program may read, or null. */
  readFile(path: string): Uint8Array | null;
  /** Names in a directory that the program may read, or null. */
  listDirectory(path: string): readonly string[] | null;
  /** When a file or directory that the program may read was changed, in seconds since 1970. */
  modified?(path: string): number | null;
  readonly workingDirectory: string;
  /** A line of standard input without its end, or null at the end of the input. */
  readLine(): string | null;
  /** Finds a module that is not one of ours. */
  findModule(name: string, searchPath: readonly string[]): ModuleSource | null;
  /** Whether a module is there as compiled code, which can't be run. */
  isCompiledModule?(name: string, searchPath: readonly string[]): boolean;
  /** 64 bits of randomness, for generators that the program does not seed. */
  readonly entropy: bigint;
  /** How many processors programs may reckon with, under Run. */
  readonly processorCount?: number;
  /** Seconds since 1970, for time.time() under Run. */
  wallClock(): number;
}

/** What the trace is told while the program runs. */
export interface Observer {
  observe(frame: Frame, observation: Observation, value: Value): void;
  /** An instance was made, and its `__init__` is about to run. */
  instantiated(instance: PyObject, args: readonly Value[], keywords: Keywords): void;
  /** A pass of a loop has ended; true ends the loop early. */
  loopPass(frame: Frame, span: Span, passes: number): boolean;
  /** Something is not supported yet. */
  unsupported(path: string, span: Span, name: string): void;
}

export interface Output {
  write(text: string): void;
}

/** `live` answers an edit within a bound; `run` computes everything that the program asks for. */
export interface Limits {
  readonly kind: 'live' | 'run';
  /** CPU time, in milliseconds. */
  readonly millisecondsMax: number;
  /** Loop passes and calls; Infinity where only Stop ends a run. */
  readonly stepsMax: number;
  readonly bytesMax: number;
  readonly recursionMax: number;
}

/** Thrown when a limit ends the run; no Python code can catch it. */
export class LimitReached {
  readonly limit: 'time' | 'steps' | 'memory' | 'stopped';
  constructor(limit: LimitReached['limit']) {
    this.limit = limit;
  }
}

export class Interpreter {
  readonly host: Host;
  readonly limits: Limits;
  readonly stdout: Output;
  readonly stderr: Output;
  observer: Observer | null = null;
  /** sys.modules */
  readonly modules = new Dict();
  readonly builtins: Dict;
  /** Built-in names of globals that eval() or exec() was given with `__builtins__` of their own. */
  ownBuiltins: WeakMap<Dict, Dict> | null = null;
  /** State of other rooms for this run, by room. */
  readonly extensions = new Map<string, unknown>();
  /** Objects whose repr is under way, for `[...]`. */
  readonly reprGuard = new Set<PyObject>();
  /** Undo for what the run changed in types that all runs share. */
  readonly restore: (() => void)[] = [];

  /** The innermost pending work. */
  top: Pending | null = null;
  depth = 0;
  recursionMax: number;
  /** What the last delegated iterator returned. */
  stopValue: Value = null;
  steps = 0;
  bytes = 0;
  /** Loop passes and calls until the clock is looked at again. */
  fuel = 0;
  searchPath: string[] = [];
  /** An iterator has ended of which nobody knows whether it would (doubt.ts). */
  doubtful = false;
  /** Loops in their last pass and such whose end is in doubt, the innermost last. */
  readonly loopWatches: LoopWatch[] = [];
  /** The innermost branch on an unknown value that is being followed. */
  fork: Fork | null = null;

  constructor(options: {
    host: Host;
    limits: Limits;
    stdout: Output;
    stderr: Output;
    builtins: Dict;
  }) {
    this.host = options.host;
    this.limits = options.limits;
    this.stdout = options.stdout;
    this.stderr = options.stderr;
    this.builtins = options.builtins;
    this.recursionMax = options.limits.recursionMax;
  }

  /** Called before something of this size, in bytes, is allocated. */
  charge(bytes: number): void {
    this.bytes += bytes;
    this.fuel -= bytes / 256;
    if (bytes > this.limits.bytesMax || this.bytes > this.limits.bytesMax * 8) {
      throw new LimitReached('memory');
    }
  }

  /** The frame that runs Python code now. */
  currentFrame(): Frame | null {
    let pending = this.top;
    while (pending !== null && !('code' in pending)) pending = pending.back;
    return pending as Frame | null;
  }

  /** Where the program stands: the file and the span of the running instruction. */
  position(): { path: string; span: Span } | null {
    const frame = this.currentFrame();
    if (frame === null) return null;
    return { path: frame.code.path, span: frame.code.spanAt(Math.max(0, frame.pc / 2 - 1)) };
  }

  /** Notes at the running line that something is not supported, and gives the unknown result. */
  unsupported(name: string): Unknown {
    let frame = this.currentFrame();
    // The line is the program's, where a module of ours stands between.
    for (let outer: Pending | null = frame; outer !== null; outer = outer.back) {
      if (!('code' in outer)) continue;
      frame = outer as Frame;
      if (!frame.code.path.startsWith('<')) break;
    }
    if (frame !== null) {
      const span = frame.code.spanAt(Math.max(0, frame.pc / 2 - 1));
      this.observer?.unsupported(frame.code.path, span, name);
    }
    return new Unknown(`not supported yet: ${name}`);
  }

  close(): void {
    for (const undo of this.restore.reverse()) undo();
    this.restore.length = 0;
  }
}
