// What stands between brackets: groups, tuples, lists, sets, dictionaries, comprehensions, slices.
//
// https://docs.python.org/3.13/reference/expressions.html#atoms

import type { Cursor } from './cursor.ts';
import {
  disjunction,
  expression,
  namedExpression,
  operand,
  plainExpression,
  refuseAdjacent,
  starNamedExpression,
  starred,
  startsExpression,
  yieldExpression,
} from './expressions.ts';
import { Refusal } from './refusal.ts';
import type { Part, Shape } from './shapes.ts';
import { cannotAssign, enclosed, invalidTarget } from './shapes.ts';

export function startsComprehension(c: Cursor): boolean {
  return c.is('for') || (c.is('async') && c.typeAt(c.at + 1) === 'for');
}

/** `(…)`: a group, a tuple or a generator expression. */
export function parentheses(c: Cursor): Shape {
  c.advance();
  if (c.take(')')) return { kind: 'tuple', parts: [] };
  if (c.is('yield')) {
    const shape = yieldExpression(c);
    c.expect(')');
    return shape;
  }
  if (c.is('**')) refuseDoubleStar(c);
  const first = c.at;
  const shape = starNamedExpression(c);
  const part: Part = { shape, first, last: c.at - 1 };
  if (startsComprehension(c)) {
    refuseStarredElement(c, part);
    comprehensionClauses(c);
    c.expect(')');
    return 'generator expression';
  }
  if (c.is(',')) {
    const parts = elements(c, part, ')');
    return { kind: 'tuple', parts };
  }
  if (c.is(')') && isStarred(shape)) {
    throw c.refusal('cannot use starred expression here', first, c.at - 1);
  }
  c.expect(')');
  return enclosed(shape);
}

function isStarred(shape: Shape): boolean {
  return typeof shape === 'object' && shape.kind === 'starred';
}

function refuseDoubleStar(c: Cursor): void {
  const at = c.at;
  const alone = c.would((c) => {
    c.advance();
    expression(c);
    c.expect(')');
  });
  if (alone) throw c.refusal('cannot use double starred expression here', at);
  c.fail();
}

function refuseStarredElement(c: Cursor, part: Part): void {
  if (!isStarred(part.shape) || !c.would(comprehensionClauses)) return;
  const message = 'iterable unpacking cannot be used in comprehension';
  throw c.refusal(message, part.first, part.last);
}

/** The elements after the first, up to the bracket. */
function elements(c: Cursor, first: Part, bracket: string): Part[] {
  const parts = [first];
  while (c.take(',')) {
    if (c.is(bracket)) break;
    const at = c.at;
    if (bracket !== ')' && startsComprehension(c)) refuseTarget(c, parts);
    parts.push({ shape: starNamedExpression(c), first: at, last: c.at - 1 });
    if (bracket !== ')' && startsComprehension(c)) refuseTarget(c, parts);
  }
  c.expect(bracket);
  return parts;
}

/** `[a, b for a, b in c]` */
function refuseTarget(c: Cursor, parts: readonly Part[]): void {
  if (!c.would(comprehensionClauses)) return;
  const message = 'did you forget parentheses around the comprehension target?';
  throw c.refusal(message, parts[0]?.first ?? c.at, parts.at(-1)?.last ?? c.at);
}

/** `[…]` */
export function brackets(c: Cursor): Shape {
  c.advance();
  if (c.take(']')) return { kind: 'list', parts: [] };
  const first = c.at;
  const shape = starNamedExpression(c);
  const part: Part = { shape, first, last: c.at - 1 };
  if (startsComprehension(c)) {
    refuseStarredElement(c, part);
    comprehensionClauses(c);
    c.expect(']');
    return 'list comprehension';
  }
  return { kind: 'list', parts: elements(c, part, ']') };
}

