// The match statement and its patterns.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement

import type { Expression, Match, MatchCase, Name, Attribute, Pattern } from '../syntax.ts';
import { suite } from './compound.ts';
import type { Concrete } from './concrete.ts';
import { Unexpected, has, named, need, only, part, parts } from './concrete.ts';
import { expression, expressionAmong, identifier, spanOf } from './expressions.ts';
import { constant, stringLiteral } from './literals.ts';
import { numberOf } from './numbers.ts';

export function match(text: string, node: Concrete): Match {
  const subjects = parts(node, 'subject');
  const first = subjects[0];
  const colon = node.children.find((child) => !child.named && child.type === ':');
  if (!first || !colon) throw new Unexpected(node);
  const comma = node.children.filter((child) => child.type === ',').at(-1);
  const last = Math.max(comma?.end ?? 0, subjects.at(-1)?.end ?? 0);
  return {
    kind: 'Match',
    span: spanOf(node),
    subject: expressionAmong(text, subjects, first.start, last),
    cases: parts(need(node, 'body'), 'alternative').map((clause) => matchCase(text, clause)),
  };
}

function matchCase(text: string, node: Concrete): MatchCase {
  const guard = part(node, 'guard');
  return {
    kind: 'match_case',
    span: spanOf(node),
    pattern: casePatterns(text, node),
    guard: guard ? expression(text, only(guard)) : null,
    body: suite(text, need(node, 'consequence')),
  };
}

/** `case a, *b:` without brackets is a sequence too. */
function casePatterns(text: string, node: Concrete): Pattern {
  const patterns = node.children.filter((child) => child.type === 'case_pattern');
  const [first] = patterns;
  if (!first) throw new Unexpected(node);
  const star = first.children[0]?.type === 'splat_pattern';
  if (patterns.length === 1 && !has(node, ',') && !star) return pattern(text, first);
  const span = { start: first.start, end: patterns.at(-1)?.end ?? first.end };
  return { kind: 'MatchSequence', span, patterns: patterns.map((child) => pattern(text, child)) };
}

function pattern(text: string, node: Concrete): Pattern {
  const span = spanOf(node);
  switch (node.type) {
    case 'case_pattern':
      return node.children.length === 1 && node.children[0]?.named
        ? pattern(text, node.children[0])
        : simplePattern(text, node.children, span);
    case 'as_pattern': {
      const [inner, alias] = named(node);
      if (!inner || !alias) throw new Unexpected(node);
      const name = identifier(text, alias);
      return { kind: 'MatchAs', span, pattern: pattern(text, inner), name };
    }
    case 'union_pattern':
      return { kind: 'MatchOr', span, patterns: alternatives(text, node) };
    case 'list_pattern':
      return { kind: 'MatchSequence', span, patterns: named(node).map((p) => pattern(text, p)) };
    case 'tuple_pattern':
      return group(text, node);
    case 'dict_pattern':
      return mapping(text, node);
    case 'class_pattern':
      return classPattern(text, node);
    case 'splat_pattern':
      return { kind: 'MatchStar', span, name: capture(text, node) };
    case 'dotted_name':
      return dotted(text, node);
    default:
      return simplePattern(text, [node], span);
  }
}

/** What has no node of its own: `_`, and a number with its sign. */
function simplePattern(text: string, nodes: readonly Concrete[], span: Pattern['span']): Pattern {
  const [first] = nodes;
  if (!first) throw new Unexpected({ ...blank, ...span });
  if (first.type === '_') return { kind: 'MatchAs', span, pattern: null, name: null };
  if (first.type === 'true') return { kind: 'MatchSingleton', span, value: true };
  if (first.type === 'false') return { kind: 'MatchSingleton', span, value: false };
  if (first.type === 'none') return { kind: 'MatchSingleton', span, value: null };
  return { kind: 'MatchValue', span, value: literal(text, nodes, span) };
}

const blank = { type: 'case_pattern', named: true, field: null, children: [] };

/** `-1`, `1 + 2j`, `'text'`, `name.attribute` */
function literal(text: string, nodes: readonly Concrete[], span: Pattern['span']): Expression {
  const [first, second] = nodes;
  if (!first) throw new Unexpected({ ...blank, ...span });
  if (first.type === '-' && second) {
    const operand = literal(text, [second], spanOf(second));
    return { kind: 'UnaryOp', span, op: 'USub', operand };
  }
  switch (first.type) {
    case 'string':
    case 'concatenated_string':
      return stringLiteral(text, first);
    case 'integer':
    case 'float':
      return constant(spanOf(first), numberOf(text.slice(first.start, first.end)));
    case 'true':
    case 'false':
    case 'none':
      return expression(text, first);
    case 'dotted_name':
      return dottedExpression(text, first);
    case 'complex_pattern':
      return complex(text, first);
    default:
      throw new Unexpected(first);
  }
}

