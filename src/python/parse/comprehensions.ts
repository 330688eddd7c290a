// Comprehensions and generator expressions.
//
// https://docs.python.org/3.13/reference/expressions.html#displays-for-lists-sets-and-dictionaries

import type { Comprehension, DictComp, ElementComprehension, Expression } from '../syntax.ts';
import type { Concrete } from './concrete.ts';
import { has, need, only } from './concrete.ts';
import { expression, spanOf } from './expressions.ts';

export function comprehension(
  text: string,
  node: Concrete,
  kind: ElementComprehension['kind'],
): ElementComprehension {
  const elt = expression(text, need(node, 'body'));
  return { kind, span: spanOf(node), elt, generators: generators(text, node) };
}

export function dictionaryComprehension(text: string, node: Concrete): DictComp {
  const pair = need(node, 'body');
  const key = expression(text, need(pair, 'key'));
  const value = expression(text, need(pair, 'value'));
  return { kind: 'DictComp', span: spanOf(node), key, value, generators: generators(text, node) };
}

/** Each `for` with the `if`s that follow it. */
function generators(text: string, node: Concrete): Comprehension[] {
  const clauses: { clause: Concrete; end: number; ifs: Expression[] }[] = [];
  for (const clause of node.children) {
    if (clause.type === 'for_in_clause') clauses.push({ clause, end: clause.end, ifs: [] });
    const last = clauses.at(-1);
    if (!last || clause.type !== 'if_clause') continue;
    last.ifs.push(expression(text, only(clause)));
    last.end = clause.end;
  }
  return clauses.map(({ clause, end, ifs }) => {
    const right = need(clause, 'right');
    return {
      kind: 'comprehension',
      span: { start: clause.start, end },
      target: expression(text, need(clause, 'left'), 'Store'),
      iter: expression(text, right),
      ifs,
      is_async: has(clause, 'async'),
    };
  });
}
