// What `torchpad --help` prints.

import * as l10n from '../base/l10n.ts';

export const commandNames = [
  'run',
  'annotate',
  'trace',
  'parse',
  'cases',
  'check',
  'export',
  'lsp',
] as const;
export type CommandName = (typeof commandNames)[number];

export function usage(): string {
  const rows: [command: string, does: string][] = [
    ['run FILE [ARGS]', l10n.t('print what python FILE ARGS prints')],
    ['run --batch CASES.jsonl', l10n.t('run many programs in one process')],
    ['annotate FILE', l10n.t('print the source with the shapes at the ends of its lines')],
    ['trace --json [--first] FILE', l10n.t('print what every line assigned, as JSON')],
    ['parse --check FILE…', l10n.t('name the line where a file does not parse')],
    ['cases FILE', l10n.t('run the cases on numbers and print their table')],
    ['check FILE.md', l10n.t('compare what a page or a program states with what it prints')],
    ['export FILE --call EXPR -o OUT', l10n.t('write a call as an ONNX model')],
    ['lsp --stdio', l10n.t('start the language server')],
  ];
  const options: [option: string, does: string][] = [
    ['--engine auto|native|bundled', l10n.t('which engine computes the numbers')],
    ['--dynamic NAME:DIM[=LABEL]', l10n.t('export: a size of an input that may be another')],
    ['--json', l10n.t('print JSON')],
    ['--torch VERSION', l10n.t('the version of PyTorch that the program sees')],
    ['--python PATH', l10n.t('the environment whose installed packages are read')],
    ['--max-steps N', l10n.t('end the program after so many calls and loop passes')],
  ];
  const lines = (table: readonly (readonly [string, string])[]): string =>
    table.map(([left, right]) => `  ${left.padEnd(30)} ${right}\n`).join('');
  return `${l10n.t('Usage:')} torchpad COMMAND\n\n${lines(rows)}\n${l10n.t('Options:')}\n${lines(options)}`;
}
