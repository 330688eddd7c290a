// The match statement and its patterns.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement

import { startsExpression } from '../check/expressions.ts';
import type {
  Attribute,
  Expression,
  Match,
  MatchCase,
  MatchClass,
  MatchMapping,
  MatchStar,
  Name,
  Pattern,
} from '../syntax.ts';
import { suite } from './compound.ts';
import { attribute, name, namedExpression, starNamedExpression } from './expressions.ts';
import { constant, strings } from './literals.ts';
import { numberOf } from './numbers.ts';
import type { Reader } from './reader.ts';

/** Whether `match` begins a statement here: no other line that begins with it ends with a colon. */
export function startsMatch(r: Reader): boolean {
  if (r.word() !== 'match' || !startsExpression(r.next ?? '')) return false;
  const { types } = r;
  let at = r.at + 1;
  while (types[at] !== 'NEWLINE' && types[at] !== 'END') at++;
  return types[at - 1] === ':' && types[at + 1] === 'INDENT';
}

export function match(r: Reader): Match {
  const { start } = r;
  r.advance();
  const subject = subjects(r);
  r.expect(':');
  r.takeLayout('NEWLINE');
  r.takeLayout('INDENT');
  const cases: MatchCase[] = [];
  while (!r.is('DEDENT') && !r.is('END')) cases.push(matchCase(r));
  r.takeLayout('DEDENT');
  return { kind: 'Match', span: r.spanFrom(start), subject, cases };
}

function subjects(r: Reader): Expression {
  const { start } = r;
  const first = starNamedExpression(r);
  if (!r.is(',')) return first;
  const elts = [first];
  while (r.take(',')) {
    if (!startsExpression(r.type)) break;
    elts.push(starNamedExpression(r));
  }
  return { kind: 'Tuple', span: r.spanFrom(start), elts, ctx: 'Load' };
}

function matchCase(r: Reader): MatchCase {
  const { start } = r;
  r.advance();
  const pattern = casePatterns(r);
  const guard = r.take('if') ? namedExpression(r) : null;
  const body = suite(r);
  return { kind: 'match_case', span: r.spanFrom(start), pattern, guard, body };
}

/** `case a, *b:` without brackets is a sequence too. */
function casePatterns(r: Reader): Pattern {
  const { start } = r;
  const first = maybeStar(r);
  if (!r.is(',') && first.kind !== 'MatchStar') return first;
  const patterns = [first];
  let { end } = r;
  while (r.take(',')) {
    if (r.is(':') || r.is('if')) break;
    patterns.push(maybeStar(r));
    end = r.end;
  }
  return { kind: 'MatchSequence', span: { start, end }, patterns };
}

function maybeStar(r: Reader): Pattern {
  return r.is('*') ? star(r) : asPattern(r);
}

function star(r: Reader): MatchStar {
  const { start } = r;
  r.advance();
  const name = capture(r);
  return { kind: 'MatchStar', span: r.spanFrom(start), name };
}

function capture(r: Reader): string | null {
  const name = r.identifier();
  return name === '_' ? null : name;
}

function asPattern(r: Reader): Pattern {
  const { start } = r;
  const pattern = orPattern(r);
  if (!r.take('as')) return pattern;
  const name = r.identifier();
  return { kind: 'MatchAs', span: r.spanFrom(start), pattern, name };
}

function orPattern(r: Reader): Pattern {
  const { start } = r;
  const first = closedPattern(r);
  if (!r.is('|')) return first;
  const patterns = [first];
  while (r.take('|')) patterns.push(closedPattern(r));
  return { kind: 'MatchOr', span: r.spanFrom(start), patterns };
}

function closedPattern(r: Reader): Pattern {
  const { start } = r;
  switch (r.type) {
    case 'NAME':
      return namePattern(r);
    case '(':
      return group(r);
    case '[': {
      r.advance();
      const { patterns } = sequence(r, ']');
      return { kind: 'MatchSequence', span: r.spanFrom(start), patterns };
    }
    case '{':
      return mapping(r);
    case 'True':
      r.advance();
      return { kind: 'MatchSingleton', span: r.spanFrom(start), value: true };
    case 'False':
      r.advance();
      return { kind: 'MatchSingleton', span: r.spanFrom(start), value: false };
    case 'None':
      r.advance();
      return { kind: 'MatchSingleton', span: r.spanFrom(start), value: null };
    default: {
      const value = literal(r);
      return { kind: 'MatchValue', span: r.spanFrom(start), value };
    }
  }
}

