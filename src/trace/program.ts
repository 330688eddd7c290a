// Runs a program and keeps what was learnt of it: the one path by which hints, cases and the command
// line come to their answers. Read drive.ts for how it is carried on, recorder.ts and cases.ts for
// what is kept.

import type { Diagnostic } from '../base/diagnostic.ts';
import * as l10n from '../base/l10n.ts';
import type { Evaluator, ImmediateEvaluator } from '../graph/op.ts';
import { ambient } from '../python/ambient.ts';
import { builtinsModule } from '../python/builtins/evalFunctions.ts';
import { builtinsNamespace } from '../python/builtins/index.ts';
import { Frame } from '../python/evaluate/frame.ts';
import {
  Interpreter,
  type Host,
  type Limits,
  type Observer,
} from '../python/evaluate/interpreter.ts';
import { filesOf, type Overlay } from '../python/files/overlay.ts';
import { Pending, type Result } from '../python/evaluate/pending.ts';
import { nextAtExit } from '../python/stdlib/atexit.ts';
import type { Part } from '../python/lower/lower.ts';
import { unknownName } from '../python/parse/neutral.ts';
import type { ParseResult } from '../python/parse/parse.ts';
import { ModuleObject } from '../python/values/callable.ts';
import { entriesOf, PyError, type ExceptionObject } from '../python/values/exception.ts';
import { installKeys } from '../python/values/hashing.ts';
import { Unknown } from '../python/values/unknown.ts';
import { installTorch } from '../torch/namespace.ts';
import { torchState, type ModuleObserver } from '../torch/state.ts';
import { callWatched, type Called, type CallParts, type CallRequest } from './called.ts';
import { partsOf, partsText } from './callParts.ts';
import { CallWatch } from './callWatch.ts';
import { CaseRecorder, type CaseOutputs } from './cases.ts';
import { Driver, type End } from './drive.ts';
import {
  errorDiagnostic,
  exitOf,
  isSystemExit,
  tracebackText,
  type Surroundings,
} from './errors.ts';
import type { Printed, SkippedTest, Trace } from './facts.ts';
import { ModuleBook } from './modules.ts';
import { classNameSpan } from './outline.ts';
import { Recorder } from './recorder.ts';
import { ourModules, Sources, type Files, type Observed, type SourceCache } from './sources.ts';
import { runTests } from './tests.ts';

/** What surrounds all runs of a process; the entry hands it in. */
export interface World {
  readonly cache: SourceCache;
  readonly files: Files;
  /** Where modules are looked for after the program's own folder. */
  readonly modulePath?: readonly string[];
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Seconds since 1970. */
  wallClock(): number;
  entropy(): bigint;
  readonly environment: ReadonlyMap<string, string>;
  readonly workingDirectory: string;
  readonly processorCount?: number;
  /** Gives the event loop back. */
  pause(): Promise<void>;
  readonly immediate: ImmediateEvaluator;
}

export interface ProgramRequest {
  /** The file, as the program is to know it. */
  readonly path: string;
  readonly parsed: ParseResult;
  readonly limits: Limits;
  /** sys.argv, the file first; the file alone where this is empty. */
  readonly argv: readonly string[];
  readonly openFiles: ReadonlyMap<string, string>;
  readonly torchVersion: string | null;
  readonly observe: Observed;
  /** Whether `test_*` functions that the program did not call are called. */
  readonly tests: 'run' | 'leave';
  readonly signal: AbortSignal | null;
  /** Computes the numbers; null where the immediate evaluator is to. */
  readonly evaluator: Evaluator | null;
  readLine(): string | null;
  /** Told at once what the program prints. */
  onPrint?(text: string, stream: Printed['stream']): void;
  /** Told when a case's first call has given its result. */
  onCase?(outputs: CaseOutputs): void;
  /** Told when a case's call begins. */
  onCaseEntered?(index: number): void;
  /** Told of a mistake of ours, for the log. */
  onMistake?(error: Error): void;
  /** What is to be done before the program goes on, at each of its pauses. */
  between?(): Promise<void>;
  /** A call that is made once more when the program has ended, and watched. */
  readonly call?: CallRequest;
  /** Told what came of it while the program is still there; a sentence where there was no such call. */
  onCalled?(called: Called | string): Promise<void>;
}

/** The budget of a trace after an edit. Steps bound what no clock is looked at for. */
export function liveLimits(millisecondsMax: number): Limits {
  return {
    kind: 'live',
    millisecondsMax,
    stepsMax: 20e6,
    bytesMax: 256 * 2 ** 20,
    recursionMax: 1000,
  };
}

