// `torchpad annotate FILE`: the source with the shapes at the ends of its lines, as an editor shows
// them.

import * as l10n from '../base/l10n.ts';
import { lineShapes } from '../ide/shapes.ts';
import { problems } from '../ide/diagnostics.ts';
import { liveLimits, traceProgram } from '../trace/program.ts';
import { oneFile, readOptions } from './options.ts';
import { openSession, readProgram } from './session.ts';
import { paint } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** The command line waits longer than an editor: it is asked once. */
const BUDGET_MS = 10_000;

export async function annotate(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args, terminal);
  const session = openSession(terminal, options);
  const program = readProgram(oneFile(options), terminal);
  const { path, parsed } = program;
  const trace = await traceProgram(
    {
      path,
      parsed,
      limits: liveLimits(BUDGET_MS),
      argv: [],
      openFiles: new Map(),
      torchVersion: options.torchVersion,
      observe: 'everything',
      tests: 'run',
      signal: terminal.signal,
      evaluator: null,
      readLine: () => null,
    },
    session.worldOf(path),
  );
  const snapshot = { path, parsed, trace };
  const shapes = new Map(lineShapes(snapshot, []).map((shape) => [shape.line, shape.text]));
  const found = problems(snapshot, () => null);
  if (options.json) {
    const lines = [...shapes].map(([line, text]) => ({ line: line + 1, text }));
    terminal.stdout(`${JSON.stringify({ lines, problems: found })}\n`);
    return trace.exitCode;
  }
  const painted = paint(terminal.colour);
  const lines = program.text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [i, line] of lines.entries()) {
    const text = shapes.get(i);
    const problem = found.find(({ start }) => start.line === i);
    const notes = [
      ...(text === undefined ? [] : [painted.dim(text)]),
      ...(problem ? [severityPaint(painted, problem.severity)(firstLine(problem.message))] : []),
    ];
    const margin = notes.length === 0 ? '' : '  ';
    terminal.stdout(`${line.replace(/\r$/, '')}${margin}${notes.join('  ')}\n`);
  }
  if (trace.end === 'time') terminal.stderr(`torchpad: ${l10n.t('The time was up.')}\n`);
  return parsed.errors.length > 0 ? 1 : trace.exitCode;
}

function severityPaint(
  painted: ReturnType<typeof paint>,
  severity: string,
): (text: string) => string {
  return severity === 'error' ? painted.red : painted.dim;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}
