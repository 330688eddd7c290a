// `torchpad export FILE --call EXPR -o model.onnx`: writes a call of the program as an ONNX model.

import fs from 'node:fs';
import path from 'node:path';
import * as l10n from '../base/l10n.ts';
import { exportCall, exportSummary, type Export, type ExportNote } from '../run/export.ts';
import { dimMarkOf, type DimMark } from '../view/dimMark.ts';
import { writeModel } from '../world.ts';
import { openEngine } from './engine.ts';
import { oneFile, readOptions, UsageError } from './options.ts';
import { openSession, readProgram, type Program } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function exportModel(args: readonly string[], terminal: Terminal): Promise<number> {
  const { rest, marks } = takeMarks(args);
  const options = readOptions(rest.map(longOption), terminal, {
    values: ['call', 'output'],
  });
  const file = oneFile(options);
  const target = options.values.get('call');
  if (target === undefined) throw new UsageError(l10n.t('--call says what is exported: a call.'));
  const output = path.resolve(
    terminal.workingDirectory,
    options.values.get('output') ?? 'model.onnx',
  );
  const engine = openEngine(options.engine);
  try {
    const session = openSession(terminal, options);
    const program = readProgram(file, terminal);
    const made = await exportCall(
      {
        path: program.path,
        parsed: program.parsed,
        argv: [file],
        openFiles: new Map(),
        torchVersion: options.torchVersion,
        stepsMax: options.stepsMax,
        signal: terminal.signal,
        readLine: () => terminal.readLine(),
        onPrint: (text) => terminal.stderr(text),
        evaluator: engine.evaluator,
        call: { target, marks },
        dataFile: `${path.basename(output)}.data`,
      },
      session.worldOf(program.path),
    );
    tell(made, program, terminal);
    if (!made.model) return 1;
    const bytes = writeModel(output, made.model);
    if (typeof bytes === 'string') throw new UsageError(bytes);
    terminal.stdout(`${exportSummary(output, bytes, made)}\n`);
    return 0;
  } finally {
    engine.stop();
  }
}

/** `--dynamic NAME:DIM[=LABEL]`, any number of them. */
function takeMarks(args: readonly string[]): { rest: string[]; marks: DimMark[] } {
  const rest: string[] = [];
  const marks: DimMark[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const given = arg === '--dynamic' ? args[++i] : /^--dynamic=(.*)$/.exec(arg)?.[1];
    if (arg !== '--dynamic' && given === undefined) rest.push(arg);
    else marks.push(markOf(given ?? ''));
  }
  return { rest, marks };
}

function markOf(text: string): DimMark {
  const mark = dimMarkOf(text);
  if (!mark) throw new UsageError(l10n.t('--dynamic is NAME:DIM or NAME:DIM=LABEL.'));
  return mark;
}

function longOption(arg: string): string {
  return arg === '-o' ? '--output' : arg;
}

/** Why there is no model, or what is to be known of it. */
function tell({ trace, refusal, notes }: Export, program: Program, terminal: Terminal): void {
  for (const { severity, message, path: file, span } of trace.diagnostics) {
    if (severity === 'error') continue;
    terminal.stderr(`torchpad: ${place({ path: file, span, scope: '' }, program)}${message}\n`);
  }
  for (const { message, origin } of refusal ? [refusal] : notes) {
    terminal.stderr(`torchpad: ${place(origin, program)}${message}\n`);
  }
}

function place(origin: ExportNote['origin'], { path: own, name, parsed }: Program): string {
  if (!origin || origin.path.startsWith('<')) return '';
  if (origin.path !== own) return `${origin.path}:${lineIn(origin.path, origin.span.start)} `;
  return `${name}:${parsed.lineIndex.lineAt(origin.span.start) + 1}: `;
}

/** The line in a file that was imported, where it can be read still. */
function lineIn(file: string, offset: number): string {
  try {
    const before = fs.readFileSync(file, 'utf8').slice(0, offset);
    return `${before.split('\n').length}:`;
  } catch {
    return '';
  }
}
