// The classes and functions of a file, with their extents.

import type { Span } from '../base/span.ts';
import type { ClassDef, FunctionDef, Module, Statement } from '../python/syntax.ts';

export interface Definition {
  readonly kind: 'class' | 'function';
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  /** The innermost definition around it. */
  readonly parent: Definition | null;
  readonly node: ClassDef | FunctionDef;
}

/** All definitions in the order of the text; an outer one comes before those inside it. */
export function outline(module: Module): readonly Definition[] {
  const found: Definition[] = [];
  collect(module.body, null, found);
  return found;
}

/** The innermost function around an offset, or null at top level. */
export function functionAt(definitions: readonly Definition[], offset: number): Definition | null {
  let innermost: Definition | null = null;
  for (const definition of definitions) {
    if (definition.span.start > offset) break;
    if (definition.kind === 'function' && offset < definition.span.end) innermost = definition;
  }
  return innermost;
}

/** `test_block`, `Net.forward`; empty for no function. */
export function qualifiedName(definition: Definition | null): string {
  if (!definition) return '';
  const outer = qualifiedName(definition.parent);
  return outer === '' ? definition.name : `${outer}.${definition.name}`;
}

function collect(
  statements: readonly Statement[],
  parent: Definition | null,
  found: Definition[],
): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef': {
        const { name, nameSpan, span } = statement;
        const kind = statement.kind === 'ClassDef' ? 'class' : 'function';
        const definition: Definition = { kind, name, nameSpan, span, parent, node: statement };
        found.push(definition);
        collect(statement.body, definition, found);
        break;
      }
      default:
        for (const block of blocksOf(statement)) collect(block, parent, found);
    }
  }
}

/** The blocks of statements inside a compound statement that is not a definition. */
function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'If':
    case 'For':
    case 'AsyncFor':
    case 'While':
      return [statement.body, statement.orelse];
    case 'With':
    case 'AsyncWith':
      return [statement.body];
    case 'Try':
    case 'TryStar': {
      const handlers = statement.handlers.map(({ body }) => body);
      return [statement.body, ...handlers, statement.orelse, statement.finalbody];
    }
    case 'Match':
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
}
