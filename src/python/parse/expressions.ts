// Concrete nodes to expressions. Operators and comprehensions are in operators.ts and
// comprehensions.ts, parameters in parameters.ts, literals in literals.ts.
//
// https://docs.python.org/3.13/reference/expressions.html

import type {
  Call,
  Expression,
  ExpressionContext,
  Keyword,
  Lambda,
  Name,
  TypeParam,
} from '../syntax.ts';
import type { Span } from '../../base/span.ts';
import { comprehension, dictionaryComprehension } from './comprehensions.ts';
import type { Concrete } from './concrete.ts';
import { Unexpected, has, named, need, only, part } from './concrete.ts';
import { constant, stringLiteral } from './literals.ts';
import { numberOf } from './numbers.ts';
import { binary, boolean, comparison, hoistStar, unary } from './operators.ts';
import { lambdaArguments } from './parameters.ts';

export function spanOf(node: Concrete): Span {
  return { start: node.start, end: node.end };
}

/** Python normalises identifiers, so that `ﬁ` and `fi` are one name. */
export function identifier(text: string, node: Concrete): string {
  const name = text.slice(node.start, node.end);
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) > 127) return name.normalize('NFKC');
  return name;
}

export function name(text: string, node: Concrete, ctx: ExpressionContext = 'Load'): Name {
  return { kind: 'Name', span: spanOf(node), id: identifier(text, node), ctx };
}

export function expression(
  text: string,
  node: Concrete,
  ctx: ExpressionContext = 'Load',
): Expression {
  switch (node.type) {
    case 'identifier':
      return name(text, node, ctx);
    case 'attribute':
      return attribute(text, node, ctx);
    case 'call':
      return call(text, node);
    case 'string':
    case 'concatenated_string':
      return stringLiteral(text, node);
    case 'integer':
    case 'float':
      return constant(spanOf(node), numberOf(text.slice(node.start, node.end)));
    case 'true':
      return constant(spanOf(node), { type: 'bool', value: true });
    case 'false':
      return constant(spanOf(node), { type: 'bool', value: false });
    case 'none':
      return constant(spanOf(node), { type: 'None' });
    case 'ellipsis':
      return constant(spanOf(node), { type: 'Ellipsis' });
    case 'subscript':
      return subscript(text, node, ctx);
    case 'parenthesized_expression': {
      if (text.charAt(node.start) !== '[') return expression(text, only(node), ctx);
      return { kind: 'List', span: spanOf(node), elts: expressions(text, named(node)), ctx };
    }
    case 'binary_operator':
      return binary(text, node);
    case 'unary_operator':
    case 'not_operator':
      return unary(text, node);
    case 'comparison_operator':
      return comparison(text, node);
    case 'boolean_operator':
      return boolean(text, node);
    default:
      return lessCommon(text, node, ctx);
  }
}

function lessCommon(text: string, node: Concrete, ctx: ExpressionContext): Expression {
  const span = spanOf(node);
  switch (node.type) {
    case 'tuple':
    case 'tuple_pattern':
      return tuple(text, node, ctx);
    case 'expression_list':
    case 'pattern_list':
      return { kind: 'Tuple', span, elts: expressions(text, named(node), ctx), ctx };
    case 'list':
    case 'list_pattern':
      return { kind: 'List', span, elts: expressions(text, named(node), ctx), ctx };
    case 'set':
      return { kind: 'Set', span, elts: expressions(text, named(node)) };
    case 'dictionary':
      return dictionary(text, node);
    case 'list_comprehension':
      return comprehension(text, node, 'ListComp');
    case 'set_comprehension':
      return comprehension(text, node, 'SetComp');
    case 'generator_expression': {
      const kind = text.charAt(node.start) === '[' ? 'ListComp' : 'GeneratorExp';
      return comprehension(text, node, kind);
    }
    case 'dictionary_comprehension':
      return dictionaryComprehension(text, node);
    case 'list_splat':
    case 'list_splat_pattern':
    case 'splat_type':
      return { kind: 'Starred', span, value: expression(text, only(node), ctx), ctx };
    case 'conditional_expression':
      return conditional(text, node);
    case 'named_expression':
      return {
        kind: 'NamedExpr',
        span,
        target: name(text, need(node, 'name'), 'Store'),
        value: expression(text, need(node, 'value')),
      };
    case 'lambda':
      return lambda(text, node);
    case 'await':
      return awaited(text, node);
    case 'yield':
      return yielded(text, node);
    case 'slice':
      return slice(text, node);
    default:
      return annotation(text, node);
  }
}

export function expressions(
  text: string,
  nodes: readonly Concrete[],
  ctx: ExpressionContext = 'Load',
): Expression[] {
  return nodes.map((node) => element(text, node, ctx));
}

/** An element before which the text has a star that tree-sitter did not get to see. */
function element(text: string, node: Concrete, ctx: ExpressionContext): Expression {
  const value = expression(text, node, ctx);
  let before = node.start - 1;
  while (before >= 0 && ' \t\f'.includes(text.charAt(before))) before--;
  if (text.charAt(before) !== '*') return value;
  return { kind: 'Starred', span: { start: before, end: node.end }, value, ctx };
}

