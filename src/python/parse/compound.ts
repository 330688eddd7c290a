// Concrete nodes to statements that hold other statements.
//
// https://docs.python.org/3.13/reference/compound_stmts.html

import type {
  ClassDef,
  ExceptHandler,
  Expression,
  For,
  FunctionDef,
  If,
  Statement,
  Try,
  With,
  WithItem,
} from '../syntax.ts';
import type { Concrete } from './concrete.ts';
import { Unexpected, child, has, named, need, only, part, parts } from './concrete.ts';
import { callArguments, expression, identifier, spanOf, typeParameters } from './expressions.ts';
import { functionArguments } from './parameters.ts';
import { match } from './patterns.ts';
import { statements } from './statements.ts';

export function compound(text: string, node: Concrete): Statement {
  switch (node.type) {
    case 'function_definition':
      return functionDefinition(text, node, []);
    case 'class_definition':
      return classDefinition(text, node, []);
    case 'decorated_definition':
      return decorated(text, node);
    case 'if_statement':
      return ifStatement(text, node);
    case 'for_statement':
      return forStatement(text, node);
    case 'while_statement':
      return {
        kind: 'While',
        span: spanOf(node),
        test: expression(text, need(node, 'condition')),
        body: suite(text, need(node, 'body')),
        orelse: elseSuite(text, node),
      };
    case 'try_statement':
      return tryStatement(text, node);
    case 'with_statement':
      return withStatement(text, node);
    case 'match_statement':
      return match(text, node);
    default:
      throw new Unexpected(node);
  }
}

export function suite(text: string, block: Concrete): Statement[] {
  const body = statements(text, block);
  if (body.length === 0) throw new Unexpected(block);
  return body;
}

/** The body under `else:` or `finally:`, empty where there is none. */
function elseSuite(text: string, node: Concrete, clause = 'else_clause'): Statement[] {
  const found = child(node, clause);
  const block = found && child(found, 'block');
  return block ? suite(text, block) : [];
}

function decorated(text: string, node: Concrete): Statement {
  const decorators = node.children
    .filter((child) => child.type === 'decorator')
    .map((decorator) => expression(text, only(decorator)));
  const definition = need(node, 'definition');
  return definition.type === 'class_definition'
    ? classDefinition(text, definition, decorators)
    : functionDefinition(text, definition, decorators);
}

function functionDefinition(
  text: string,
  node: Concrete,
  decorator_list: readonly Expression[],
): FunctionDef {
  const nameNode = need(node, 'name');
  const returns = part(node, 'return_type');
  return {
    kind: has(node, 'async') ? 'AsyncFunctionDef' : 'FunctionDef',
    span: spanOf(node),
    name: identifier(text, nameNode),
    nameSpan: spanOf(nameNode),
    args: functionArguments(text, need(node, 'parameters')),
    body: suite(text, need(node, 'body')),
    decorator_list,
    returns: returns ? expression(text, returns) : null,
    type_params: typeParameters(text, part(node, 'type_parameters')),
  };
}

function classDefinition(
  text: string,
  node: Concrete,
  decorator_list: readonly Expression[],
): ClassDef {
  const nameNode = need(node, 'name');
  const superclasses = part(node, 'superclasses');
  const { args: bases, keywords } = superclasses
    ? callArguments(text, superclasses)
    : { args: [], keywords: [] };
  return {
    kind: 'ClassDef',
    span: spanOf(node),
    name: identifier(text, nameNode),
    nameSpan: spanOf(nameNode),
    bases,
    keywords,
    body: suite(text, need(node, 'body')),
    decorator_list,
    type_params: typeParameters(text, part(node, 'type_parameters')),
  };
}

/** Each `elif` is an `if` alone in the `else` of the one before: built from the last to the first. */
function ifStatement(text: string, node: Concrete): If {
  let orelse: Statement[] = [];
  const alternatives = parts(node, 'alternative');
  for (const clause of alternatives.reverse()) {
    orelse =
      clause.type === 'else_clause'
        ? suite(text, need(clause, 'body'))
        : [oneIf(text, clause, orelse, node.end)];
  }
  return oneIf(text, node, orelse, node.end);
}

function oneIf(text: string, node: Concrete, orelse: readonly Statement[], end: number): If {
  return {
    kind: 'If',
    span: { start: node.start, end },
    test: expression(text, need(node, 'condition')),
    body: suite(text, need(node, 'consequence')),
    orelse,
  };
}

function forStatement(text: string, node: Concrete): For {
  return {
    kind: has(node, 'async') ? 'AsyncFor' : 'For',
    span: spanOf(node),
    target: expression(text, need(node, 'left'), 'Store'),
    iter: expression(text, need(node, 'right')),
    body: suite(text, need(node, 'body')),
    orelse: elseSuite(text, node),
  };
}

function tryStatement(text: string, node: Concrete): Try {
  const clauses = node.children.filter((child) => child.type === 'except_clause');
  return {
    kind: clauses.some((clause) => has(clause, '*')) ? 'TryStar' : 'Try',
    span: spanOf(node),
    body: suite(text, need(node, 'body')),
    handlers: clauses.map((clause) => handler(text, clause)),
    orelse: elseSuite(text, node),
    finalbody: elseSuite(text, node, 'finally_clause'),
  };
}

function handler(text: string, node: Concrete): ExceptHandler {
  const block = child(node, 'block');
  const [value, ...others] = parts(node, 'value');
  if (!block || others.length > 0) throw new Unexpected(node);
  const [type, alias] = value ? withAlias(value, part(node, 'alias')) : [];
  return {
    kind: 'ExceptHandler',
    span: spanOf(node),
    type: type ? expression(text, type) : null,
    name: alias ? identifier(text, nameIn(alias)) : null,
    body: suite(text, block),
  };
}

/** `value as alias`, which the grammar may have read as one expression. */
function withAlias(value: Concrete, alias: Concrete | undefined): [Concrete, Concrete?] {
  if (value.type !== 'as_pattern') return alias ? [value, alias] : [value];
  return [only(value), need(value, 'alias')];
}

function nameIn(node: Concrete): Concrete {
  const inner = node.type === 'as_pattern_target' ? only(node) : node;
  if (inner.type !== 'identifier') throw new Unexpected(node);
  return inner;
}

function withStatement(text: string, node: Concrete): With {
  const clause = child(node, 'with_clause');
  if (!clause) throw new Unexpected(node);
  return {
    kind: has(node, 'async') ? 'AsyncWith' : 'With',
    span: spanOf(node),
    items: withItems(text, clause),
    body: suite(text, need(node, 'body')),
  };
}

/** `with (a as b, c):` has two items, though the grammar may take the parentheses for a tuple's. */
function withItems(text: string, clause: Concrete): WithItem[] {
  const items = named(clause).map((item) => need(item, 'value'));
  const [first] = items;
  const alone = items.length === 1 && !has(clause, '(');
  if (!alone || !first) return items.map((item) => withItem(text, item));
  if (first.type !== 'tuple' && first.type !== 'parenthesized_expression') {
    return [withItem(text, first)];
  }
  const inner = named(first);
  const grouped = inner.length > 0 && inner.every((item) => !notInWithItem.has(item.type));
  return grouped ? inner.map((item) => withItem(text, item)) : [withItem(text, first)];
}

const notInWithItem = new Set(['list_splat', 'named_expression', 'yield']);

function withItem(text: string, value: Concrete): WithItem {
  const [context, alias] = withAlias(value, undefined);
  return {
    kind: 'withitem',
    span: spanOf(value),
    context_expr: expression(text, context),
    optional_vars: alias ? expression(text, alias, 'Store') : null,
  };
}
