// The strict grammar over a whole file: statements and blocks. Where it refuses the program, it
// says where and why, in CPython's words. It builds no tree; that is tree/'s.
//
// https://docs.python.org/3.13/reference/grammar.html

import { classArguments } from './arguments.ts';
import { Cursor } from './cursor.ts';
import { forTargets } from './displays.ts';
import {
  expression,
  namedExpression,
  operand,
  starExpressions,
  starNamedExpression,
  starred,
  startsExpression,
} from './expressions.ts';
import { functionParameters, typeParameters } from './parameters.ts';
import { casePatterns } from './patterns.ts';
import { Refusal } from './refusal.ts';
import type { Part } from './shapes.ts';
import { cannotAssign, invalidTarget } from './shapes.ts';
import { simpleStatements } from './simple.ts';
import { isNeverClosed, lineOf } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** Why the program is refused by the strict grammar; null where it is not. */
export function refusalIn(tokens: Tokens): Refusal | null {
  const c = new Cursor(tokens);
  try {
    while (!c.is('END')) statement(c);
    return null;
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    return preferred(c, caught);
  }
}

/** Why the text is no single expression, which is what eval() takes; null where it is one. */
export function refusalOfExpression(tokens: Tokens): Refusal | null {
  const c = new Cursor(tokens);
  try {
    if (c.is('END')) throw nothingThere(tokens.text);
    do expression(c);
    while (c.take(',') && startsExpression(c.type));
    while (c.take('NEWLINE'));
    if (!c.is('END')) c.fail();
    return null;
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    const statement = refusalIn(tokens);
    return statement?.message.startsWith('Missing parentheses') ? statement : preferred(c, caught);
  }
}

function nothingThere(text: string): Refusal {
  const start = text.replace(/\r?\n$|\r$/, '').search(/[^\r\n]*$/);
  return new Refusal('invalid syntax', start, start, 'SyntaxError', { marking: 'empty' });
}

/** What the tokenizer finds later in the file comes first, as in CPython. */
function preferred(c: Cursor, refusal: Refusal): Refusal {
  const { error, text } = c.tokens;
  if (!error || error === refusal) return refusal;
  // Of these CPython does not look further.
  if (/^unexpected (?:un)?indent$/.test(refusal.message)) return refusal;
  if (isNeverClosed(error)) {
    // The last token stands for the end of the file, though its place is the bracket's.
    if (c.typeAt(c.furthest) === 'ERROR') return error;
    const reached = lineOf(text, c.offset(c.furthest));
    return reached > lineOf(text, error.start) ? error : refusal;
  }
  return error.lexical ? error : refusal;
}

function statement(c: Cursor): void {
  switch (c.type) {
    case 'def':
      return functionDefinition(c, c.at);
    case 'class':
      return classDefinition(c);
    case 'if':
      return ifStatement(c);
    case 'for':
      return forStatement(c, c.at);
    case 'while':
      return whileStatement(c);
    case 'try':
      return tryStatement(c);
    case 'with':
      return withStatement(c, c.at);
    case 'async':
      return asyncStatement(c);
    case '@':
      return decorated(c);
    case 'NAME':
      if (c.word() === 'match' && matchStatement(c)) return;
      return simpleStatements(c);
    default:
      return simpleStatements(c);
  }
}

/** The body behind a colon: an indented block, or statements on the same line. */
function block(c: Cursor, what: string, header: number): void {
  if (!c.take('NEWLINE')) return simpleStatements(c);
  if (!c.is('INDENT')) {
    if (c.is('ERROR')) c.fail();
    const message = `expected an indented block after ${what} on line ${c.line(header)}`;
    const start = c.offset(c.at);
    const end = Math.max(start, c.tokens.ends[c.at] as number);
    const marking = c.is('END') || c.is('DEDENT') ? 'line end' : 'range';
    const options = { culprit: c.offset(header), marking } as const;
    throw new Refusal(message, start, end, 'IndentationError', options);
  }
  c.advance();
  do statement(c);
  while (!c.is('DEDENT') && !c.is('END'));
  c.take('DEDENT');
}

