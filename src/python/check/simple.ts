// Simple statements, as strictly as CPython's grammar.
//
// https://docs.python.org/3.13/reference/simple_stmts.html

import type { Cursor } from './cursor.ts';
import {
  expression,
  namedExpression,
  refuseAssignment,
  starExpressions,
  startsExpression,
  yieldExpression,
} from './expressions.ts';
import { typeParameters } from './parameters.ts';
import type { Part } from './shapes.ts';
import { cannotAssign, invalidTarget, nameOf } from './shapes.ts';

/** Statements between semicolons, up to the end of the line. */
export function simpleStatements(c: Cursor): void {
  do {
    if (c.is('NEWLINE')) break;
    simpleStatement(c);
  } while (c.take(';'));
  c.expect('NEWLINE');
}

function simpleStatement(c: Cursor): void {
  switch (c.type) {
    case 'NAME':
      if (c.word() === 'type' && c.typeAt(c.at + 1) === 'NAME') return typeAlias(c);
      return expressionStatement(c);
    case 'return':
      c.advance();
      if (startsExpression(c.type)) starExpressions(c);
      return;
    case 'import':
      c.advance();
      return importNames(c);
    case 'from':
      c.advance();
      return importFrom(c);
    case 'raise':
      return raise(c);
    case 'pass':
    case 'break':
    case 'continue':
      c.advance();
      return;
    case 'del':
      return del(c);
    case 'assert':
      c.advance();
      expression(c);
      if (c.take(',')) expression(c);
      return;
    case 'global':
    case 'nonlocal':
      c.advance();
      do c.expect('NAME');
      while (c.take(','));
      return;
    default:
      return expressionStatement(c);
  }
}

/** `type X[T] = value` */
function typeAlias(c: Cursor): void {
  c.advance();
  c.advance();
  if (c.is('[')) typeParameters(c);
  c.expect('=');
  expression(c);
}

const augmented = new Set('+= -= *= /= //= %= @= &= |= ^= >>= <<= **='.split(' '));

function expressionStatement(c: Cursor): void {
  const first = c.at;
  const yields = c.is('yield');
  const shape = yields ? yieldExpression(c) : starExpressions(c);
  const part: Part = { shape, first, last: c.at - 1 };
  if (c.is('=')) assignment(c, part);
  else if (c.is(':') && !yields) annotation(c, part);
  else if (augmented.has(c.type)) augmentedAssignment(c, part);
  else if (c.is(':=') && shape !== 'name') {
    c.at = first;
    namedExpression(c);
  }
}

function assignment(c: Cursor, target: Part): void {
  let part = target;
  let leftmost = true;
  while (c.is('=')) {
    refuseTarget(c, part, leftmost);
    c.advance();
    const first = c.at;
    const shape = c.is('yield') ? yieldExpression(c) : starExpressions(c);
    part = { shape, first, last: c.at - 1 };
    leftmost = false;
  }
}

function refuseTarget(c: Cursor, part: Part, leftmost: boolean): void {
  const wrong = invalidTarget(part);
  if (!wrong) return;
  if (part.shape === 'yield expression' && c.typeAt(part.first) === 'yield') {
    const message = 'assignment to yield expression not possible';
    throw c.refusal(message, part.first, part.last);
  }
  if (leftmost) {
    const last = openTuple(c, part)?.at(-1);
    refuseAssignment(c, last ?? part);
  }
  throw cannotAssign(c, wrong);
}

/** The elements of a tuple without parentheses. */
function openTuple(c: Cursor, { shape, first }: Part): readonly Part[] | undefined {
  if (typeof shape !== 'object' || shape.kind !== 'tuple') return undefined;
  return shape.parts[0]?.first === first || c.typeAt(first) !== '(' ? shape.parts : undefined;
}

function annotation(c: Cursor, { shape, first, last }: Part): void {
  const colon = c.at;
  if (shape === 'name' || shape === 'attribute' || shape === 'subscript') {
    c.advance();
    expression(c);
    if (!c.take('=')) return;
    if (c.is('yield')) yieldExpression(c);
    else starExpressions(c);
    return;
  }
  const annotated = c.would((c) => {
    c.advance();
    expression(c);
  });
  if (!annotated) {
    c.at = colon;
    c.fail();
  }
  if (typeof shape === 'object' && shape.kind !== 'starred') {
    const message = `only single target (not ${shape.kind}) can be annotated`;
    // CPython marks the first of several targets.
    const end = shape.kind === 'tuple' && c.typeAt(first) !== '(' ? shape.parts[0]?.last : last;
    throw c.refusal(message, first, end);
  }
  throw c.refusal('illegal target for annotation', first, last);
}

function augmentedAssignment(c: Cursor, { shape, first, last }: Part): void {
  const sign = c.at;
  const allowed = shape === 'name' || shape === 'attribute' || shape === 'subscript';
  if (!allowed) {
    const complete = c.would((c) => {
      c.advance();
      if (c.is('yield')) yieldExpression(c);
      else starExpressions(c);
    });
    c.at = sign;
    if (!complete) c.fail();
    const message = `'${nameOf(shape)}' is an illegal expression for augmented assignment`;
    throw c.refusalOf(message, { shape, first, last });
  }
  c.advance();
  if (c.is('yield')) yieldExpression(c);
  else starExpressions(c);
}

function del(c: Cursor): void {
  c.advance();
  const first = c.at;
  const shape = starExpressions(c);
  const whole: Part = { shape, first, last: c.at - 1 };
  const wrong = invalidTarget(whole, true);
  if (wrong) throw c.refusalOf(`cannot delete ${nameOf(wrong.shape)}`, wrong);
  if (!c.is(';') && !c.is('NEWLINE')) c.fail();
}

function raise(c: Cursor): void {
  c.advance();
  if (!startsExpression(c.type) || c.is('*')) return;
  expression(c);
  if (c.take('from')) expression(c);
}

function importNames(c: Cursor): void {
  do {
    dottedName(c);
    if (c.take('as')) c.expect('NAME');
  } while (c.take(','));
}

function dottedName(c: Cursor): void {
  do c.expect('NAME');
  while (c.take('.'));
}

function importFrom(c: Cursor): void {
  let dots = false;
  while (c.take('.') || c.take('...')) dots = true;
  if (!dots || !c.is('import')) dottedName(c);
  c.expect('import');
  if (c.take('*')) return;
  if (c.take('(')) {
    do {
      if (c.is(')') && c.typeAt(c.at - 1) === ',') break;
      importedName(c);
    } while (c.take(','));
    c.expect(')');
    return;
  }
  do {
    if (c.is('NEWLINE') && c.typeAt(c.at - 1) === ',') {
      const message = 'trailing comma not allowed without surrounding parentheses';
      throw c.refusal(message, c.at);
    }
    importedName(c);
  } while (c.take(','));
}

function importedName(c: Cursor): void {
  c.expect('NAME');
  if (c.take('as')) c.expect('NAME');
}