export function runLimits(stepsMax = Infinity): Limits {
  return {
    kind: 'run',
    millisecondsMax: Infinity,
    stepsMax,
    bytesMax: 4 * 2 ** 30,
    recursionMax: 1000,
  };
}

/** Runs a program to its end, or to a limit. */
export async function traceProgram(request: ProgramRequest, world: World): Promise<Trace> {
  const started = world.now();
  const run = new Run(request, world);
  try {
    const end = await run.main();
    if (request.call && end.kind === 'value') await run.callOnceMore(request.call);
    return run.trace(end, world.now() - started);
  } finally {
    run.close();
  }
}

/** How much printed text is kept. */
const PRINTED_MAX = 2 ** 20;

/** One run of one program. Its first statements may run before it is known what follows them. */
export class Run {
  #request: ProgramRequest;
  readonly #modulePath: readonly string[];
  readonly #vm: Interpreter;
  readonly #driver: Driver;
  readonly #sources: Sources;
  readonly #modules: ModuleBook;
  readonly #cases: CaseRecorder;
  readonly #recorder: Recorder;
  readonly #surroundings: Surroundings;
  readonly #errors: Diagnostic[] = [];
  readonly #skipped: SkippedTest[] = [];
  readonly #main = new ModuleObject('__main__');
  readonly #watch: CallWatch | null;
  /** The call of the case that is asked for. */
  #calledCase: CallParts | null = null;
  /** The program has left by SystemExit. */
  #left = false;
  #exitCode = 0;
  #printedLength = 0;

  constructor(request: ProgramRequest, world: World) {
    this.#request = request;
    this.#modulePath = world.modulePath ?? [];
    const { limits, openFiles, observe } = request;
    const tolerant = limits.kind === 'live';
    const { cache } = world;
    const files = filesOfRun(world, () => this.#vm);
    this.#sources = new Sources({ cache, files, openFiles, observe, tolerant });
    const vm = new Interpreter({
      host: host(request, world, this.#sources),
      limits,
      stdout: { write: (text) => this.#print(text, 'stdout') },
      stderr: { write: (text) => this.#print(text, 'stderr') },
      builtins: builtinsNamespace(),
    });
    this.#vm = vm;
    if (tolerant)
      vm.builtins.setName(unknownName, new Unknown(l10n.t('a line that can not be read')));
    this.#modules = new ModuleBook(vm);
    const watch = request.call ? new CallWatch(() => vm) : null;
    this.#watch = watch;
    const { isUserFile } = this.#sources;
    this.#cases = new CaseRecorder({
      modules: this.#modules,
      isUserFile,
      classNameSpan: (path, method) => classNameSpan(this.#sources.parsed.get(path), method),
      onEnter: (index) => request.onCaseEntered?.(index),
      ...(request.onCase && { onOutput: (outputs) => request.onCase?.(outputs) }),
    });
    this.#driver = new Driver(vm, ownKeys(vm), {
      evaluator: request.evaluator && (watch?.around(request.evaluator) ?? request.evaluator),
      immediate: watch?.aroundImmediate(world.immediate) ?? world.immediate,
      pause: world.pause,
      signal: () => this.#request.signal,
      between: async () => request.between?.(),
      onUnsupported: (name) => void vm.unsupported(name),
    });
    this.#recorder = new Recorder({
      modules: this.#modules,
      isUserFile,
      currentCase: () => this.#cases.current,
      millisecondsLeft: this.#driver.millisecondsLeft,
    });
    vm.observer = observe === 'nothing' ? unsupportedOnly(this.#recorder) : this.#recorder;
    vm.extensions.set('modules', ourModules);
    vm.extensions.set('compile', this.#sources.compile);
    vm.extensions.set('sourceOf', this.#sources.textOf);
    installTorch(vm, request.torchVersion ?? undefined);
    if (observe !== 'nothing') torchState(vm).observer = this.#caseObserver(request.call);
    this.#surroundings = { vm, sources: this.#sources, path: request.path };
  }

  /** Runs the module's first statements alone; `main` goes on behind them. */
  async head(count: number): Promise<End> {
    this.#open();
    return this.#body({ from: 0, to: count });
  }

  /** Goes on for a request whose program begins with the statements that ran. */
  handOver(request: ProgramRequest): void {
    this.#request = request;
  }

  /**
   * Runs the module's body, then the tests that it left. Where the first statements have run, what
   * they came to and how many they are.
   */
  async main(head: { readonly end: End; readonly count: number } | null = null): Promise<End> {
    const { path, tests } = this.#request;
    const vm = this.#vm;
    const { namespace } = this.#main;
    if (!head) this.#open();
    const isOver = head !== null && (head.end.kind !== 'value' || this.#left);
    const end = isOver ? head.end : await this.#body({ from: head?.count ?? 0, to: Infinity });
    if (end.kind !== 'limit' && end.kind !== 'mistake') {
      for (let work = nextAtExit(vm); work !== null; work = nextAtExit(vm)) {
        const call = work;
        const { kind } = await this.#attempt(() => call);
        if (kind === 'limit' || kind === 'mistake') break;
      }
    }
    if (tests === 'run') {
      const { skipped, limit } = await runTests({
        namespace,
        path,
        programEnded: end.kind === 'value',
        call: (frame) => this.#attempt(() => frame),
      });
      this.#skipped.push(...skipped);
      if (limit && end.kind === 'value') return { kind: 'limit', limit };
    }
    return end;
  }

  #open(): void {
    const vm = this.#vm;
    const { path } = this.#request;
    const { namespace } = this.#main;
    this.#driver.now(() => {
      vm.modules.set('__main__', this.#main);
      namespace.setName('__doc__', null);
      namespace.setName('__package__', null);
      namespace.setName('__spec__', null);
      namespace.setName('__file__', path);
      namespace.setName('__builtins__', builtinsModule(vm));
    });
    const slash = path.lastIndexOf('/');
    const own = slash < 0 ? '' : path.slice(0, slash) || '/';
    vm.searchPath = [...new Set([own, ...this.#modulePath])];
  }

  #body(part: Part): Promise<End> {
    const { path, parsed } = this.#request;
    const { namespace } = this.#main;
    return this.#attempt(() => {
      const code = this.#sources.main(path, parsed, part);
      if (part.from === 0) namespace.setName('__doc__', code.doc);
      return new Frame(code, namespace, namespace, null);
    });
  }

  /** The recorder of cases, and what is kept of the case that will be called once more. */
  #caseObserver(asked: CallRequest | undefined): ModuleObserver {
    const cases = this.#cases;
    if (typeof asked?.target !== 'number') return cases;
    return {
      enter: (vm, callee, args, keywords) => {
        const before = cases.cases.length;
        cases.enter(vm, callee, args, keywords);
        const isAsked = cases.current === asked.target && cases.cases.length > before;
        if (isAsked) this.#calledCase = { callee, args, keywords: keywords && new Map(keywords) };
      },
      leave: (vm, callee, result) => cases.leave(vm, callee, result),
    };
  }

