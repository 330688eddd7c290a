// Tokens to statements that hold other statements.
//
// https://docs.python.org/3.13/reference/compound_stmts.html

import { InvariantViolation } from '../../base/invariant.ts';
import type {
  ClassDef,
  ExceptHandler,
  Expression,
  For,
  FunctionDef,
  If,
  Statement,
  Try,
  With,
  WithItem,
} from '../syntax.ts';
import { callArguments } from './arguments.ts';
import { forTargets } from './displays.ts';
import {
  asTarget,
  expression,
  namedExpression,
  operand,
  starExpressions,
  starred,
} from './expressions.ts';
import { parameters, typeParameters } from './parameters.ts';
import { match, startsMatch } from './patterns.ts';
import type { Reader } from './reader.ts';
import { simpleStatements, statement } from './statements.ts';

/** The statement here, or null where it is a simple one. */
export function compoundStatement(r: Reader): Statement | null {
  const { start } = r;
  switch (r.type) {
    case 'def':
      return functionDefinition(r, start, []);
    case 'class':
      return classDefinition(r, []);
    case 'if':
      return ifStatement(r);
    case 'for':
      return forStatement(r, start);
    case 'while':
      return whileStatement(r);
    case 'try':
      return tryStatement(r);
    case 'with':
      return withStatement(r, start);
    case 'async':
      return asyncStatement(r);
    case '@':
      return decorated(r);
    case 'NAME':
      return startsMatch(r) ? match(r) : null;
    default:
      return null;
  }
}

/** The body behind a colon, the colon included: an indented block, or what is left of the line. */
export function suite(r: Reader): Statement[] {
  r.expect(':');
  const body: Statement[] = [];
  if (!r.takeLayout('NEWLINE')) {
    simpleStatements(r, body);
    return body;
  }
  r.takeLayout('INDENT');
  while (!r.is('DEDENT') && !r.is('END')) statement(r, body);
  r.takeLayout('DEDENT');
  return body;
}

function clause(r: Reader, word: string): Statement[] {
  return r.take(word) ? suite(r) : [];
}

function decorated(r: Reader): Statement {
  const decorators: Expression[] = [];
  while (r.take('@')) {
    decorators.push(namedExpression(r));
    r.takeLayout('NEWLINE');
  }
  const { start } = r;
  if (r.is('class')) return classDefinition(r, decorators);
  r.take('async');
  return functionDefinition(r, start, decorators);
}

function asyncStatement(r: Reader): Statement {
  const { start } = r;
  r.advance();
  if (r.is('def')) return functionDefinition(r, start, []);
  return r.is('for') ? forStatement(r, start) : withStatement(r, start);
}

/** From `def`; an `async` before it may have been read. */
function functionDefinition(
  r: Reader,
  start: number,
  decorator_list: readonly Expression[],
): FunctionDef {
  const kind = r.start === start ? 'FunctionDef' : 'AsyncFunctionDef';
  r.advance();
  const nameStart = r.start;
  const name = r.identifier();
  const nameSpan = r.spanFrom(nameStart);
  const type_params = typeParameters(r);
  r.expect('(');
  const args = parameters(r, ')');
  r.expect(')');
  const returns = r.take('->') ? expression(r) : null;
  const body = suite(r);
  const span = r.spanFrom(start);
  return { kind, span, name, nameSpan, args, body, decorator_list, returns, type_params };
}

function classDefinition(r: Reader, decorator_list: readonly Expression[]): ClassDef {
  const { start } = r;
  r.advance();
  const nameStart = r.start;
  const name = r.identifier();
  const nameSpan = r.spanFrom(nameStart);
  const type_params = typeParameters(r);
  const { args: bases, keywords } = r.take('(') ? callArguments(r) : { args: [], keywords: [] };
  const body = suite(r);
  const span = r.spanFrom(start);
  return {
    kind: 'ClassDef',
    span,
    name,
    nameSpan,
    bases,
    keywords,
    body,
    decorator_list,
    type_params,
  };
}

