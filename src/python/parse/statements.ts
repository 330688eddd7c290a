// Concrete nodes to statements. Compound statements are in compound.ts, `match` in patterns.ts.
//
// https://docs.python.org/3.13/reference/simple_stmts.html

import type {
  Alias,
  AnnAssign,
  Assign,
  AugAssign,
  Expression,
  ImportFrom,
  Statement,
} from '../syntax.ts';
import { compound } from './compound.ts';
import type { Concrete } from './concrete.ts';
import { Unexpected, child, has, named, need, only, part } from './concrete.ts';
import {
  expression,
  expressionAmong,
  expressions,
  identifier,
  name,
  spanOf,
  typeParameters,
} from './expressions.ts';
import { binaryOperator } from './operators.ts';

export function statements(text: string, node: Concrete): Statement[] {
  const found: Statement[] = [];
  for (const child of node.children) if (child.named) found.push(statement(text, child));
  return found;
}

export function statement(text: string, node: Concrete): Statement {
  const span = spanOf(node);
  switch (node.type) {
    case 'expression_statement':
      return expressionStatement(text, node);
    case 'return_statement': {
      const [value] = named(node);
      return { kind: 'Return', span, value: value ? expression(text, value) : null };
    }
    case 'import_statement':
      return { kind: 'Import', span, names: aliases(text, node) };
    case 'import_from_statement':
    case 'future_import_statement':
      return importFrom(text, node);
    case 'pass_statement':
      return { kind: 'Pass', span };
    case 'break_statement':
      return { kind: 'Break', span };
    case 'continue_statement':
      return { kind: 'Continue', span };
    case 'raise_statement':
      return raise(text, node);
    case 'assert_statement': {
      const [test, msg] = named(node);
      if (!test) throw new Unexpected(node);
      return {
        kind: 'Assert',
        span,
        test: expression(text, test),
        msg: msg ? expression(text, msg) : null,
      };
    }
    case 'delete_statement':
      return { kind: 'Delete', span, targets: deleted(text, only(node)) };
    case 'global_statement':
    case 'nonlocal_statement': {
      const kind = node.type === 'global_statement' ? 'Global' : 'Nonlocal';
      return { kind, span, names: named(node).map((node) => identifier(text, node)) };
    }
    case 'type_alias_statement':
      return typeAlias(text, node);
    case 'print_statement':
      return printChevron(text, node);
    default:
      return compound(text, node);
  }
}

function expressionStatement(text: string, node: Concrete): Statement {
  const inner = only(node);
  if (inner.type === 'assignment') return assignment(text, node, inner);
  if (inner.type === 'augmented_assignment') return augmented(text, node, inner);
  const value = expressionAmong(text, named(node), node.start, node.end);
  return { kind: 'Expr', span: spanOf(node), value };
}

function assignment(text: string, node: Concrete, outer: Concrete): Assign | AnnAssign {
  const span = spanOf(node);
  if (part(outer, 'type')) return annotatedAssignment(text, node, outer);
  const targets: Expression[] = [];
  let inner = outer;
  for (;;) {
    targets.push(expression(text, need(inner, 'left'), 'Store'));
    const right = need(inner, 'right');
    if (right.type !== 'assignment') {
      return { kind: 'Assign', span, targets, value: expression(text, right) };
    }
    inner = right;
  }
}

function annotatedAssignment(text: string, node: Concrete, inner: Concrete): AnnAssign {
  const left = need(inner, 'left');
  const right = part(inner, 'right');
  const annotation = expression(text, need(inner, 'type'));
  // What tree-sitter makes of `match [a][0]:` and the block below.
  if (annotation.kind === 'Slice') throw new Unexpected(node);
  return {
    kind: 'AnnAssign',
    span: spanOf(node),
    target: place(expression(text, left, 'Store'), left),
    annotation,
    value: right ? expression(text, right) : null,
    simple: left.type === 'identifier',
  };
}

