// Expressions, as strictly as CPython's grammar. Brackets are in displays.ts, calls in
// arguments.ts, parameters in parameters.ts.
//
// https://docs.python.org/3.13/reference/expressions.html

import { callArguments } from './arguments.ts';
import type { Cursor } from './cursor.ts';
import { braces, brackets, parentheses, subscript } from './displays.ts';
import { lambdaParameters } from './parameters.ts';
import type { Part, Shape } from './shapes.ts';
import { isOperand, nameOf } from './shapes.ts';
import { strings } from './strings.ts';

/** `a, *b` */
export function starExpressions(c: Cursor): Shape {
  const first = c.at;
  const shape = starExpression(c);
  if (!c.is(',')) return shape;
  const parts: Part[] = [{ shape, first, last: c.at - 1 }];
  while (c.take(',')) {
    if (!startsExpression(c.type)) break;
    const first = c.at;
    parts.push({ shape: starExpression(c), first, last: c.at - 1 });
  }
  return { kind: 'tuple', parts };
}

export function starExpression(c: Cursor): Shape {
  if (!c.is('*')) return expression(c);
  return starred(c, operand);
}

/** An element of a list, a set or a tuple. */
export function starNamedExpression(c: Cursor): Shape {
  if (!c.is('*')) return namedExpression(c);
  const first = c.at + 1;
  const shape = starred(c, operand);
  if (!continues.has(c.type)) refuseAdjacent(c, first);
  return shape;
}

export function starred(c: Cursor, rule: (c: Cursor) => Shape): Shape {
  c.advance();
  const first = c.at;
  const shape = rule(c);
  return { kind: 'starred', parts: [{ shape, first, last: c.at - 1 }] };
}

/** `name := value`, or an expression. */
export function namedExpression(c: Cursor): Shape {
  const first = c.at;
  if (c.is('NAME') && c.typeAt(first + 1) === ':=') {
    c.advance();
    c.advance();
    expression(c);
    return 'named expression';
  }
  const shape = expression(c);
  if (c.is(':=')) throw notANameBefore(c, shape, first);
  if (c.is('=')) refuseAssignment(c, { shape, first, last: c.at - 1 });
  return shape;
}

function notANameBefore(c: Cursor, shape: Shape, first: number): Error {
  const last = c.at - 1;
  const follows = c.would((c) => {
    c.advance();
    expression(c);
  });
  if (!follows) c.fail();
  const message = `cannot use assignment expressions with ${nameOf(shape)}`;
  return c.refusalOf(message, { shape, first, last });
}

/** `=` where an expression with a value stands: perhaps `==` was meant. */
export function refuseAssignment(c: Cursor, { shape, first, last }: Part): void {
  const end = c.endOf((c) => {
    c.advance();
    operand(c);
    if (c.is('=') || c.is(':=')) c.fail();
  });
  if (end === undefined || !isOperand(shape)) return;
  if (shape === 'name' && first === last) {
    const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    throw c.refusal(message, first, end);
  }
  if (typeof shape === 'object') return;
  if (shape === 'generator expression') return;
  if (shape === 'True' || shape === 'False' || shape === 'None') return;
  const message = `cannot assign to ${nameOf(shape)} here. Maybe you meant '==' instead of '='?`;
  throw c.refusalOf(message, { shape, first, last });
}

/** A condition, `a if b else c`, or a lambda. */
export function expression(c: Cursor): Shape {
  if (c.is('lambda')) return lambda(c);
  const first = c.at;
  const shape = disjunction(c);
  const { type } = c;
  if (type === 'if') return conditional(c, first);
  if (continues.has(type)) return shape;
  refuseAdjacent(c, first);
  return shape;
}

/** What may follow an expression somewhere, so that nothing is amiss yet. */
const continues = new Set(
  ') ] } , : = := NEWLINE ; for async as from else in += -= *= /= //= %= @= &= |= ^= >>= <<= **= DEDENT END'.split(
    ' ',
  ),
);