/** `{…}`: a dictionary or a set. */
export function braces(c: Cursor): Shape {
  c.advance();
  if (c.take('}')) return 'dict literal';
  if (c.is('**')) return dictionaryAfterStars(c);
  const first = c.at;
  const shape = starNamedExpression(c);
  const part: Part = { shape, first, last: c.at - 1 };
  if (c.is(':') && !isStarred(shape) && shape !== 'named expression') {
    dictionaryValue(c);
    if (startsComprehension(c)) {
      comprehensionClauses(c);
      c.expect('}');
      return 'dict comprehension';
    }
    return dictionaryItems(c);
  }
  if (startsComprehension(c)) {
    refuseStarredElement(c, part);
    comprehensionClauses(c);
    c.expect('}');
    return 'set comprehension';
  }
  elements(c, part, '}');
  return 'set display';
}

function dictionaryAfterStars(c: Cursor): Shape {
  const at = c.at;
  c.advance();
  operand(c);
  if (startsComprehension(c) && c.would(comprehensionClauses)) {
    throw c.refusal('dict unpacking cannot be used in dict comprehension', at);
  }
  return dictionaryItems(c);
}

/** The items after the first. */
function dictionaryItems(c: Cursor): Shape {
  while (c.take(',')) {
    if (c.is('}')) break;
    if (c.take('**')) {
      operand(c);
      continue;
    }
    const first = c.at;
    const key = keyExpression(c);
    if (!c.is(':')) {
      if (c.is('ERROR') || c.is('=')) c.fail();
      if (typeof key === 'object' && key.kind === 'starred') c.fail();
      const end = c.tokens.ends[c.at - 1] as number;
      const message = "':' expected after dictionary key";
      throw new Refusal(message, end - 1, end, 'SyntaxError', { marking: 'open' });
    }
    if (c.at === first) c.fail();
    dictionaryValue(c);
  }
  c.expect('}');
  return 'dict literal';
}

/** A key is not followed by another expression: the colon is what is missing. */
function keyExpression(c: Cursor): Shape {
  return plainExpression(c);
}

function dictionaryValue(c: Cursor): void {
  const colon = c.at;
  c.advance();
  if (c.is('}') || c.is(',')) {
    throw c.refusal("expression expected after dictionary key and ':'", colon);
  }
  if (c.is('*')) {
    const star = c.at;
    const end = c.endOf((c) => starred(c, operand));
    if (end !== undefined) {
      const message = 'cannot use a starred expression in a dictionary value';
      throw c.refusal(message, star, end);
    }
  }
  expression(c);
}

/** One or more of `for target in iterable if condition`. */
export function comprehensionClauses(c: Cursor): void {
  while (startsComprehension(c)) {
    c.take('async');
    c.advance();
    forTargets(c);
    c.expect('in');
    disjunction(c);
    while (c.take('if')) disjunction(c);
  }
}

/** `a, *b` before `in`: like expressions, but `in` ends them. */
export function forTargets(c: Cursor): void {
  const first = c.at;
  const parts: Part[] = [];
  let comma = false;
  do {
    const at = c.at;
    if (comma && !startsExpression(c.type)) break;
    const shape = c.is('*') ? starred(c, operand) : operand(c);
    parts.push({ shape, first: at, last: c.at - 1 });
    if (c.is(',')) comma = true;
  } while (c.take(','));
  const [single] = parts;
  const whole: Part =
    single && !comma ? single : { shape: { kind: 'tuple', parts }, first, last: c.at - 1 };
  const wrong = invalidTarget(whole);
  if (wrong) throw cannotAssign(c, wrong);
  if (!c.is('in')) refuseAdjacent(c, parts.at(-1)?.first ?? first);
}

/** What stands between the brackets behind a value. */
export function subscript(c: Cursor): void {
  slice(c);
  while (c.take(',')) {
    if (c.is(']')) break;
    slice(c);
  }
  c.expect(']');
}

function slice(c: Cursor): void {
  if (c.is('*')) {
    starred(c, operand);
    return;
  }
  // A bound is no `name := value`; without brackets around it that stands alone.
  const named = c.is('NAME') && c.typeAt(c.at + 1) === ':=';
  if (!c.is(':')) namedExpression(c);
  if (named || !c.take(':')) return;
  if (!endsBound(c)) plainExpression(c);
  if (c.take(':') && !endsBound(c)) plainExpression(c);
}

function endsBound(c: Cursor): boolean {
  return c.is(':') || c.is(',') || c.is(']');
}
