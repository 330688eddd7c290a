// The arguments of a call or of a class.
//
// https://docs.python.org/3.13/reference/expressions.html#calls

import type { Cursor } from './cursor.ts';
import { comprehensionClauses, startsComprehension } from './displays.ts';
import { expression, namedExpression, starred, startsExpression } from './expressions.ts';
import type { Shape } from './shapes.ts';

/** Everything behind the opening parenthesis, the closing one included. */
export function callArguments(c: Cursor): void {
  argumentList(c, true);
}

/** A class takes no generator expression without parentheses. */
export function classArguments(c: Cursor): void {
  argumentList(c, false);
}

interface Seen {
  positional: number;
  keyword: boolean;
  unpacking: boolean;
  readonly names: Set<string>;
  /** Tokens of the first name given twice. */
  repeated: number;
}

function argumentList(c: Cursor, generator: boolean): void {
  const seen: Seen = {
    positional: 0,
    keyword: false,
    unpacking: false,
    names: new Set(),
    repeated: -1,
  };
  while (!c.is(')')) {
    argument(c, seen, generator);
    if (!c.take(',')) break;
  }
  c.expect(')');
  if (seen.repeated >= 0) {
    const name = c.textAt(seen.repeated);
    throw c.refusal(`keyword argument repeated: ${name}`, seen.repeated);
  }
}

function argument(c: Cursor, seen: Seen, generator: boolean): void {
  const at = c.at;
  if (c.is('*')) {
    const shape = starred(c, expression);
    if (startsComprehension(c)) refuseStarredGenerator(c, at);
    if (seen.unpacking) {
      const message = 'iterable argument unpacking follows keyword argument unpacking';
      throw c.refusal(message, at);
    }
    if (typeof shape === 'object') seen.positional++;
    return;
  }
  if (c.take('**')) {
    expression(c);
    if (c.is('=')) c.fail();
    seen.unpacking = true;
    return;
  }
  if (c.is('NAME') && c.typeAt(at + 1) === '=') {
    keyword(c, seen);
    return;
  }
  positional(c, seen, generator);
}

function refuseStarredGenerator(c: Cursor, at: number): void {
  if (!c.would(comprehensionClauses)) return;
  throw c.refusal('iterable unpacking cannot be used in comprehension', at, c.at - 1);
}

function keyword(c: Cursor, seen: Seen): void {
  const at = c.at;
  c.advance();
  c.advance();
  expression(c);
  if (startsComprehension(c) && c.would(comprehensionClauses)) {
    const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    throw c.refusal(message, at, at + 1);
  }
  const name = c.textAt(at);
  if (seen.names.has(name) && seen.repeated < 0) seen.repeated = at;
  seen.names.add(name);
  seen.keyword = true;
}

function positional(c: Cursor, seen: Seen, generator: boolean): void {
  const at = c.at;
  const shape = positionalShape(c);
  if (startsComprehension(c)) {
    lonelyGenerator(c, seen, at, generator);
    return;
  }
  if (c.is('=')) refuseKeyword(c, shape, at);
  if (seen.unpacking || seen.keyword) {
    // CPython points behind the last argument.
    refuseLate(c, seen);
  }
  seen.positional++;
}

function positionalShape(c: Cursor): Shape {
  if (c.is('NAME') && c.typeAt(c.at + 1) === ':=') return namedExpression(c);
  return expression(c);
}

function refuseKeyword(c: Cursor, shape: Shape, at: number): void {
  if (c.at === at + 1 && (shape === 'True' || shape === 'False' || shape === 'None')) {
    throw c.refusal(`cannot assign to ${shape}`, at, c.at);
  }
  const message = 'expression cannot contain assignment, perhaps you meant "=="?';
  throw c.refusal(message, at, c.at);
}

/** The rest must be right before the order of the arguments counts. */
function refuseLate(c: Cursor, seen: Seen): void {
  const rest = c.would((c) => {
    while (c.take(',')) {
      if (c.is(')')) return;
      if (!c.take('**')) c.take('*');
      if (c.is('NAME') && c.typeAt(c.at + 1) === '=') {
        c.advance();
        c.advance();
      }
      if (!startsExpression(c.type)) c.fail();
      expression(c);
    }
  });
  if (!rest) return;
  const what = seen.unpacking ? ' unpacking' : '';
  const message = `positional argument follows keyword argument${what}`;
  let last = c.at;
  let depth = 0;
  for (; ; last++) {
    const type = c.typeAt(last);
    if (type === '(' || type === '[' || type === '{') depth++;
    if (type === ')' || type === ']' || type === '}') depth--;
    if (depth < 0 || type === 'END' || type === 'ERROR' || type === undefined) break;
  }
  throw c.refusal(message, c.typeAt(last) === ')' ? last : c.at);
}

/** `f(x for x in y)` needs no parentheses where it is alone. */
function lonelyGenerator(c: Cursor, seen: Seen, at: number, generator: boolean): void {
  const alone = at > 0 && c.typeAt(at - 1) === '(' && seen.positional === 0 && !seen.keyword;
  const clauses = c.at;
  comprehensionClauses(c);
  const last = c.at - 1;
  if (alone && c.is(')')) {
    if (generator) return;
    c.at = clauses;
    c.fail();
  }
  if (!alone || (c.is(',') && generatorFollowed(c))) {
    throw c.refusal('Generator expression must be parenthesized', at, last);
  }
  if (c.is(',') && c.typeAt(c.at + 1) === ')') {
    throw c.refusal('Generator expression must be parenthesized', at, last);
  }
  c.fail();
}

function generatorFollowed(c: Cursor): boolean {
  return c.would((c) => {
    c.advance();
    if (c.take('**') || c.take('*')) return;
    expression(c);
  });
}
