// What stands between brackets: groups, tuples, lists, sets, dictionaries, comprehensions, slices.
//
// https://docs.python.org/3.13/reference/expressions.html#atoms

import { startsExpression } from '../check/expressions.ts';
import type { Comprehension, Expression } from '../syntax.ts';
import {
  asTarget,
  disjunction,
  expression,
  namedExpression,
  operand,
  starNamedExpression,
  starred,
  yieldExpression,
} from './expressions.ts';
import type { Reader } from './reader.ts';

/** `(…)`: a group, which is what stands in it, a tuple or a generator expression. */
export function parentheses(r: Reader): Expression {
  const { start } = r;
  r.advance();
  if (r.take(')')) return { kind: 'Tuple', span: r.spanFrom(start), elts: [], ctx: 'Load' };
  const first = r.is('yield') ? yieldExpression(r) : starNamedExpression(r);
  if (r.take(')')) return first;
  if (startsComprehension(r)) {
    const generators = comprehensionClauses(r);
    r.expect(')');
    return { kind: 'GeneratorExp', span: r.spanFrom(start), elt: first, generators };
  }
  const elts = elements(r, first, ')');
  return { kind: 'Tuple', span: r.spanFrom(start), elts, ctx: 'Load' };
}

/** `[…]` */
export function brackets(r: Reader): Expression {
  const { start } = r;
  r.advance();
  if (r.take(']')) return { kind: 'List', span: r.spanFrom(start), elts: [], ctx: 'Load' };
  const first = starNamedExpression(r);
  if (startsComprehension(r)) {
    const generators = comprehensionClauses(r);
    r.expect(']');
    return { kind: 'ListComp', span: r.spanFrom(start), elt: first, generators };
  }
  const elts = elements(r, first, ']');
  return { kind: 'List', span: r.spanFrom(start), elts, ctx: 'Load' };
}

/** `{…}`: a dictionary or a set. */
export function braces(r: Reader): Expression {
  const { start } = r;
  r.advance();
  if (r.is('}') || r.is('**')) return dictionary(r, start, [], []);
  const first = starNamedExpression(r);
  if (r.take(':')) {
    const value = expression(r);
    if (!startsComprehension(r)) return dictionary(r, start, [first], [value]);
    const generators = comprehensionClauses(r);
    r.expect('}');
    return { kind: 'DictComp', span: r.spanFrom(start), key: first, value, generators };
  }
  if (startsComprehension(r)) {
    const generators = comprehensionClauses(r);
    r.expect('}');
    return { kind: 'SetComp', span: r.spanFrom(start), elt: first, generators };
  }
  const elts = elements(r, first, '}');
  return { kind: 'Set', span: r.spanFrom(start), elts };
}

/** The elements from the first, which was read, up to the bracket. */
function elements(r: Reader, first: Expression, bracket: string): Expression[] {
  const elts = [first];
  while (r.take(',')) {
    if (r.is(bracket)) break;
    elts.push(starNamedExpression(r));
  }
  r.expect(bracket);
  return elts;
}

/** The rest of a dictionary, of which the first item may have been read. */
function dictionary(
  r: Reader,
  start: number,
  keys: (Expression | null)[],
  values: Expression[],
): Expression {
  if (keys.length > 0) r.take(',');
  while (!r.is('}')) {
    if (r.take('**')) {
      keys.push(null);
      values.push(operand(r));
    } else {
      keys.push(expression(r));
      r.expect(':');
      values.push(expression(r));
    }
    if (!r.take(',')) break;
  }
  r.expect('}');
  return { kind: 'Dict', span: r.spanFrom(start), keys, values };
}

export function startsComprehension(r: Reader): boolean {
  return r.is('for') || (r.is('async') && r.next === 'for');
}

/** One or more of `for target in iterable if condition`. */
export function comprehensionClauses(r: Reader): Comprehension[] {
  const clauses: Comprehension[] = [];
  while (startsComprehension(r)) {
    const { start } = r;
    const is_async = r.take('async');
    r.advance();
    const target = forTargets(r);
    r.expect('in');
    const iter = disjunction(r);
    const ifs: Expression[] = [];
    while (r.take('if')) ifs.push(disjunction(r));
    clauses.push({ kind: 'comprehension', span: r.spanFrom(start), target, iter, ifs, is_async });
  }
  return clauses;
}

/** `a, *b` before `in`. */
export function forTargets(r: Reader): Expression {
  const { start } = r;
  const first = forTarget(r);
  if (!r.is(',')) return first;
  const elts = [first];
  while (r.take(',')) {
    if (!startsExpression(r.type)) break;
    elts.push(forTarget(r));
  }
  return { kind: 'Tuple', span: r.spanFrom(start), elts, ctx: 'Store' };
}

function forTarget(r: Reader): Expression {
  return asTarget(r.is('*') ? starred(r, operand) : operand(r));
}

/** What stands between the brackets behind a value, the closing one included. */
export function subscript(r: Reader): Expression {
  const { start } = r;
  const first = slice(r);
  if (!r.is(',')) {
    r.expect(']');
    if (first.kind !== 'Starred') return first;
    return { kind: 'Tuple', span: first.span, elts: [first], ctx: 'Load' };
  }
  const elts = [first];
  while (r.take(',')) {
    if (r.is(']')) break;
    elts.push(slice(r));
  }
  const span = r.spanFrom(start);
  r.expect(']');
  return { kind: 'Tuple', span, elts, ctx: 'Load' };
}

/** `a:b:c`, each part optional, or a plain index. */
function slice(r: Reader): Expression {
  if (r.is('*')) return starred(r, operand);
  const { start } = r;
  const lower = r.is(':') ? null : namedExpression(r);
  if (!r.take(':')) return lower as Expression;
  const upper = endsBound(r) ? null : expression(r);
  const step = r.take(':') && !endsBound(r) ? expression(r) : null;
  return { kind: 'Slice', span: r.spanFrom(start), lower, upper, step };
}

function endsBound(r: Reader): boolean {
  return r.is(':') || r.is(',') || r.is(']');
}
