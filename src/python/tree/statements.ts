// Tokens to statements. Compound statements are in compound.ts, `match` in patterns.ts.
//
// https://docs.python.org/3.13/reference/simple_stmts.html

import { startsExpression } from '../check/expressions.ts';
import type { Tokens } from '../check/tokens.ts';
import type { Alias, AugAssign, Expression, Statement } from '../syntax.ts';
import { compoundStatement } from './compound.ts';
import {
  asTarget,
  augmentedOperator,
  expression,
  name,
  starExpressions,
  valueOrYield,
} from './expressions.ts';
import { typeParameters } from './parameters.ts';
import { Reader } from './reader.ts';

/** The statements of a program that the strict grammar accepted. */
export function program(tokens: Tokens): Statement[] {
  const r = new Reader(tokens);
  const body: Statement[] = [];
  while (!r.is('END')) statement(r, body);
  return body;
}

/** Adds the statement, or the statements of a line, to those of its block. */
export function statement(r: Reader, block: Statement[]): void {
  const compound = compoundStatement(r);
  if (compound) block.push(compound);
  else simpleStatements(r, block);
}

/** Statements between semicolons, up to the end of the line. */
export function simpleStatements(r: Reader, block: Statement[]): void {
  do {
    if (r.is('NEWLINE')) break;
    block.push(simpleStatement(r));
  } while (r.take(';'));
  r.takeLayout('NEWLINE');
}

function simpleStatement(r: Reader): Statement {
  const { start } = r;
  switch (r.type) {
    case 'return': {
      r.advance();
      const value = startsExpression(r.type) ? starExpressions(r) : null;
      return { kind: 'Return', span: r.spanFrom(start), value };
    }
    case 'import':
      return importNames(r);
    case 'from':
      return importFrom(r);
    case 'raise':
      return raise(r);
    case 'pass':
    case 'break':
    case 'continue': {
      const kind = r.is('pass') ? 'Pass' : r.is('break') ? 'Break' : 'Continue';
      r.advance();
      return { kind, span: r.spanFrom(start) };
    }
    case 'del':
      return del(r);
    case 'assert': {
      r.advance();
      const test = expression(r);
      const msg = r.take(',') ? expression(r) : null;
      return { kind: 'Assert', span: r.spanFrom(start), test, msg };
    }
    case 'global':
    case 'nonlocal': {
      const kind = r.is('global') ? 'Global' : 'Nonlocal';
      const names: string[] = [];
      r.advance();
      do names.push(r.identifier());
      while (r.take(','));
      return { kind, span: r.spanFrom(start), names };
    }
    case 'NAME':
      if (r.next === 'NAME' && r.word() === 'type') return typeAlias(r);
  }
  return expressionStatement(r);
}

/** `type X[T] = value` */
function typeAlias(r: Reader): Statement {
  const { start } = r;
  r.advance();
  const target = name(r, 'Store');
  const type_params = typeParameters(r);
  r.expect('=');
  const value = expression(r);
  return { kind: 'TypeAlias', span: r.spanFrom(start), name: target, type_params, value };
}

function expressionStatement(r: Reader): Statement {
  const { start, at } = r;
  const value = valueOrYield(r);
  if (r.is('=')) return assignment(r, start, value);
  if (r.is(':')) {
    // A name in parentheses is no declaration.
    const simple = value.kind === 'Name' && r.at === at + 1;
    return annotatedAssignment(r, start, value, simple);
  }
  const op = augmentedOperator(r.type);
  if (!op) return { kind: 'Expr', span: r.spanFrom(start), value };
  r.advance();
  const target = asTarget(value as AugAssign['target']);
  const operand = valueOrYield(r);
  return { kind: 'AugAssign', span: r.spanFrom(start), target, op, value: operand };
}

function assignment(r: Reader, start: number, first: Expression): Statement {
  const targets: Expression[] = [];
  let value = first;
  while (r.take('=')) {
    targets.push(asTarget(value));
    value = valueOrYield(r);
  }
  return { kind: 'Assign', span: r.spanFrom(start), targets, value };
}

function annotatedAssignment(
  r: Reader,
  start: number,
  place: Expression,
  simple: boolean,
): Statement {
  r.advance();
  const target = asTarget(place as AugAssign['target']);
  const annotation = expression(r);
  const value = r.take('=') ? valueOrYield(r) : null;
  return { kind: 'AnnAssign', span: r.spanFrom(start), target, annotation, value, simple };
}

/** `del a, b` deletes two targets, `del (a, b)` one that is a tuple. */
function del(r: Reader): Statement {
  const { start } = r;
  r.advance();
  const targets: Expression[] = [];
  do {
    if (!startsExpression(r.type)) break;
    targets.push(asTarget(expression(r), 'Del'));
  } while (r.take(','));
  return { kind: 'Delete', span: r.spanFrom(start), targets };
}

function raise(r: Reader): Statement {
  const { start } = r;
  r.advance();
  const exc = startsExpression(r.type) ? expression(r) : null;
  const cause = exc && r.take('from') ? expression(r) : null;
  return { kind: 'Raise', span: r.spanFrom(start), exc, cause };
}

function importNames(r: Reader): Statement {
  const { start } = r;
  r.advance();
  const names: Alias[] = [];
  do names.push(alias(r));
  while (r.take(','));
  return { kind: 'Import', span: r.spanFrom(start), names };
}

function alias(r: Reader): Alias {
  const { start } = r;
  const name = dottedName(r);
  const asname = r.take('as') ? r.identifier() : null;
  return { kind: 'alias', span: r.spanFrom(start), name, asname };
}

/** Blanks may stand around the dots. */
function dottedName(r: Reader): string {
  let name = r.identifier();
  while (r.take('.')) name += `.${r.identifier()}`;
  return name;
}

function importFrom(r: Reader): Statement {
  const { start } = r;
  r.advance();
  let level = 0;
  while (r.is('.') || r.is('...')) {
    level += r.type.length;
    r.advance();
  }
  const module = r.is('NAME') ? dottedName(r) : null;
  r.expect('import');
  const names = importedNames(r);
  return { kind: 'ImportFrom', span: r.spanFrom(start), module, names, level };
}

function importedNames(r: Reader): Alias[] {
  const { start } = r;
  if (r.take('*')) {
    return [{ kind: 'alias', span: r.spanFrom(start), name: '*', asname: null }];
  }
  const names: Alias[] = [];
  const grouped = r.take('(');
  do {
    if (r.is(')')) break;
    names.push(alias(r));
  } while (r.take(','));
  if (grouped) r.expect(')');
  return names;
}
