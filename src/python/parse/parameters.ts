// Parameter lists of functions and lambdas.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#function-definitions

import type { Arg, Arguments, Expression } from '../syntax.ts';
import type { Concrete } from './concrete.ts';
import { Unexpected, child, named, need, only, part } from './concrete.ts';
import { expression, identifier, spanOf } from './expressions.ts';

export function functionArguments(text: string, node: Concrete): Arguments {
  return collect(text, named(node), { start: node.start + 1, end: node.end - 1 });
}

/** A lambda without parameters has no node for them. */
export function lambdaArguments(text: string, node: Concrete | undefined, at: number): Arguments {
  return node
    ? collect(text, named(node), spanOf(node))
    : collect(text, [], { start: at, end: at });
}

interface Parameter {
  readonly arg: Arg;
  readonly value: Expression | null;
}

function collect(text: string, nodes: readonly Concrete[], span: Arguments['span']): Arguments {
  let posonlyargs: Arg[] = [];
  let args: Arg[] = [];
  const defaults: Expression[] = [];
  let vararg: Arg | null = null;
  const kwonlyargs: Arg[] = [];
  const kw_defaults: (Expression | null)[] = [];
  let kwarg: Arg | null = null;
  let keywordOnly = false;
  for (const node of nodes) {
    const star = starOf(node);
    if (node.type === 'positional_separator') {
      posonlyargs = args;
      args = [];
    } else if (node.type === 'keyword_separator') {
      keywordOnly = true;
    } else if (star === 'list_splat_pattern') {
      vararg = parameter(text, node).arg;
      keywordOnly = true;
    } else if (star === 'dictionary_splat_pattern') {
      kwarg = parameter(text, node).arg;
    } else {
      const { arg, value } = parameter(text, node);
      if (keywordOnly) {
        kwonlyargs.push(arg);
        kw_defaults.push(value);
      } else {
        args.push(arg);
        if (value) defaults.push(value);
      }
    }
  }
  return {
    kind: 'arguments',
    span,
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kw_defaults,
    kwarg,
    defaults,
  };
}

/** `*args` and `**kwargs`, with or without an annotation. */
function starOf(node: Concrete): string {
  return node.type === 'typed_parameter' ? only(node).type : node.type;
}

function parameter(text: string, node: Concrete): Parameter {
  switch (node.type) {
    case 'identifier':
      return { arg: plain(text, node), value: null };
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
      return { arg: plain(text, only(node)), value: null };
    case 'typed_parameter': {
      const target = only(node);
      const name = target.type === 'identifier' ? target : only(target);
      const annotation = child(node, 'type');
      if (!annotation) throw new Unexpected(node);
      return { arg: annotated(text, name, annotation), value: null };
    }
    case 'default_parameter':
      return {
        arg: plain(text, need(node, 'name')),
        value: expression(text, need(node, 'value')),
      };
    case 'typed_default_parameter': {
      const name = need(node, 'name');
      const type = part(node, 'type');
      if (!type) throw new Unexpected(node);
      return { arg: annotated(text, name, type), value: expression(text, need(node, 'value')) };
    }
    default:
      throw new Unexpected(node);
  }
}

function plain(text: string, node: Concrete): Arg {
  if (node.type !== 'identifier') throw new Unexpected(node);
  return { kind: 'arg', span: spanOf(node), arg: identifier(text, node), annotation: null };
}

function annotated(text: string, name: Concrete, type: Concrete): Arg {
  return {
    kind: 'arg',
    span: { start: name.start, end: type.end },
    arg: identifier(text, name),
    annotation: expression(text, type),
  };
}