/** Each `elif` is an `if` alone in the `else` of the one before: built from the last to the first. */
function ifStatement(r: Reader): If {
  const clauses: Pick<If, 'test' | 'body' | 'span'>[] = [];
  do {
    const { start } = r;
    r.advance();
    const test = namedExpression(r);
    const body = suite(r);
    clauses.push({ test, body, span: { start, end: start } });
  } while (r.is('elif'));
  let orelse: readonly Statement[] = clause(r, 'else');
  const last = clauses.length - 1;
  for (let i = last; i > 0; i--) orelse = [oneIf(r, clauses[i] as (typeof clauses)[0], orelse)];
  return oneIf(r, clauses[0] as (typeof clauses)[0], orelse);
}

function oneIf(
  r: Reader,
  { test, body, span }: Pick<If, 'test' | 'body' | 'span'>,
  orelse: readonly Statement[],
): If {
  return { kind: 'If', span: r.spanFrom(span.start), test, body, orelse };
}

function whileStatement(r: Reader): Statement {
  const { start } = r;
  r.advance();
  const test = namedExpression(r);
  const body = suite(r);
  const orelse = clause(r, 'else');
  return { kind: 'While', span: r.spanFrom(start), test, body, orelse };
}

function forStatement(r: Reader, start: number): For {
  const kind = r.start === start ? 'For' : 'AsyncFor';
  r.advance();
  const target = forTargets(r);
  r.expect('in');
  const iter = starExpressions(r);
  const body = suite(r);
  const orelse = clause(r, 'else');
  return { kind, span: r.spanFrom(start), target, iter, body, orelse };
}

function tryStatement(r: Reader): Try {
  const { start } = r;
  r.advance();
  const body = suite(r);
  const handlers: ExceptHandler[] = [];
  let kind: Try['kind'] = 'Try';
  while (r.is('except')) {
    if (r.next === '*') kind = 'TryStar';
    handlers.push(handler(r));
  }
  const orelse = clause(r, 'else');
  const finalbody = clause(r, 'finally');
  return { kind, span: r.spanFrom(start), body, handlers, orelse, finalbody };
}

function handler(r: Reader): ExceptHandler {
  const { start } = r;
  r.advance();
  r.take('*');
  const type = r.is(':') ? null : expression(r);
  const name = r.take('as') ? r.identifier() : null;
  const body = suite(r);
  return { kind: 'ExceptHandler', span: r.spanFrom(start), type, name, body };
}

function withStatement(r: Reader, start: number): With {
  const kind = r.start === start ? 'With' : 'AsyncWith';
  r.advance();
  const items = groupedItems(r) ?? openItems(r);
  const body = suite(r);
  return { kind, span: r.spanFrom(start), items, body };
}

/** `(a as b, c)` before the colon; null where the parentheses are those of an expression. */
function groupedItems(r: Reader): WithItem[] | null {
  if (!r.is('(') || r.types[r.closing() + 1] !== ':') return null;
  const { at, end } = r;
  const items: WithItem[] = [];
  try {
    r.advance();
    do {
      if (r.is(')')) break;
      items.push(withItem(r));
    } while (r.take(','));
    r.expect(')');
    if (items.length > 0) return items;
  } catch (error) {
    if (!(error instanceof InvariantViolation)) throw error;
  }
  r.at = at;
  r.end = end;
  return null;
}

function openItems(r: Reader): WithItem[] {
  const items: WithItem[] = [];
  do items.push(withItem(r));
  while (r.take(','));
  return items;
}

function withItem(r: Reader): WithItem {
  const { start } = r;
  const context_expr = expression(r);
  const optional_vars = r.take('as')
    ? asTarget(r.is('*') ? starred(r, operand) : operand(r))
    : null;
  return { kind: 'withitem', span: r.spanFrom(start), context_expr, optional_vars };
}