/** The colon of a header; where the line ends instead, CPython says that it misses it. */
function colon(c: Cursor): void {
  if (c.take(':')) return;
  if (c.is('NEWLINE')) throw c.refusal("expected ':'", c.at);
  c.fail();
}

function functionDefinition(c: Cursor, header: number): void {
  c.advance();
  c.expect('NAME');
  if (c.is('[')) typeParameters(c);
  c.force('(');
  functionParameters(c);
  c.expect(')');
  if (c.is('->')) {
    const arrow = c.at;
    c.advance();
    // Without an expression the arrow itself is what stands where the colon should.
    if (!startsExpression(c.type)) c.at = arrow;
    else expression(c);
  }
  c.force(':');
  block(c, 'function definition', header);
}

function classDefinition(c: Cursor): void {
  const header = c.at;
  c.advance();
  c.expect('NAME');
  if (c.is('[')) typeParameters(c);
  if (c.take('(')) classArguments(c);
  colon(c);
  block(c, 'class definition', header);
}

function decorated(c: Cursor): void {
  while (c.take('@')) {
    namedExpression(c);
    c.expect('NEWLINE');
  }
  if (c.is('def')) return functionDefinition(c, c.at);
  if (c.is('class')) return classDefinition(c);
  if (c.is('async') && c.typeAt(c.at + 1) === 'def') return asyncStatement(c);
  c.fail();
}

function asyncStatement(c: Cursor): void {
  const header = c.at;
  c.advance();
  if (c.is('def')) functionDefinition(c, header);
  else if (c.is('for')) forStatement(c, header);
  else if (c.is('with')) withStatement(c, header);
  else c.fail();
}

function ifStatement(c: Cursor): void {
  for (;;) {
    const header = c.at;
    const word = c.type;
    c.advance();
    namedExpression(c);
    colon(c);
    block(c, `'${word}' statement`, header);
    if (!c.is('elif')) break;
  }
  elseBlock(c);
}

function elseBlock(c: Cursor): void {
  const header = c.at;
  if (!c.take('else')) return;
  c.force(':');
  block(c, "'else' statement", header);
}

function whileStatement(c: Cursor): void {
  const header = c.at;
  c.advance();
  namedExpression(c);
  colon(c);
  block(c, "'while' statement", header);
  elseBlock(c);
}

function forStatement(c: Cursor, header: number): void {
  c.advance();
  forTargets(c);
  c.expect('in');
  starExpressions(c);
  colon(c);
  block(c, "'for' statement", header);
  elseBlock(c);
}

function tryStatement(c: Cursor): void {
  const header = c.at;
  c.advance();
  c.force(':');
  block(c, "'try' statement", header);
  let plain = 0;
  let group = 0;
  let catchAll = -1;
  while (c.is('except')) {
    const at = c.at;
    if (catchAll >= 0) throw c.refusal("default 'except:' must be last", catchAll);
    c.advance();
    const star = c.take('*');
    if (star) group++;
    else plain++;
    if (plain > 0 && group > 0) {
      throw c.refusal("cannot have both 'except' and 'except*' on the same 'try'", c.at);
    }
    if (exceptClause(c, at, star)) catchAll = at;
  }
  if (plain + group > 0) elseBlock(c);
  const final = c.at;
  if (c.take('finally')) {
    c.force(':');
    block(c, "'finally' statement", final);
  } else if (plain + group === 0) {
    if (c.is('ERROR')) c.fail();
    const start = c.offset(c.at);
    const end = Math.max(start, c.tokens.ends[c.at] as number);
    const marking = c.is('END') || c.is('DEDENT') ? 'line end' : 'range';
    const options = { culprit: c.offset(header), marking } as const;
    throw new Refusal("expected 'except' or 'finally' block", start, end, 'SyntaxError', options);
  }
}