/** Nodes between commas: one expression, or a tuple without parentheses that covers the span. */
export function expressionAmong(
  text: string,
  nodes: readonly Concrete[],
  start: number,
  end: number,
): Expression {
  const [first] = nodes;
  if (first && nodes.length === 1 && first.end === end) return element(text, first, 'Load');
  return {
    kind: 'Tuple',
    span: { start, end },
    elts: expressions(text, nodes),
    ctx: 'Load',
  };
}

function attribute(text: string, node: Concrete, ctx: ExpressionContext): Expression {
  const object = expression(text, need(node, 'object'));
  const attr = need(node, 'attribute');
  return hoistStar(object, node, ctx, (value, span) => ({
    kind: 'Attribute',
    span,
    value,
    attr: identifier(text, attr),
    attrSpan: spanOf(attr),
    ctx,
  }));
}

function subscript(text: string, node: Concrete, ctx: ExpressionContext): Expression {
  const object = expression(text, need(node, 'value'));
  const indices = node.children.filter((child) => child.named && child.field === 'subscript');
  const first = indices[0];
  const last = node.children[node.children.length - 2];
  if (!first || !last) throw new Unexpected(node);
  const elts = expressions(text, indices);
  const [single] = elts;
  const slice: Expression =
    single && indices.length === 1 && last === first
      ? single
      : { kind: 'Tuple', span: { start: first.start, end: last.end }, elts, ctx: 'Load' };
  return hoistStar(object, node, ctx, (value, span) => ({
    kind: 'Subscript',
    span,
    value,
    slice: slice.kind === 'Starred' ? tupleOf(slice) : slice,
    ctx,
  }));
}

function tupleOf(element: Expression): Expression {
  return { kind: 'Tuple', span: element.span, elts: [element], ctx: 'Load' };
}

/** `a:b:c`, each part optional. */
function slice(text: string, node: Concrete): Expression {
  const bounds: (Expression | null)[] = [null, null, null];
  let at = 0;
  for (const child of node.children) {
    if (child.named) bounds[at] = expression(text, child);
    else at++;
  }
  const [lower = null, upper = null, step = null] = bounds;
  return { kind: 'Slice', span: spanOf(node), lower, upper, step };
}

function call(text: string, node: Concrete): Expression {
  const callee = expression(text, need(node, 'function'));
  const list = need(node, 'arguments');
  const { args, keywords } = callArguments(text, list);
  return hoistStar(callee, node, 'Load', (func, span): Call => {
    return { kind: 'Call', span, func, args, keywords };
  });
}

/** The arguments of a call or of a class. */
export function callArguments(text: string, list: Concrete): Pick<Call, 'args' | 'keywords'> {
  if (list.type === 'generator_expression') return { args: [expression(text, list)], keywords: [] };
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  for (const node of list.children) {
    if (!node.named) continue;
    if (node.type === 'keyword_argument') {
      const arg = identifier(text, need(node, 'name'));
      const value = expression(text, need(node, 'value'));
      keywords.push({ kind: 'keyword', span: spanOf(node), arg, value });
    } else if (node.type === 'dictionary_splat') {
      const value = expression(text, only(node));
      keywords.push({ kind: 'keyword', span: spanOf(node), arg: null, value });
    } else {
      args.push(expression(text, node));
    }
  }
  return { args, keywords };
}

/** Also `(x) = …`, which the grammar calls a tuple pattern though it is only parenthesised. */
function tuple(text: string, node: Concrete, ctx: ExpressionContext): Expression {
  const elements = named(node);
  const [first] = elements;
  if (text.charAt(node.start) === '[') {
    return { kind: 'List', span: spanOf(node), elts: expressions(text, elements, ctx), ctx };
  }
  if (first && elements.length === 1 && !has(node, ',')) return expression(text, first, ctx);
  const elts = expressions(text, elements, ctx);
  const [head] = elts;
  if (first?.type === 'yield' && head?.kind === 'Yield') return yieldOfAll(head, elts, node);
  return { kind: 'Tuple', span: spanOf(node), elts, ctx };
}

/** `(yield a, b)`: the grammar takes the yield for the tuple's first element. */
function yieldOfAll(
  head: Extract<Expression, { kind: 'Yield' }>,
  elements: readonly Expression[],
  node: Concrete,
): Expression {
  const value = head.value;
  const end = node.end - 1;
  if (!value) throw new Unexpected(node);
  const elts = [value, ...elements.slice(1)];
  return {
    kind: 'Yield',
    span: { start: head.span.start, end },
    value: { kind: 'Tuple', span: { start: value.span.start, end }, elts, ctx: 'Load' },
  };
}