  async callOnceMore({ target, marks }: CallRequest): Promise<void> {
    const parts = typeof target === 'string' ? await this.#partsOf(target) : this.#calledCase;
    if (typeof parts === 'string' || parts === null) {
      await this.#request.onCalled?.(parts ?? l10n.t('There is no such call.'));
      return;
    }
    if ('kind' in parts) return;
    const context = {
      vm: this.#vm,
      namespace: this.#main.namespace,
      watch: this.#watch as CallWatch,
      run: (work: () => Result) => this.#result(work),
    };
    const called = await callWatched(context, parts, marks);
    if (typeof called === 'string' || !('kind' in called)) await this.#request.onCalled?.(called);
    else this.#ended(called);
  }

  /** What the text of a call is about; a sentence where it is no call. */
  async #partsOf(text: string): Promise<CallParts | string | End> {
    const asTuple = partsText(text);
    if (asTuple === null) return l10n.t('{0} is not a call.', text);
    const { namespace } = this.#main;
    const end = await this.#attempt(() => {
      const code = this.#sources.compile('<call>', asTuple, 'eval');
      return new Frame(code, namespace, namespace, null);
    });
    return end.kind === 'value' ? (partsOf(end.value) ?? l10n.t('{0} is not a call.', text)) : end;
  }

  /** Runs a piece of the program; what it raises becomes a diagnostic. */
  async #attempt(begin: () => Pending): Promise<End> {
    return this.#ended(await this.#result(begin));
  }

  async #result(begin: () => Result): Promise<End> {
    try {
      const begun = this.#driver.now(begin);
      return begun instanceof Pending
        ? await this.#driver.run(begun)
        : { kind: 'value', value: begun };
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      return { kind: 'raised', exception: error.value };
    }
  }

  #ended(end: End): End {
    if (end.kind === 'mistake') this.#noteMistake(end.error);
    if (end.kind !== 'raised') return end;
    const { exception } = end;
    if (isSystemExit(exception)) return this.#exit(exception);
    this.#raised(exception);
    return end;
  }

  /** Told at the line where the program stood; whoever reads the log gets the stack. */
  #noteMistake(error: Error): void {
    const position = this.#vm.position();
    const { path, span } = position ?? { path: this.#request.path, span: { start: 0, end: 0 } };
    const message = l10n.t(
      'Torchpad failed here, and follows the program no further: {0}',
      error.message,
    );
    this.#errors.push({ severity: 'limit', path, span, type: 'InternalError', message });
    this.#request.onMistake?.(error);
  }

  #exit(exception: ExceptionObject): End {
    this.#left = true;
    const { code, message } = this.#driver.now(() => exitOf(this.#vm, exception));
    this.#exitCode = code;
    if (message !== null) this.#print(`${message}\n`, 'stderr');
    return { kind: 'value', value: null };
  }

  #raised(exception: ExceptionObject): void {
    const diagnostic = this.#driver.now(() => errorDiagnostic(this.#surroundings, exception));
    this.#errors.push(diagnostic);
    this.#exitCode = 1;
    this.#failCase(exception, `${diagnostic.type}: ${diagnostic.message}`);
    if (this.#request.limits.kind === 'run') {
      this.#print(
        this.#driver.now(() => tracebackText(this.#surroundings, exception)),
        'stderr',
      );
    }
  }

  /** The exception is the case's, where it came through its call or is an assert after it. */
  #failCase({ traceback, cls }: ExceptionObject, message: string): void {
    const { cases, latest } = this.#cases;
    const found = latest === null ? undefined : cases[latest];
    if (!found) return;
    const through = entriesOf(traceback).some(
      ({ path, span }) => path === found.path && span.start === found.callSpan.start,
    );
    if (through || cls.name === 'AssertionError') this.#cases.failed(found.index, message);
  }

  #print(text: string, stream: Printed['stream']): void {
    this.#request.onPrint?.(text, stream);
    if (this.#request.observe === 'nothing' || this.#printedLength >= PRINTED_MAX) return;
    this.#printedLength += text.length;
    this.#cases.write(text, stream);
  }

  trace(end: End, milliseconds: number): Trace {
    this.#driver.now(() => this.#modules.finish());
    return {
      path: this.#request.path,
      files: this.#recorder.files(),
      sources: [...this.#sources.parsed.keys()],
      cases: this.#cases.cases,
      printed: this.#cases.printed,
      diagnostics: [...this.#errors, ...this.#recorder.diagnostics],
      loops: this.#recorder.loops,
      skippedTests: this.#skipped,
      end: traceEnd(end),
      exitCode: end.kind === 'limit' || end.kind === 'mistake' ? 1 : this.#exitCode,
      milliseconds,
    };
  }

  close(): void {
    this.#vm.close();
  }
}

/** The files that modules are imported from: the world's, and what the run has written. */
function filesOfRun({ files }: World, vmOf: () => Interpreter): Files {
  const written = (): Overlay | null => {
    const overlay = filesOf(vmOf());
    return overlay.isUntouched ? null : overlay;
  };
  return {
    readFile: (path) => {
      const node = written()?.find(path);
      if (!node) return files.readFile(path);
      return 'kind' in node && node.kind === 'file' ? node.bytes : null;
    },
    listDirectory: (path) => {
      const names = written()?.list(path);
      if (!names) return files.listDirectory(path);
      return Array.isArray(names) ? names : null;
    },
    modified: (path) => files.modified(path),
  };
}

function traceEnd(end: End): Trace['end'] {
  switch (end.kind) {
    case 'value':
      return 'finished';
    case 'raised':
      return 'raised';
    case 'limit':
      return end.limit;
    case 'mistake':
      return 'stopped';
  }
}

function unsupportedOnly(recorder: Recorder): Observer {
  return {
    observe: () => undefined,
    instantiated: () => undefined,
    loopPass: () => false,
    unsupported: (path, span, name) => recorder.unsupported(path, span, name),
  };
}

/** The run's own keys of dicts; other runs keep theirs. */
function ownKeys(vm: Interpreter): typeof ambient.keyOf {
  const { keyOf } = ambient;
  installKeys(vm);
  const own = ambient.keyOf;
  ambient.keyOf = keyOf;
  return own;
}

function host(request: ProgramRequest, world: World, sources: Sources): Host {
  return {
    now: () => world.now(),
    wallClock: () => world.wallClock(),
    entropy: world.entropy(),
    environment: world.environment,
    workingDirectory: world.workingDirectory,
    ...(world.processorCount !== undefined && { processorCount: world.processorCount }),
    argv: request.argv.length > 0 ? request.argv : [request.path],
    readFile: (path) => world.files.readFile(path),
    listDirectory: (path) => world.files.listDirectory(path),
    modified: (path) => world.files.modified(path),
    readLine: () => request.readLine(),
    findModule: (name, searchPath) => sources.findModule(name, searchPath),
    isCompiledModule: (name, searchPath) => sources.isCompiled(name, searchPath),
  };
}