/** Returns whether the clause catches everything. */
function exceptClause(c: Cursor, header: number, star: boolean): boolean {
  const what = star ? "'except*' statement" : "'except' statement";
  if (c.is(':') || c.is('NEWLINE')) {
    if (star) throw c.refusal('expected one or more exception types', c.at);
    colon(c);
    block(c, what, header);
    return true;
  }
  const first = c.at;
  expression(c);
  if (c.is(',')) refuseExceptionList(c, first);
  if (c.take('as')) c.expect('NAME');
  colon(c);
  block(c, what, header);
  return false;
}

function refuseExceptionList(c: Cursor, first: number): void {
  const complete = c.would((c) => {
    c.advance();
    starExpressions(c);
    if (c.take('as')) c.expect('NAME');
    c.expect(':');
  });
  if (!complete) c.fail();
  throw c.refusal('multiple exception types must be parenthesized', first);
}

function withStatement(c: Cursor, header: number): void {
  c.advance();
  if (!c.is('(') || !c.would(parenthesizedItems)) {
    if (c.is('(')) furthestOf(c, parenthesizedItems, openItems);
    else openItems(c);
  } else {
    parenthesizedItems(c);
  }
  colon(c);
  block(c, "'with' statement", header);
}

/** The second rule, or the failure of the one that came further. */
function furthestOf(c: Cursor, first: (c: Cursor) => void, second: (c: Cursor) => void): void {
  const start = c.at;
  let failed: Refusal | undefined;
  try {
    first(c);
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    failed = caught;
  }
  c.at = start;
  try {
    second(c);
    if (!c.is(':') && failed && c.offset(c.at) < failed.start) throw failed;
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    throw failed && failed.start > caught.start ? failed : caught;
  }
}

/** `(a as b, c as d)`, which must be all that stands before the colon. */
function parenthesizedItems(c: Cursor): void {
  c.expect('(');
  do {
    if (c.is(')')) break;
    withItem(c);
  } while (c.take(','));
  c.expect(')');
  if (!c.is(':') && !c.is('NEWLINE')) c.fail();
}

function openItems(c: Cursor): void {
  do withItem(c);
  while (c.take(','));
}

function withItem(c: Cursor): void {
  expression(c);
  if (!c.take('as')) return;
  const first = c.at;
  const shape = c.is('*') ? starred(c, operand) : operand(c);
  const part: Part = { shape, first, last: c.at - 1 };
  const wrong = invalidTarget(part);
  if (!wrong) return;
  if (!c.is(',') && !c.is(')') && !c.is(':')) c.fail();
  throw cannotAssign(c, wrong);
}

/** Returns false where `match` is a plain name. */
function matchStatement(c: Cursor): boolean {
  const header = c.at;
  const next = c.typeAt(header + 1) ?? 'END';
  if (!startsExpression(next) || next === 'ERROR') return false;
  const heads = c.would((c) => {
    c.advance();
    subject(c);
    c.expect(':');
    c.expect('NEWLINE');
  });
  if (!heads) {
    const lacksColon = c.would((c) => {
      c.advance();
      subject(c);
      c.expect('NEWLINE');
    });
    if (lacksColon && !c.would(simpleStatements)) {
      c.advance();
      subject(c);
      colon(c);
    }
    return false;
  }
  c.advance();
  subject(c);
  c.advance();
  c.advance();
  if (!c.is('INDENT')) {
    c.at--;
    block(c, "'match' statement", header);
  }
  c.advance();
  do caseBlock(c);
  while (!c.is('DEDENT') && !c.is('END'));
  c.take('DEDENT');
  return true;
}

function subject(c: Cursor): void {
  starNamedExpression(c);
  while (c.take(',')) {
    if (!startsExpression(c.type)) break;
    starNamedExpression(c);
  }
}

function caseBlock(c: Cursor): void {
  const header = c.at;
  if (c.word() !== 'case') c.fail();
  c.advance();
  casePatterns(c);
  if (c.take('if')) namedExpression(c);
  colon(c);
  block(c, "'case' statement", header);
}