function complex(text: string, node: Concrete): Expression {
  const [real, imaginary] = named(node);
  if (!real || !imaginary) throw new Unexpected(node);
  const negative = node.children[0]?.type === '-';
  const sign = node.children.find((child, i) => i > 0 && !child.named);
  const start = node.start;
  const left = literal(text, negative ? node.children.slice(0, 2) : [real], {
    start,
    end: real.end,
  });
  const op = sign?.type === '-' ? 'Sub' : 'Add';
  const right = literal(text, [imaginary], spanOf(imaginary));
  return { kind: 'BinOp', span: spanOf(node), left, op, right };
}

/** A bare name captures, `_` matches anything, a dotted name is compared. */
function dotted(text: string, node: Concrete): Pattern {
  const span = spanOf(node);
  const name = identifier(text, node);
  if (name === '_') return { kind: 'MatchAs', span, pattern: null, name: null };
  if (name.includes('.')) {
    return { kind: 'MatchValue', span, value: dottedExpression(text, node) };
  }
  return { kind: 'MatchAs', span, pattern: null, name };
}

function dottedExpression(text: string, node: Concrete): Name | Attribute {
  let value: Name | Attribute | null = null;
  for (const found of identifier(text, node).matchAll(/[^\s.\\]+/g)) {
    const start = node.start + found.index;
    const span = { start, end: start + found[0].length };
    value = value
      ? {
          kind: 'Attribute',
          span: { start: node.start, end: span.end },
          value,
          attr: found[0],
          attrSpan: span,
          ctx: 'Load',
        }
      : { kind: 'Name', span, id: found[0], ctx: 'Load' };
  }
  if (!value) throw new Unexpected(node);
  return value;
}

/** Alternatives are the parts between the bars; a sign belongs to the number after it. */
function alternatives(text: string, node: Concrete): Pattern[] {
  const found: Pattern[] = [];
  let part: Concrete[] = [];
  const take = (): void => {
    const [first] = part;
    const last = part.at(-1);
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    const alternative =
      part.length === 1 && first.named ? pattern(text, first) : simplePattern(text, part, span);
    found.push(alternative);
    part = [];
  };
  for (const child of node.children) {
    if (child.type === '|' && !child.named) take();
    else part.push(child);
  }
  take();
  // `a | (b | c)` keeps its group, but a union directly inside a union is the same one.
  return found.flatMap((pattern, i) =>
    pattern.kind === 'MatchOr' && named(node)[i]?.type === 'union_pattern'
      ? pattern.patterns
      : [pattern],
  );
}

/** `(a)` is the pattern itself, `(a,)` a sequence. */
function group(text: string, node: Concrete): Pattern {
  const patterns = named(node).map((child) => pattern(text, child));
  const [first] = patterns;
  if (first && patterns.length === 1 && !has(node, ',') && first.kind !== 'MatchStar') return first;
  return { kind: 'MatchSequence', span: spanOf(node), patterns };
}

function mapping(text: string, node: Concrete): Pattern {
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  let key: Concrete[] = [];
  for (const child of node.children) {
    if (child.field === 'key') {
      key.push(child);
    } else if (child.field === 'value') {
      const span = { start: key[0]?.start ?? child.start, end: key.at(-1)?.end ?? child.end };
      keys.push(literal(text, key, span));
      patterns.push(pattern(text, child));
      key = [];
    } else if (child.type === 'splat_pattern') {
      rest = capture(text, child);
    }
  }
  return { kind: 'MatchMapping', span: spanOf(node), keys, patterns, rest };
}

function capture(text: string, node: Concrete): string | null {
  const [target] = named(node);
  const name = target ? identifier(text, target) : '_';
  return name === '_' ? null : name;
}

function classPattern(text: string, node: Concrete): Pattern {
  const [cls, ...rest] = named(node);
  if (!cls) throw new Unexpected(node);
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  for (const child of rest) {
    const keyword = keywordPattern(text, child);
    if (keyword) {
      kwd_attrs.push(keyword.name);
      kwd_patterns.push(keyword.pattern);
    } else {
      patterns.push(pattern(text, child));
    }
  }
  return {
    kind: 'MatchClass',
    span: spanOf(node),
    cls: dottedExpression(text, cls),
    patterns,
    kwd_attrs,
    kwd_patterns,
  };
}

/** `x=pattern`; in `x=pattern as y` the grammar puts the `as` outside. */
function keywordPattern(
  text: string,
  node: Concrete,
): { name: string; pattern: Pattern } | undefined {
  const inner = node.type === 'case_pattern' ? node.children[0] : node;
  if (inner?.type === 'as_pattern') {
    const [outer, alias] = named(inner);
    const found = outer && keywordPattern(text, outer);
    if (!found || !alias) return undefined;
    const span = { start: found.pattern.span.start, end: inner.end };
    const name = identifier(text, alias);
    return { name: found.name, pattern: { kind: 'MatchAs', span, pattern: found.pattern, name } };
  }
  if (inner?.type !== 'keyword_pattern') return undefined;
  const [name, ...value] = inner.children.filter((child) => child.named || child.type !== '=');
  const first = value[0];
  if (!name || !first) throw new Unexpected(inner);
  const span = { start: first.start, end: inner.end };
  const found =
    value.length === 1 && first.named ? pattern(text, first) : simplePattern(text, value, span);
  return { name: identifier(text, name), pattern: found };
}
