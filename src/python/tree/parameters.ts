// Parameter lists of functions and lambdas, and type parameters.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#function-definitions

import type { Arg, Arguments, Expression, TypeParam } from '../syntax.ts';
import { expression, starExpression } from './expressions.ts';
import type { Reader } from './reader.ts';

/**
 * The parameters up to what ends them: `)`, or `:` for a lambda's, which have no annotations. Their
 * span is all that stands between the parentheses; for a lambda, from the first to the last.
 */
export function parameters(r: Reader, closing: ')' | ':'): Arguments {
  const opening = r.end;
  let { start } = r;
  let posonlyargs: Arg[] = [];
  let args: Arg[] = [];
  const defaults: Expression[] = [];
  let vararg: Arg | null = null;
  const kwonlyargs: Arg[] = [];
  const kw_defaults: (Expression | null)[] = [];
  let kwarg: Arg | null = null;
  let keywordOnly = false;
  while (!r.is(closing)) {
    if (r.take('/')) {
      posonlyargs = args;
      args = [];
    } else if (r.take('*')) {
      keywordOnly = true;
      if (r.is('NAME')) vararg = parameter(r, closing, starExpression);
    } else if (r.take('**')) {
      kwarg = parameter(r, closing, expression);
    } else {
      const arg = parameter(r, closing, expression);
      const value = r.take('=') ? expression(r) : null;
      if (keywordOnly) {
        kwonlyargs.push(arg);
        kw_defaults.push(value);
      } else {
        args.push(arg);
        if (value) defaults.push(value);
      }
    }
    if (!r.take(',')) break;
  }
  let { end } = r;
  if (closing === ')') [start, end] = [opening, r.start];
  else if (end === opening) start = opening;
  return {
    kind: 'arguments',
    span: { start, end },
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kw_defaults,
    kwarg,
    defaults,
  };
}

function parameter(r: Reader, closing: ')' | ':', rule: (r: Reader) => Expression): Arg {
  const { start } = r;
  const arg = r.identifier();
  const annotation = closing === ')' && r.take(':') ? rule(r) : null;
  return { kind: 'arg', span: r.spanFrom(start), arg, annotation };
}

/** `[T: bound = default, *Ts, **P]` after the name of a function, a class or a type alias. */
export function typeParameters(r: Reader): TypeParam[] {
  const found: TypeParam[] = [];
  if (!r.take('[')) return found;
  while (!r.is(']')) {
    found.push(typeParameter(r));
    if (!r.take(',')) break;
  }
  r.expect(']');
  return found;
}

function typeParameter(r: Reader): TypeParam {
  const { start } = r;
  const kind = r.take('*') ? 'TypeVarTuple' : r.take('**') ? 'ParamSpec' : 'TypeVar';
  const name = r.identifier();
  const bound = r.take(':') ? expression(r) : null;
  const default_value = r.take('=') ? starExpression(r) : null;
  return { kind, span: r.spanFrom(start), name, bound, default_value };
}
