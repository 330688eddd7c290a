// `torchpad parse --check FILE…`: names the line where a file does not parse.

import * as l10n from '../base/l10n.ts';
import { readOptions, UsageError } from './options.ts';
import { readProgram } from './session.ts';
import type { Terminal } from './terminal.ts';

export function parse(args: readonly string[], terminal: Terminal): number {
  const { positionals, json } = readOptions(args, terminal, { flags: ['check'] });
  if (positionals.length === 0) throw new UsageError(l10n.t('A file is missing.'));
  let failed = false;
  for (const name of positionals) {
    const { parsed, path } = readProgram(name, terminal);
    const errors = parsed.errors.map(({ type, message, span }) => {
      const { line, column } = parsed.lineIndex.positionAt(span.start);
      return { file: name, line: line + 1, column: column + 1, type, message };
    });
    failed ||= errors.length > 0;
    if (json) terminal.stdout(`${JSON.stringify({ file: name, path, errors })}\n`);
    else {
      for (const { file, line, type, message } of errors) {
        terminal.stdout(`${file}:${line}: ${type}: ${message}\n`);
      }
    }
  }
  return failed ? 1 : 0;
}
