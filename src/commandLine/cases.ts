// `torchpad cases FILE`: runs the cases on numbers and prints their table.

import { stripVTControlCharacters } from 'node:util';
import { valueText } from '../ide/seenText.ts';
import * as l10n from '../base/l10n.ts';
import type { CasesRun } from '../run/cases.ts';
import type { CaseResult } from '../view/runReport.ts';
import { openEngine } from './engine.ts';
import { oneFile, readOptions } from './options.ts';
import { paint, type Paint } from './paint.ts';
import { openSession, readProgram, type Program } from './session.ts';
import { runProgram } from './runProgram.ts';
import { statementsBeside } from './statements.ts';
import type { Terminal } from './terminal.ts';

export async function cases(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args, terminal);
  const file = oneFile(options);
  const engine = openEngine(options.engine);
  try {
    const session = openSession(terminal, options);
    const program = readProgram(file, terminal);
    const statements = statementsBeside(program);
    const run = await runProgram({ program, statements, options, session, terminal, engine });
    if (options.json) terminal.stdout(`${JSON.stringify(casesJson(run, program))}\n`);
    else printCases(run, program, terminal);
    return exitCode(run);
  } finally {
    engine.stop();
  }
}

/** 0 where every case passed, the program came to its end, and what is stated is what was printed. */
export function exitCode({ trace, report }: CasesRun): number {
  const passed = report.cases.every(({ verdict }) => verdict === 'passed');
  return passed && trace.end === 'finished' && report.stated?.matches !== false ? 0 : 1;
}

export function casesJson({ trace, report }: CasesRun, { parsed, path }: Program): unknown {
  const lineOf = (file: string, offset: number): number | null =>
    file === path ? parsed.lineIndex.lineAt(offset) + 1 : null;
  return {
    ...report,
    cases: report.cases.map((result) => {
      const found = trace.cases.find(({ index }) => index === result.index);
      return {
        ...result,
        constructed: found?.constructed ?? '',
        line: found ? lineOf(found.path, found.callSpan.start) : null,
        count: found?.count ?? 1,
        inputs: found?.inputs.map(valueText) ?? [],
        output: found?.output ? valueText(found.output) : null,
      };
    }),
    skipped: trace.skippedTests.map(({ name, reason, path: file, span }) => ({
      name,
      reason,
      line: lineOf(file, span.start),
    })),
    errors: trace.diagnostics.map(({ severity, type, message, path: file, span }) => ({
      severity,
      type,
      message,
      line: lineOf(file, span.start),
    })),
    end: trace.end,
    stdout: trace.printed
      .filter(({ stream }) => stream === 'stdout')
      .map(({ text }) => text)
      .join(''),
  };
}

export function printCases(run: CasesRun, program: Program, terminal: Terminal): void {
  const { trace, report } = run;
  const painted = paint(terminal.colour);
  const rows = report.cases.map((result) => {
    const found = trace.cases.find(({ index }) => index === result.index);
    const count = found && found.count > 1 ? ` × ${found.count}` : '';
    return [
      verdictSign(result, painted),
      `${result.index + 1}`,
      `${found?.constructed ?? ''}${count}`,
      found?.inputs.map(valueText).join(', ') ?? '',
      found?.output ? valueText(found.output) : '',
      result.engine ?? '',
      l10n.t('{0} operators', result.operators),
      `${result.milliseconds.toFixed(1)} ms`,
    ];
  });
  for (const line of inColumns(rows)) terminal.stdout(`${line}\n`);
  for (const { index, verdict, message } of report.cases) {
    if (verdict !== 'passed' && message !== null) {
      terminal.stdout(`${l10n.t('case {0}', index + 1)}: ${painted.red(message)}\n`);
    }
  }
  for (const { name, reason } of trace.skippedTests) {
    terminal.stdout(`${painted.dim(`${name}: ${l10n.t('not run')}, ${reason}`)}\n`);
  }
  printProblems(run, program, terminal, painted);
  terminal.stdout(`${conclusion(run)}\n`);
}

function verdictSign({ verdict }: CaseResult, painted: Paint): string {
  switch (verdict) {
    case 'passed':
      return painted.green('✓');
    case 'failed':
      return painted.red('✗');
    case 'notRun':
      return painted.yellow('–');
  }
}

function printProblems(
  { trace, report }: CasesRun,
  { parsed, path, name }: Program,
  terminal: Terminal,
  painted: Paint,
): void {
  for (const { severity, type, message, path: file, span } of trace.diagnostics) {
    const place = file === path ? `${name}:${parsed.lineIndex.lineAt(span.start) + 1}` : file;
    const text = severity === 'error' ? `${type}: ${message}` : message;
    terminal.stdout(`${place}: ${severity === 'error' ? painted.red(text) : painted.dim(text)}\n`);
  }
  const { stated } = report;
  if (stated && !stated.matches) {
    terminal.stdout(`${l10n.t('stated output:')}\n${stated.expected}\n`);
    terminal.stdout(`${l10n.t('printed output:')}\n${stated.printed.trimEnd()}\n`);
  }
}

function conclusion({ trace, report }: CasesRun): string {
  const passed = report.cases.filter(({ verdict }) => verdict === 'passed').length;
  const parts = [l10n.t('{0} of {1} cases passed', passed, report.cases.length)];
  if (report.stated) {
    parts.push(
      report.stated.matches
        ? l10n.t('the output is as stated')
        : l10n.t('the output is not as stated'),
    );
  }
  if (report.engine) parts.push(l10n.t('engine: {0}', report.engine));
  if (report.engineNote !== null) parts.push(report.engineNote);
  if (trace.end === 'steps' || trace.end === 'memory' || trace.end === 'stopped') {
    parts.push(l10n.t('ended early: {0}', trace.end));
  }
  return parts.join(', ');
}

/** Columns are aligned by what is seen, without colours; wide characters take two places. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function width(text: string): number {
  const plain = stripVTControlCharacters(text);
  let columns = 0;
  for (const character of plain) columns += /[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1;
  return columns;
}
