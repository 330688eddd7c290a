// Where classes stand in a file.

import type { Span } from '../base/span.ts';
import type { ParseResult } from '../python/parse/parse.ts';
import type { Statement } from '../python/syntax.ts';

/** The name in the innermost `class` statement around a method. */
export function classNameSpan(parsed: ParseResult | undefined, method: Span): Span | null {
  return parsed ? search(parsed.module.body, method) : null;
}

function search(statements: readonly Statement[], method: Span): Span | null {
  for (const statement of statements) {
    if (method.start < statement.span.start || statement.span.end < method.end) continue;
    const inner = bodiesOf(statement).reduce<Span | null>(
      (found, body) => found ?? search(body, method),
      null,
    );
    if (inner) return inner;
    return statement.kind === 'ClassDef' ? statement.nameSpan : null;
  }
  return null;
}

function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  const bodies: (readonly Statement[])[] = [];
  for (const key of ['body', 'orelse', 'finalbody'] as const) {
    const found: unknown =
      key in statement ? (statement as Partial<Record<typeof key, unknown>>)[key] : null;
    if (Array.isArray(found)) bodies.push(found as Statement[]);
  }
  if (statement.kind === 'Try') for (const { body } of statement.handlers) bodies.push(body);
  return bodies;
}
