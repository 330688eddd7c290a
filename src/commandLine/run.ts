// `torchpad run FILE [ARGS]` and `torchpad run --batch CASES.jsonl`.

import fs from 'node:fs';
import path from 'node:path';
import * as l10n from '../base/l10n.ts';
import type { Trace } from '../trace/facts.ts';
import { runLimits, traceProgram, type ProgramRequest } from '../trace/program.ts';
import { slashed } from '../world.ts';
import { openEngine } from './engine.ts';
import { readOptions, UsageError, type Options } from './options.ts';
import { parse } from '../python/parse/parse.ts';
import { openSession, readProgram, type Program } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args, terminal, { values: ['batch'], stopAtFile: true });
  const batch = options.values.get('batch');
  if (batch !== undefined) return runBatch(batch, options, terminal);
  const [file, ...rest] = options.positionals;
  if (file === undefined) throw new UsageError(l10n.t('A file is missing.'));
  const session = openSession(terminal, options);
  const program = readProgram(file, terminal);
  const engine = openEngine(options.engine);
  try {
    const trace = await traceProgram(
      {
        ...request(program, options, terminal),
        argv: [file, ...rest],
        evaluator: engine.evaluator,
        onPrint: (text, stream) => terminal[stream](text),
        readLine: () => terminal.readLine(),
      },
      session.worldOf(program.path),
    );
    terminal.flush();
    tellRest(trace, program, terminal);
    return terminal.signal.aborted ? 130 : trace.exitCode;
  } finally {
    engine.stop();
  }
}

/** What the person should know beside what the program printed. */
function tellRest(
  { diagnostics, end }: Trace,
  { parsed, path }: Program,
  terminal: Terminal,
): void {
  for (const { severity, message, path: file, span } of diagnostics) {
    if (severity === 'error') continue;
    const line = file === path ? `:${parsed.lineIndex.lineAt(span.start) + 1}` : '';
    terminal.stderr(`torchpad: ${file}${line}: ${message}\n`);
  }
  const limits: Partial<Record<Trace['end'], string | undefined>> = {
    steps: l10n.t('The program was ended after --max-steps.'),
    memory: l10n.t('The program was ended: it asked for more memory than there is for it.'),
    stopped: terminal.signal.aborted ? l10n.t('The program was stopped.') : undefined,
  };
  const told = limits[end];
  if (told !== undefined) terminal.stderr(`torchpad: ${told}\n`);
}

function request(
  { path, parsed }: Pick<Program, 'path' | 'parsed'>,
  { torchVersion, stepsMax }: Options,
  { signal, stderr }: Terminal,
): Omit<ProgramRequest, 'argv' | 'evaluator' | 'readLine'> {
  return {
    path,
    parsed,
    limits: runLimits(stepsMax),
    openFiles: new Map(),
    torchVersion,
    observe: 'nothing',
    tests: 'leave',
    signal,
    onMistake: (error) => stderr(`${error.stack ?? error.message}\n`),
  };
}

interface BatchCase {
  readonly id: string;
  readonly src: string;
  readonly path?: string;
}

/** Each program sees a fresh interpreter; its line is written when it has ended. */
async function runBatch(file: string, options: Options, terminal: Terminal): Promise<number> {
  const session = openSession(terminal, options);
  // A batch is many small graphs, which cost less than handing them to another process.
  const engine = openEngine(options.engine === 'auto' ? 'bundled' : options.engine);
  try {
    for (const { id, src, path: standsFor } of readCases(file, terminal)) {
      const place = path.resolve(terminal.workingDirectory, standsFor ?? `${id}.py`);
      const parsed = parse(src);
      let stdout = '';
      const trace = await traceProgram(
        {
          ...request({ path: slashed(place), parsed }, options, terminal),
          argv: [standsFor ?? `${id}.py`],
          evaluator: engine.evaluator,
          onPrint: (text, stream) => {
            if (stream === 'stdout') stdout += text;
          },
          readLine: () => null,
        },
        session.worldOf(place),
      );
      const error = batchError(trace, parsed);
      terminal.stdout(`${JSON.stringify({ id, stdout, error })}\n`);
      terminal.flush();
      if (terminal.signal.aborted) return 130;
    }
    return 0;
  } finally {
    engine.stop();
  }
}

function* readCases(file: string, { workingDirectory }: Terminal): Generator<BatchCase> {
  const text = fs.readFileSync(file === '-' ? 0 : path.resolve(workingDirectory, file), 'utf8');
  for (const line of text.split('\n')) {
    if (line.trim() !== '') yield JSON.parse(line) as BatchCase;
  }
}

/** The uncaught exception, the limit that ended the program, or what is not supported in it. */
function batchError(
  { path: own, diagnostics, end }: Trace,
  { lineIndex }: Program['parsed'],
): { type: string; message: string; line: number } | null {
  const found = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  if (found) {
    const { type, message } = found;
    const places = [found, ...(found.callPath?.toReversed() ?? [])];
    const place = places.find(({ path }) => path === own);
    return { type, message, line: place ? lineIndex.lineAt(place.span.start) + 1 : 0 };
  }
  if (end === 'finished') return null;
  return { type: 'LimitReached', message: end, line: 0 };
}