function augmented(text: string, node: Concrete, inner: Concrete): AugAssign {
  const left = need(inner, 'left');
  const sign = inner.children.find((child) => child.field === 'operator');
  const op = binaryOperator(sign?.type.slice(0, -1) ?? '');
  if (!op) throw new Unexpected(inner);
  return {
    kind: 'AugAssign',
    span: spanOf(node),
    target: place(expression(text, left, 'Store'), left),
    op,
    value: expression(text, need(inner, 'right')),
  };
}

function place(target: Expression, node: Concrete): AnnAssign['target'] {
  if (target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript') {
    return target;
  }
  throw new Unexpected(node);
}

/** `del a, b` deletes two targets, `del (a, b)` one that is a tuple. */
function deleted(text: string, node: Concrete): Expression[] {
  if (node.type === 'expression_list') return expressions(text, named(node), 'Del');
  return [expression(text, node, 'Del')];
}

function raise(text: string, node: Concrete): Statement {
  const cause = part(node, 'cause');
  const exc = named(node).find((child) => child !== cause);
  return {
    kind: 'Raise',
    span: spanOf(node),
    exc: exc ? expression(text, exc) : null,
    cause: cause ? expression(text, cause) : null,
  };
}

function importFrom(text: string, node: Concrete): ImportFrom {
  const span = spanOf(node);
  if (node.type === 'future_import_statement') {
    return { kind: 'ImportFrom', span, module: '__future__', names: aliases(text, node), level: 0 };
  }
  const source = need(node, 'module_name');
  const relative = source.type === 'relative_import';
  const path = relative ? child(source, 'dotted_name') : source;
  const prefix = relative ? child(source, 'import_prefix') : undefined;
  const dots = prefix ? text.slice(prefix.start, prefix.end).replace(/[^.]/g, '') : '';
  const star = child(node, 'wildcard_import');
  const names: Alias[] = star
    ? [{ kind: 'alias', span: spanOf(star), name: '*', asname: null }]
    : aliases(text, node);
  return {
    kind: 'ImportFrom',
    span,
    module: path ? dottedName(text, path) : null,
    names,
    level: dots.length,
  };
}

function aliases(text: string, node: Concrete): Alias[] {
  return node.children
    .filter((child) => child.field === 'name' && child.named)
    .map((node) => {
      const span = spanOf(node);
      if (node.type !== 'aliased_import') {
        return { kind: 'alias', span, name: dottedName(text, node), asname: null };
      }
      const alias = identifier(text, need(node, 'alias'));
      return { kind: 'alias', span, name: dottedName(text, need(node, 'name')), asname: alias };
    });
}

/** Blanks may stand around the dots. */
export function dottedName(text: string, node: Concrete): string {
  return identifier(text, node).replace(/\s|\\/g, '');
}

function typeAlias(text: string, node: Concrete): Statement {
  const left = only(need(node, 'left'));
  const value = expression(text, need(node, 'right'));
  const span = spanOf(node);
  if (left.type === 'identifier') {
    const target = name(text, left, 'Store');
    return { kind: 'TypeAlias', span, name: target, type_params: [], value };
  }
  if (left.type === 'generic_type') {
    const target = name(text, only(left), 'Store');
    const type_params = typeParameters(text, child(left, 'type_parameter'));
    return { kind: 'TypeAlias', span, name: target, type_params, value };
  }
  throw new Unexpected(node);
}

/** `print >> stream, x` is a tuple whose first element shifts; the grammar knows it from Python 2. */
function printChevron(text: string, node: Concrete): Statement {
  const chevron = child(node, 'chevron');
  if (!chevron || has(node, '(')) throw new Unexpected(node);
  const print: Expression = {
    kind: 'Name',
    span: { start: node.start, end: node.start + 'print'.length },
    id: 'print',
    ctx: 'Load',
  };
  const first: Expression = {
    kind: 'BinOp',
    span: { start: node.start, end: chevron.end },
    left: print,
    op: 'RShift',
    right: expression(text, only(chevron)),
  };
  const rest = expressions(
    text,
    named(node).filter((child) => child !== chevron),
  );
  const span = spanOf(node);
  const value: Expression =
    rest.length === 0 && !has(node, ',')
      ? first
      : { kind: 'Tuple', span, elts: [first, ...rest], ctx: 'Load' };
  return { kind: 'Expr', span, value };
}
