// Parameter lists of functions and lambdas, and type parameters.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#function-definitions

import type { Cursor } from './cursor.ts';
import { expression, starExpression } from './expressions.ts';

/** Between the parentheses of a function; stops before the closing one. */
export function functionParameters(c: Cursor): void {
  parameters(c, { end: ')', annotations: true, subject: 'Function' });
}

/** After `lambda`; stops before the colon. */
export function lambdaParameters(c: Cursor): void {
  parameters(c, { end: ':', annotations: false, subject: 'Lambda expression' });
}

interface Style {
  readonly end: string;
  readonly annotations: boolean;
  readonly subject: string;
}

interface State {
  /** How many parameters stand before. */
  count: number;
  defaults: boolean;
  slash: boolean;
  star: boolean;
}

function parameters(c: Cursor, style: Style): void {
  const state: State = { count: 0, defaults: false, slash: false, star: false };
  while (!c.is(style.end)) {
    if (c.is('**')) {
      keywords(c, style);
      return;
    }
    if (c.is('*')) star(c, style, state);
    else if (c.is('/')) slash(c, style, state);
    else parameter(c, style, state);
    if (!c.take(',')) return;
  }
}

function parameter(c: Cursor, style: Style, state: State): void {
  const at = c.at;
  if (c.is('(')) refuseParentheses(c, style, state);
  c.expect('NAME');
  if (style.annotations && c.take(':')) expression(c);
  state.count++;
  if (c.is('=')) {
    defaultValue(c, style);
    state.defaults = true;
    return;
  }
  if (!state.defaults || state.star) return;
  if (c.is(',') || c.is(style.end)) {
    throw c.refusal('non-default argument follows default argument', at);
  }
}

function defaultValue(c: Cursor, style: Style): void {
  const at = c.at;
  c.advance();
  if (c.is(style.end) || c.is(',')) {
    throw c.refusal('expected default value expression', at);
  }
  expression(c);
}

function refuseParentheses(c: Cursor, style: Style, state: State): void {
  const at = c.at;
  if (state.defaults || state.star || state.slash) c.fail();
  const end = c.endOf((c) => {
    c.advance();
    do {
      if (c.is(')')) break;
      c.expect('NAME');
      if (style.annotations && c.take(':')) expression(c);
    } while (c.take(','));
    c.expect(')');
  });
  if (end === undefined || c.typeAt(at + 1) === ')') c.fail();
  throw c.refusal(`${style.subject} parameters cannot be parenthesized`, at, end);
}

function slash(c: Cursor, style: Style, state: State): void {
  const at = c.at;
  c.advance();
  if (state.slash) throw c.refusal('/ may appear only once', at);
  if (state.star) throw c.refusal('/ must be ahead of *', at);
  if (state.count === 0) {
    if (c.is(',')) throw c.refusal('at least one argument must precede /', at);
    c.at = c.is(style.end) ? c.at : at;
    c.at = at;
    c.fail();
  }
  if (c.is('*')) throw c.refusal('expected comma between / and *', c.at);
  state.slash = true;
}

function star(c: Cursor, style: Style, state: State): void {
  const at = c.at;
  c.advance();
  if (state.star) throw c.refusal('* argument may appear only once', at);
  state.star = true;
  if (c.is('NAME')) {
    c.advance();
    if (style.annotations && c.take(':')) starExpression(c);
    if (c.is('=')) {
      throw c.refusal('var-positional argument cannot have default value', c.at);
    }
    return;
  }
  const next = c.is(',') ? c.typeAt(c.at + 1) : c.type;
  if (next === style.end || (next === '**' && c.is(','))) {
    throw c.refusal('named arguments must follow bare *', at);
  }
  if (!c.is(',')) c.fail();
}

/** `**kwargs`, after which nothing may come but a comma. */
function keywords(c: Cursor, style: Style): void {
  c.advance();
  c.expect('NAME');
  if (style.annotations && c.take(':')) expression(c);
  if (c.is('=')) throw c.refusal('var-keyword argument cannot have default value', c.at);
  if (!c.take(',')) return;
  if (c.is('NAME') || c.is('*') || c.is('**') || c.is('/')) {
    throw c.refusal('arguments cannot follow var-keyword argument', c.at);
  }
}

/** `[T: bound = default, *Ts, **P]` */
export function typeParameters(c: Cursor): void {
  c.expect('[');
  do {
    if (c.is(']')) break;
    const many = c.take('*');
    const bounded = !many && !c.take('**');
    c.expect('NAME');
    if (bounded && c.take(':')) expression(c);
    if (c.take('=')) {
      if (many) starExpression(c);
      else expression(c);
    }
  } while (c.take(','));
  c.expect(']');
}
