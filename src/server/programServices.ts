// The services of a real server: programs are traced and run by the one path that the command line
// takes too. Files, clocks and engines come from the entry.

import { decode } from '../python/text/codecs.ts';
import { runCases, type RunCasesRequest } from '../run/cases.ts';
import { exportCall, exportSummary, type Export } from '../run/export.ts';
import { readPage } from '../run/page.ts';
import { trailingStatements, type Statement } from '../run/stated.ts';
import type { Trace } from '../trace/facts.ts';
import { HeadStart } from '../trace/headStart.ts';
import { liveLimits, type World } from '../trace/program.ts';
import { noChoice, type PythonChoice } from './pythonChoice.ts';
import type {
  Clock,
  ExportFileRequest,
  ExportOutcome,
  RunOutcome,
  RunRequest,
  Services,
  TraceRequest,
} from './services.ts';

export interface ProgramSurroundings {
  readonly clock: Clock;
  /** The world of programs that may read inside these folders, and work in the first. */
  world(roots: readonly string[], python: PythonChoice): World;
  /** The engine that the setting asks for. */
  engine(choice: RunRequest['engine']): Engine;
  /** Writes a model to the file that the person named, and gives the bytes; a sentence where it can't. */
  write(file: string, model: NonNullable<Export['model']>): number | string;
}

export interface Engine {
  readonly evaluator: RunCasesRequest['evaluator'];
  /** Why it is not the one that was asked for. */
  note(): string | null;
}

export function programServices({ clock, world, engine, write }: ProgramSurroundings): Services {
  const traces = new HeadStart();
  return {
    clock,
    trace: (request) => traceLive(traces, request, world(request.roots, request.python)),
    run: (request) => {
      traces.drop();
      return run(request, world(request.roots, request.python), engine(request.engine));
    },
    export: (request) => {
      traces.drop();
      const { evaluator } = engine(request.engine);
      return exportFile(request, world(request.roots, request.python), evaluator, write);
    },
    readText: (path) => {
      const bytes = world([folderOf(path)], noChoice).files.readFile(path);
      return bytes && decode(bytes, 'utf-8-sig', 'replace');
    },
  };
}

/** The live budget: no standard input, no arguments, and the tests that the program did not call. */
function traceLive(traces: HeadStart, request: TraceRequest, world: World): Promise<Trace | null> {
  const { path, parsed, openFiles, torchVersion, budgetMs, signal } = request;
  return traces.trace(
    {
      path,
      parsed,
      openFiles,
      signal,
      limits: liveLimits(budgetMs),
      argv: [],
      torchVersion: torchVersion === '' ? null : torchVersion,
      observe: 'everything',
      tests: 'run',
      evaluator: null,
      readLine: () => null,
    },
    world,
  );
}

/** All numbers, no limit of time; nobody is there to answer `input()`. */
function run(request: RunRequest, world: World, engine: Engine): Promise<RunOutcome> {
  const { path, parsed, openFiles, torchVersion, signal, cases, onProgress } = request;
  return runCases(
    {
      path,
      parsed,
      openFiles,
      signal,
      cases,
      onProgress,
      argv: [],
      torchVersion: torchVersion === '' ? null : torchVersion,
      statements: statementsOf(request, world),
      evaluator: engine.evaluator,
      engineNote: () => engine.note(),
      readLine: () => null,
    },
    world,
  );
}

/** Under the budget of a run; the model is written once all of it is there. */
async function exportFile(
  request: ExportFileRequest,
  world: World,
  evaluator: Engine['evaluator'],
  write: ProgramSurroundings['write'],
): Promise<ExportOutcome> {
  const { path, parsed, openFiles, torchVersion, signal, call, file } = request;
  const made = await exportCall(
    {
      path,
      parsed,
      openFiles,
      signal,
      call,
      evaluator,
      argv: [],
      torchVersion: torchVersion === '' ? null : torchVersion,
      readLine: () => null,
      dataFile: `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}.data`,
    },
    world,
  );
  if (!made.model) return { made, written: null };
  const bytes = write(file, made.model);
  if (typeof bytes === 'number') return { made, written: exportSummary(file, bytes, made) };
  const refusal = { message: bytes, origin: null };
  return { made: { ...made, model: null, refusal }, written: null };
}

/** What the page states, the file beside the program, or the end of the program itself. */
function statementsOf(
  { path, parsed, page, openFiles }: RunRequest,
  world: World,
): readonly Statement[] {
  if (page !== null) return readPage(page, () => true).statements;
  const sibling = `${path.replace(/\.py$/, '')}.expected.txt`;
  const bytes = world.files.readFile(sibling);
  const text = openFiles.get(sibling) ?? (bytes && decode(bytes, 'utf-8-sig', 'replace'));
  return text === null ? trailingStatements(parsed.text) : [{ text, certain: true }];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}
