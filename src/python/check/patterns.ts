// The patterns of a match statement.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#patterns

import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { strings } from './strings.ts';

/** What stands between `case` and its guard or colon. */
export function casePatterns(c: Cursor): void {
  maybeStar(c);
  while (c.take(',')) {
    if (c.is(':') || c.is('if')) break;
    maybeStar(c);
  }
}

function maybeStar(c: Cursor): void {
  if (c.take('*')) c.expect('NAME');
  else pattern(c);
}

function pattern(c: Cursor): void {
  closedPattern(c);
  while (c.take('|')) closedPattern(c);
  if (!c.take('as')) return;
  if (c.word() === '_') throw c.refusal("cannot use '_' as a target", c.at);
  if (!c.is('NAME')) {
    if (!c.would(expression)) c.fail();
    throw c.refusal('invalid pattern target', c.at);
  }
  c.advance();
}

function closedPattern(c: Cursor): void {
  switch (c.type) {
    case '-':
    case 'NUMBER':
      return number(c);
    case 'STRING': {
      const first = c.at;
      if (strings(c) !== 'literal') {
        const message = 'patterns may only match literals and attribute lookups';
        throw c.refusal(message, first, c.at - 1);
      }
      return;
    }
    case 'True':
    case 'False':
    case 'None':
      c.advance();
      return;
    case 'NAME':
      return nameOrClass(c);
    case '(':
      return sequence(c, ')');
    case '[':
      return sequence(c, ']');
    case '{':
      return mapping(c);
    default:
      c.fail();
  }
}

/** `-1`, `1 + 2j` */
function number(c: Cursor): void {
  c.take('-');
  const first = c.at;
  c.expect('NUMBER');
  if (!c.is('+') && !c.is('-')) return;
  c.advance();
  const second = c.at;
  c.expect('NUMBER');
  if (/[jJ]$/.test(c.textAt(first))) {
    throw c.refusal('real number required in complex literal', first);
  }
  if (!/[jJ]$/.test(c.textAt(second))) {
    throw c.refusal('imaginary number required in complex literal', second);
  }
}

function nameOrClass(c: Cursor): void {
  const wildcard = c.word() === '_';
  c.advance();
  if (wildcard) return;
  while (c.take('.')) c.expect('NAME');
  if (c.take('(')) classArguments(c);
}

function classArguments(c: Cursor): void {
  let keyword = false;
  let late = -1;
  while (!c.is(')')) {
    const at = c.at;
    if (c.is('NAME') && c.typeAt(at + 1) === '=') {
      c.advance();
      c.advance();
      keyword = true;
    } else if (keyword && late < 0) {
      late = at;
    }
    pattern(c);
    if (!c.take(',')) break;
  }
  c.expect(')');
  if (late >= 0) throw c.refusal('positional patterns follow keyword patterns', late);
}

function sequence(c: Cursor, bracket: string): void {
  const open = c.at;
  c.advance();
  let comma = false;
  let stars = false;
  while (!c.is(bracket)) {
    if (c.is('*')) stars = true;
    maybeStar(c);
    if (!c.take(',')) break;
    comma = true;
  }
  c.expect(bracket);
  // A star alone in parentheses is no sequence.
  if (bracket === ')' && stars && !comma) {
    c.at = open + 1;
    c.fail();
  }
}

function mapping(c: Cursor): void {
  c.advance();
  while (!c.is('}')) {
    if (c.take('**')) {
      if (c.word() === '_') c.fail();
      c.expect('NAME');
      c.take(',');
      break;
    }
    mappingKey(c);
    c.expect(':');
    pattern(c);
    if (!c.take(',')) break;
  }
  c.expect('}');
}

/** A literal or a dotted name. */
function mappingKey(c: Cursor): void {
  if (c.is('NAME')) {
    c.advance();
    if (!c.is('.')) c.fail();
    while (c.take('.')) c.expect('NAME');
    return;
  }
  if (c.is('(') || c.is('[') || c.is('{')) c.fail();
  closedPattern(c);
}
