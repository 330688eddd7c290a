// The statements of a parse, for comparing parses of texts that differ in one line.

import type { ParseResult } from '../../src/python/parse/parse.ts';
import type * as ast from '../../src/python/syntax.ts';

export interface StatementText {
  /** The kind and the source: of a compound statement, only the kind and the header. */
  readonly text: string;
  readonly firstLine: number;
  /** Of a compound statement, where its header ends. */
  readonly lastLine: number;
}

export function statementsOf({ module, text, lineIndex }: ParseResult): StatementText[] {
  return all(module.body).map((statement) => {
    const { start } = statement.span;
    const [first] = blocksOf(statement).flat();
    const end = first ? first.span.start : statement.span.end;
    return {
      text: `${statement.kind} ${text.slice(start, end).trimEnd()}`,
      firstLine: lineIndex.lineAt(start),
      lastLine: lineIndex.lineAt(first ? end - 1 : end),
    };
  });
}

/** Where each statement begins, in the order of the text. */
export function outlineOf({ module }: ParseResult): number[] {
  return all(module.body).map(({ span }) => span.start);
}

function all(statements: readonly ast.Statement[]): ast.Statement[] {
  return statements.flatMap((each) => [each, ...blocksOf(each).flatMap(all)]);
}

function blocksOf(statement: ast.Statement): (readonly ast.Statement[])[] {
  const fields = statement as unknown as Readonly<Record<string, readonly ast.Statement[]>>;
  return ['body', 'orelse', 'finalbody'].flatMap((name) => {
    const block = fields[name];
    return Array.isArray(block) ? [block as readonly ast.Statement[]] : [];
  });
}
