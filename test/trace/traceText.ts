// Traces a text as an editor or the command line does, in this process.

import { parse } from '../../src/python/parse/parse.ts';
import { ambientWorld } from './world.ts';
import type { ParseResult } from '../../src/python/parse/parse.ts';
import type { Trace } from '../../src/trace/facts.ts';
import { runLimits, traceProgram, type ProgramRequest } from '../../src/trace/program.ts';

export interface Traced {
  readonly trace: Trace;
  readonly parsed: ParseResult;
}

/** PyTorch 1.13 is what the recorders ran. */
export async function traceText(
  text: string,
  options: Partial<ProgramRequest> = {},
): Promise<Traced> {
  const parsed = parse(text);
  const trace = await traceProgram(
    {
      path: '/home/ann/net.py',
      parsed,
      limits: runLimits(),
      argv: [],
      openFiles: new Map(),
      torchVersion: '1.13.0',
      observe: 'everything',
      tests: 'leave',
      signal: null,
      evaluator: null,
      readLine: () => null,
      ...options,
    },
    await ambientWorld(),
  );
  return { trace, parsed };
}
