// What compile() refuses in the patterns of a `match` statement: names bound twice, cases that can
// never be reached.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement

import type { Span } from '../../base/span.ts';
import type * as ast from '../syntax.ts';

export interface WrongPattern {
  readonly message: string;
  readonly span: Span;
}

export function patternError({ cases }: ast.Match): WrongPattern | null {
  for (const [i, { pattern, guard }] of cases.entries()) {
    const wrong = wrongIn(pattern, new Set());
    if (wrong) return wrong;
    if (guard || i === cases.length - 1) continue;
    const reason = irrefutable(pattern);
    if (reason !== null)
      return { message: `${reason} makes remaining patterns unreachable`, span: pattern.span };
  }
  return null;
}

/** Why a pattern matches everything, or null where it need not. */
function irrefutable(pattern: ast.Pattern): string | null {
  if (pattern.kind === 'MatchOr') return irrefutable(pattern.patterns.at(-1) as ast.Pattern);
  if (pattern.kind !== 'MatchAs') return null;
  if (pattern.pattern) return irrefutable(pattern.pattern);
  return pattern.name === null ? 'wildcard' : `name capture '${pattern.name}'`;
}

/** Binds the pattern's names into `bound`; the first that is bound already is refused. */
function wrongIn(pattern: ast.Pattern, bound: Set<string>): WrongPattern | null {
  switch (pattern.kind) {
    case 'MatchAs':
      return (
        (pattern.pattern && wrongIn(pattern.pattern, bound)) ?? bind(pattern.name, pattern, bound)
      );
    case 'MatchStar':
      return bind(pattern.name, pattern, bound);
    case 'MatchSequence': {
      const stars = pattern.patterns.filter(({ kind }) => kind === 'MatchStar');
      if (stars.length > 1) {
        return { message: 'multiple starred names in sequence pattern', span: pattern.span };
      }
      return firstIn(pattern.patterns, bound);
    }
    case 'MatchMapping':
      return (
        repeatedKey(pattern) ??
        firstIn(pattern.patterns, bound) ??
        bind(pattern.rest, pattern, bound)
      );
    case 'MatchClass': {
      const { kwd_attrs: names } = pattern;
      const repeated = names.find((name, i) => names.indexOf(name) !== i);
      if (repeated !== undefined) {
        return {
          message: `attribute name repeated in class pattern: ${repeated}`,
          span: pattern.span,
        };
      }
      return firstIn([...pattern.patterns, ...pattern.kwd_patterns], bound);
    }
    case 'MatchOr':
      return wrongAlternatives(pattern, bound);
    default:
      return null;
  }
}

function firstIn(patterns: readonly ast.Pattern[], bound: Set<string>): WrongPattern | null {
  for (const pattern of patterns) {
    const wrong = wrongIn(pattern, bound);
    if (wrong) return wrong;
  }
  return null;
}

function bind(name: string | null, { span }: ast.Pattern, bound: Set<string>): WrongPattern | null {
  if (name === null) return null;
  if (bound.has(name))
    return { message: `multiple assignments to name '${name}' in pattern`, span };
  bound.add(name);
  return null;
}

/** Each alternative binds the same names, and only the last may match everything. */
function wrongAlternatives(pattern: ast.MatchOr, bound: Set<string>): WrongPattern | null {
  const before = new Set(bound);
  let names: Set<string> | null = null;
  for (const [i, alternative] of pattern.patterns.entries()) {
    const here = new Set(before);
    const reason = i < pattern.patterns.length - 1 ? irrefutable(alternative) : null;
    if (reason !== null) {
      return { message: `${reason} makes remaining patterns unreachable`, span: alternative.span };
    }
    const wrong = wrongIn(alternative, here);
    if (wrong) return wrong;
    if (names && !isEqual(names, here)) {
      return { message: 'alternative patterns bind different names', span: pattern.span };
    }
    names = here;
  }
  for (const name of names ?? []) bound.add(name);
  return null;
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

function repeatedKey({ keys, span }: ast.MatchMapping): WrongPattern | null {
  const seen = new Set<string | number>();
  for (const key of keys) {
    const negative = key.kind === 'UnaryOp' && key.op === 'USub';
    const literal = negative ? key.operand : key;
    if (literal.kind !== 'Constant') continue;
    const text = (negative ? '-' : '') + literalText(literal.value);
    const equal = numberOf(literal.value, negative) ?? text;
    if (seen.has(equal)) return { message: `mapping pattern checks duplicate key (${text})`, span };
    seen.add(equal);
  }
  return null;
}

/** Numbers of all kinds are one key where they are equal; `0` and `-0` are. */
function numberOf(value: ast.ConstantValue, negative: boolean): number | null {
  const sign = negative ? -1 : 1;
  if (value.type === 'int' || value.type === 'float') return sign * Number(value.value) || 0;
  if (value.type === 'bool') return Number(value.value);
  return value.type === 'complex' && value.imaginary === 0 ? 0 : null;
}

/** As Python's repr() writes the literals that keys mostly are. */
function literalText(value: ast.ConstantValue): string {
  if (value.type === 'str') return `'${value.value}'`;
  if (value.type === 'bool') return value.value ? 'True' : 'False';
  return 'value' in value ? String(value.value) : value.type;
}
