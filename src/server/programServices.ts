// The services of a real server: programs are traced and run by the one path that the command line
// takes too. Files, clocks and engines come from the entry.

import type { Parser } from '../python/parse/parse.ts';
import { decode } from '../python/text/codecs.ts';
import type { Trace } from '../trace/facts.ts';
import { liveLimits, traceProgram, type World } from '../trace/program.ts';
import type { Clock, Services, TraceRequest } from './services.ts';

export interface ProgramSurroundings {
  readonly parser: Parser;
  readonly clock: Clock;
  /** The world of programs that may read inside these folders, and work in the first. */
  world(roots: readonly string[]): World;
  /** Runs a program on numbers, with the engines of the entry. */
  readonly run: Services['run'];
}

export function programServices({ parser, clock, world, run }: ProgramSurroundings): Services {
  return {
    parser,
    clock,
    run,
    trace: (request) => traceLive(request, world(request.roots)),
    readText: (path) => {
      const bytes = world([folderOf(path)]).files.readFile(path);
      return bytes && decode(bytes, 'utf-8-sig', 'replace');
    },
  };
}

/** The live budget: no standard input, no arguments, and the tests that the program did not call. */
function traceLive(request: TraceRequest, world: World): Promise<Trace> {
  const { path, parsed, openFiles, torchVersion, budgetMs, signal } = request;
  return traceProgram(
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

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}
