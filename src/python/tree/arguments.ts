// The arguments of a call or of a class.
//
// https://docs.python.org/3.13/reference/expressions.html#calls

import type { Call, Expression, Keyword } from '../syntax.ts';
import { comprehensionClauses, startsComprehension } from './displays.ts';
import { expression, namedExpression, starred } from './expressions.ts';
import type { Reader } from './reader.ts';

/** Everything behind the opening parenthesis, the closing one included. */
export function callArguments(r: Reader): Pick<Call, 'args' | 'keywords'> {
  const opening = r.end - 1;
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  while (!r.is(')')) {
    const { start } = r;
    if (r.is('*')) {
      args.push(starred(r, expression));
    } else if (r.take('**')) {
      const value = expression(r);
      keywords.push({ kind: 'keyword', span: r.spanFrom(start), arg: null, value });
    } else if (r.is('NAME') && r.next === '=') {
      const arg = r.identifier();
      r.advance();
      const value = expression(r);
      keywords.push({ kind: 'keyword', span: r.spanFrom(start), arg, value });
    } else {
      const value = namedExpression(r);
      if (startsComprehension(r)) return { args: [generator(r, value, opening)], keywords };
      args.push(value);
    }
    if (!r.take(',')) break;
  }
  r.expect(')');
  return { args, keywords };
}

/** The parentheses of the call are those of its only argument. */
function generator(r: Reader, elt: Expression, opening: number): Expression {
  const generators = comprehensionClauses(r);
  r.expect(')');
  return { kind: 'GeneratorExp', span: r.spanFrom(opening), elt, generators };
}
