// What an expression is, as far as messages and targets need it: its name in CPython's messages
// and, of a tuple, a list or a starred expression, its parts.

import type { Cursor } from './cursor.ts';
import type { Refusal } from './refusal.ts';

export type Shape = PlainShape | Enclosed | Group;

type PlainShape =
  | 'name'
  | 'attribute'
  | 'subscript'
  | 'function call'
  | 'literal'
  | 'True'
  | 'False'
  | 'None'
  | 'ellipsis'
  | 'f-string expression'
  | 'expression'
  | 'boolean'
  | 'comparison'
  | 'conditional expression'
  | 'lambda'
  | 'generator expression'
  | 'list comprehension'
  | 'set comprehension'
  | 'dict comprehension'
  | 'dict literal'
  | 'set display'
  | 'yield expression'
  | 'await expression'
  | 'named expression';

/** What binds looser than an operator, in parentheses. */
type Enclosed = `(${LooseShape})`;
type LooseShape =
  'boolean' | 'comparison' | 'conditional expression' | 'lambda' | 'named expression';

export interface Group {
  readonly kind: 'tuple' | 'list' | 'starred';
  readonly parts: readonly Part[];
}

/** An expression and the tokens that it covers, the last one included. */
export interface Part {
  readonly shape: Shape;
  readonly first: number;
  readonly last: number;
}

/** CPython's word for it. */
export function nameOf(shape: Shape): string {
  if (typeof shape === 'object') return shape.kind;
  const name = shape.startsWith('(') ? shape.slice(1, -1) : shape;
  return name === 'boolean' ? 'expression' : name;
}

/** The shape of `(…)` around an expression of that shape. */
export function enclosed(shape: Shape): Shape {
  return isOperand(shape) ? shape : `(${shape as LooseShape})`;
}

/** Whether it stands above comparisons in the grammar: an operand, not a condition. */
export function isOperand(shape: Shape): boolean {
  return (
    shape !== 'boolean' &&
    shape !== 'comparison' &&
    shape !== 'conditional expression' &&
    shape !== 'lambda' &&
    shape !== 'named expression'
  );
}

/** The part that can't be assigned to, or nothing. */
export function invalidTarget(part: Part, deleting = false): Part | undefined {
  const { shape } = part;
  if (shape === 'name' || shape === 'attribute' || shape === 'subscript') return undefined;
  if (typeof shape === 'string') return part;
  if (shape.kind === 'starred' && deleting) return part;
  for (const inner of shape.parts) {
    const found = invalidTarget(inner, deleting);
    if (found) return found;
  }
  return undefined;
}

export function cannotAssign(cursor: Cursor, part: Part): Refusal {
  return cursor.refusalOf(`cannot assign to ${nameOf(part.shape)}`, part);
}