function dictionary(text: string, node: Concrete): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  for (const item of named(node)) {
    if (item.type === 'pair') {
      keys.push(expression(text, need(item, 'key')));
      values.push(expression(text, need(item, 'value')));
    } else {
      keys.push(null);
      values.push(expression(text, only(item)));
    }
  }
  return { kind: 'Dict', span: spanOf(node), keys, values };
}

function conditional(text: string, node: Concrete): Expression {
  const [body, test, orelse] = named(node);
  if (!body || !test || !orelse) throw new Unexpected(node);
  return hoistStar(expression(text, body), node, 'Load', (value, span) => ({
    kind: 'IfExp',
    span,
    body: value,
    test: expression(text, test),
    orelse: expression(text, orelse),
  }));
}

function lambda(text: string, node: Concrete): Lambda {
  const parameters = part(node, 'parameters');
  const body = expression(text, need(node, 'body'));
  return {
    kind: 'Lambda',
    span: spanOf(node),
    args: lambdaArguments(text, parameters, node.start + 'lambda'.length),
    body,
  };
}

/** The grammar reads `await a ** b` as `await (a ** b)`; Python's await binds tighter. */
function awaited(text: string, node: Concrete): Expression {
  const operand = only(node);
  if (operand.type !== 'binary_operator') {
    return { kind: 'Await', span: spanOf(node), value: expression(text, operand) };
  }
  const base = need(operand, 'left');
  return {
    kind: 'BinOp',
    span: spanOf(node),
    left: {
      kind: 'Await',
      span: { start: node.start, end: base.end },
      value: expression(text, base),
    },
    op: 'Pow',
    right: expression(text, need(operand, 'right')),
  };
}

function yielded(text: string, node: Concrete): Expression {
  const [operand] = named(node);
  const span = spanOf(node);
  if (!operand) return { kind: 'Yield', span, value: null };
  const value = expression(text, operand);
  return has(node, 'from') ? { kind: 'YieldFrom', span, value } : { kind: 'Yield', span, value };
}

/**
 * An annotation. The grammar has forms of its own for `a[b]`, `a | b` and `a.b` there, which mean
 * what they mean in any expression.
 */
function annotation(text: string, node: Concrete): Expression {
  const [first, second] = named(node);
  if (!first) throw new Unexpected(node);
  const span = spanOf(node);
  switch (node.type) {
    case 'type':
    case 'as_pattern_target':
      return expression(text, first, node.type === 'type' ? 'Load' : 'Store');
    case 'generic_type': {
      if (!second) throw new Unexpected(node);
      const subscript = indexOfAnnotation(text, second);
      return { kind: 'Subscript', span, value: name(text, first), slice: subscript, ctx: 'Load' };
    }
    case 'union_type':
      if (!second) throw new Unexpected(node);
      return {
        kind: 'BinOp',
        span,
        left: expression(text, first),
        op: 'BitOr',
        right: expression(text, second),
      };
    case 'member_type':
      if (!second) throw new Unexpected(node);
      return {
        kind: 'Attribute',
        span,
        value: expression(text, first),
        attr: identifier(text, second),
        attrSpan: spanOf(second),
        ctx: 'Load',
      };
    case 'constrained_type': {
      // Only between brackets, where it is a slice.
      const upper = second ? expression(text, second) : null;
      return { kind: 'Slice', span, lower: expression(text, first), upper, step: null };
    }
    default:
      throw new Unexpected(node);
  }
}

function indexOfAnnotation(text: string, node: Concrete): Expression {
  const items = named(node);
  const [first] = items;
  const last = node.children[node.children.length - 2];
  if (!first || !last) throw new Unexpected(node);
  if (items.length === 1 && last === first) {
    const index = expression(text, first);
    return index.kind === 'Starred' ? tupleOf(index) : index;
  }
  const elts = expressions(text, items);
  return { kind: 'Tuple', span: { start: first.start, end: last.end }, elts, ctx: 'Load' };
}

/** `[T, *Ts, **P]` after the name of a function, a class or a type alias. */
export function typeParameters(text: string, node: Concrete | undefined): TypeParam[] {
  return node ? named(node).map((type) => typeParameter(text, type)) : [];
}

function typeParameter(text: string, type: Concrete): TypeParam {
  const inner = only(type);
  const span = spanOf(type);
  const plain = { span, bound: null, default_value: null };
  switch (inner.type) {
    case 'identifier':
      return { kind: 'TypeVar', ...plain, name: identifier(text, inner) };
    case 'constrained_type': {
      const [variable, bound] = named(inner);
      if (!variable || !bound) throw new Unexpected(inner);
      const name = identifier(text, only(variable));
      return { kind: 'TypeVar', ...plain, name, bound: expression(text, bound) };
    }
    case 'splat_type': {
      const kind = has(inner, '**') ? 'ParamSpec' : 'TypeVarTuple';
      return { kind, ...plain, name: identifier(text, only(inner)) };
    }
    case 'list_splat':
      return { kind: 'TypeVarTuple', ...plain, name: identifier(text, only(inner)) };
    default:
      throw new Unexpected(inner);
  }
}