/** A bare name captures, `_` matches anything, a dotted name is compared or is a class. */
function namePattern(r: Reader): Pattern {
  const { start } = r;
  const value = dotted(r);
  if (r.is('(')) return classPattern(r, value);
  const span = r.spanFrom(start);
  if (value.kind === 'Attribute') return { kind: 'MatchValue', span, value };
  return { kind: 'MatchAs', span, pattern: null, name: value.id === '_' ? null : value.id };
}

function dotted(r: Reader): Name | Attribute {
  const { start } = r;
  let value: Name | Attribute = name(r);
  while (r.is('.')) value = attribute(r, value, start);
  return value;
}

interface Sequence {
  readonly patterns: Pattern[];
  readonly comma: boolean;
}

function sequence(r: Reader, bracket: string): Sequence {
  const patterns: Pattern[] = [];
  let comma = false;
  while (!r.is(bracket)) {
    patterns.push(maybeStar(r));
    if (!r.take(',')) break;
    comma = true;
  }
  r.expect(bracket);
  return { patterns, comma };
}

/** `(a)` is the pattern itself, `(a,)` a sequence. */
function group(r: Reader): Pattern {
  const { start } = r;
  r.advance();
  const { patterns, comma } = sequence(r, ')');
  const [first] = patterns;
  if (first && patterns.length === 1 && !comma && first.kind !== 'MatchStar') return first;
  return { kind: 'MatchSequence', span: r.spanFrom(start), patterns };
}

function mapping(r: Reader): MatchMapping {
  const { start } = r;
  r.advance();
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (!r.is('}')) {
    if (r.take('**')) {
      rest = capture(r);
    } else {
      keys.push(literal(r));
      r.expect(':');
      patterns.push(asPattern(r));
    }
    if (!r.take(',')) break;
  }
  r.expect('}');
  return { kind: 'MatchMapping', span: r.spanFrom(start), keys, patterns, rest };
}

function classPattern(r: Reader, cls: Expression): MatchClass {
  const { start } = cls.span;
  r.advance();
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  while (!r.is(')')) {
    if (r.is('NAME') && r.next === '=') {
      kwd_attrs.push(r.identifier());
      r.advance();
      kwd_patterns.push(asPattern(r));
    } else {
      patterns.push(asPattern(r));
    }
    if (!r.take(',')) break;
  }
  r.expect(')');
  const span = r.spanFrom(start);
  return { kind: 'MatchClass', span, cls, patterns, kwd_attrs, kwd_patterns };
}

/** `-1`, `1 + 2j`, `'text'`, `name.attribute` */
function literal(r: Reader): Expression {
  const { start } = r;
  switch (r.type) {
    case 'STRING':
      return strings(r);
    case 'NAME':
      return dotted(r);
    case 'True':
    case 'False': {
      const value = r.is('True');
      r.advance();
      return constant(r.spanFrom(start), { type: 'bool', value });
    }
    case 'None':
      r.advance();
      return constant(r.spanFrom(start), { type: 'None' });
  }
  const left = signedNumber(r);
  const op = r.is('+') ? 'Add' : r.is('-') ? 'Sub' : null;
  if (!op) return left;
  r.advance();
  const right = number(r);
  return { kind: 'BinOp', span: r.spanFrom(start), left, op, right };
}

function signedNumber(r: Reader): Expression {
  const { start } = r;
  if (!r.take('-')) return number(r);
  const operand = number(r);
  return { kind: 'UnaryOp', span: r.spanFrom(start), op: 'USub', operand };
}

function number(r: Reader): Expression {
  const { start } = r;
  const value = numberOf(r.word());
  r.expect('NUMBER');
  return constant(r.spanFrom(start), value);
}