/** Two expressions side by side: a comma is missing, or the statement is Python 2's. */
export function refuseAdjacent(c: Cursor, first: number): void {
  if (!startsExpression(c.type) || c.is('ERROR')) return;
  const last = c.at - 1;
  const name = c.typeAt(first) === 'NAME' ? c.textAt(first) : '';
  if (name === 'print' || name === 'exec') {
    const end = last === first && !c.is('(') ? c.endOf(plainExpressions) : undefined;
    if (end !== undefined) {
      const message = `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
      throw c.refusal(message, first, end);
    }
    if (last === first) return;
  }
  if (name && (c.typeAt(first + 1) === 'STRING' || softKeywords.has(name))) return;
  const end = c.endOf(plainExpression);
  if (end === undefined || c.tokens.levels[end] === 0) return;
  throw c.refusal('invalid syntax. Perhaps you forgot a comma?', first, end);
}

function plainExpressions(c: Cursor): void {
  do plainExpression(c);
  while (c.is(',') && startsExpression(c.typeAt(c.at + 1) ?? 'END') && c.take(','));
}

const softKeywords = new Set(['_', 'case', 'match']);

/** An expression that does not look at what follows it. */
export function plainExpression(c: Cursor): Shape {
  if (c.is('lambda')) return lambda(c);
  const shape = disjunction(c);
  if (!c.is('if')) return shape;
  const { at } = c;
  const complete = c.would((c) => {
    c.advance();
    disjunction(c);
    c.expect('else');
    plainExpression(c);
  });
  c.at = at;
  if (complete) {
    c.advance();
    disjunction(c);
    c.advance();
    plainExpression(c);
  }
  return complete ? 'conditional expression' : shape;
}

function conditional(c: Cursor, first: number): Shape {
  const { at } = c;
  c.advance();
  if (!startsExpression(c.type)) c.fail();
  disjunction(c);
  if (!c.is('else')) {
    // A colon may belong to a slice or a comprehension, and then this is another mistake.
    if (c.is(':') || c.is('ERROR')) c.fail();
    if (!c.is('=')) throw c.refusal("expected 'else' after 'if' expression", first, c.at - 1);
    c.at = at;
    c.fail();
  }
  c.advance();
  plainExpression(c);
  return 'conditional expression';
}

function lambda(c: Cursor): Shape {
  c.advance();
  lambdaParameters(c);
  c.expect(':');
  expression(c);
  return 'lambda';
}

export function disjunction(c: Cursor): Shape {
  let shape = conjunction(c);
  while (c.take('or')) {
    conjunction(c);
    shape = 'boolean';
  }
  return shape;
}

function conjunction(c: Cursor): Shape {
  let shape = inversion(c);
  while (c.take('and')) {
    inversion(c);
    shape = 'boolean';
  }
  return shape;
}

function inversion(c: Cursor): Shape {
  let negated = false;
  while (c.take('not')) negated = true;
  const shape = comparison(c);
  return negated ? 'boolean' : shape;
}

function comparison(c: Cursor): Shape {
  let shape = operand(c);
  while (comparisonOperator(c)) {
    operand(c);
    shape = 'comparison';
  }
  return shape;
}

function comparisonOperator(c: Cursor): boolean {
  switch (c.type) {
    case '<':
    case '>':
    case '==':
    case '>=':
    case '<=':
    case '!=':
    case 'in':
      c.advance();
      return true;
    case 'is':
      c.advance();
      c.take('not');
      return true;
    case 'not':
      if (c.typeAt(c.at + 1) !== 'in') return false;
      c.advance();
      c.advance();
      return true;
    default:
      return false;
  }
}

/** Arithmetic and bitwise operators; which binds tighter does not matter here. */
export function operand(c: Cursor): Shape {
  let shape = factor(c);
  for (;;) {
    switch (c.type) {
      case '+':
      case '-':
      case '*':
      case '/':
      case '//':
      case '%':
      case '@':
      case '&':
      case '|':
      case '^':
      case '<<':
      case '>>':
      case '**':
        c.advance();
        factor(c);
        shape = 'expression';
        break;
      default:
        return shape;
    }
  }
}

function factor(c: Cursor): Shape {
  let signed = false;
  while (c.is('-') || c.is('+') || c.is('~')) {
    c.advance();
    signed = true;
  }
  if (c.take('await')) {
    primary(c);
    return signed ? 'expression' : 'await expression';
  }
  const shape = primary(c);
  return signed ? 'expression' : shape;
}

export function primary(c: Cursor): Shape {
  let shape = atom(c);
  for (;;) {
    switch (c.type) {
      case '.':
        c.advance();
        c.expect('NAME');
        shape = 'attribute';
        break;
      case '(':
        c.advance();
        callArguments(c);
        shape = 'function call';
        break;
      case '[':
        c.advance();
        subscript(c);
        shape = 'subscript';
        break;
      default:
        return shape;
    }
  }
}

function atom(c: Cursor): Shape {
  switch (c.type) {
    case 'NAME':
      c.advance();
      return 'name';
    case 'NUMBER':
      c.advance();
      return 'literal';
    case 'STRING':
      return strings(c);
    case '(':
      return parentheses(c);
    case '[':
      return brackets(c);
    case '{':
      return braces(c);
    case 'True':
      c.advance();
      return 'True';
    case 'False':
      c.advance();
      return 'False';
    case 'None':
      c.advance();
      return 'None';
    case '...':
      c.advance();
      return 'ellipsis';
    default:
      return c.fail();
  }
}

const starters = new Set(
  'NAME NUMBER STRING ( [ { - + ~ not lambda await True False None ... * ERROR'.split(' '),
);

/** Whether an expression, also a starred one, may begin with the token. An error begins one too. */
export function startsExpression(type: string): boolean {
  return starters.has(type);
}

export function yieldExpression(c: Cursor): Shape {
  c.advance();
  if (c.take('from')) expression(c);
  else if (startsExpression(c.type)) starExpressions(c);
  return 'yield expression';
}
