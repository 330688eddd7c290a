// Statements and expressions that stand where they mean nothing: `return` outside of a function,
// `break` outside of a loop, `await` outside of an async function. In CPython's words, the first of
// the file.
//
// https://docs.python.org/3.13/reference/simple_stmts.html

import type { Span } from '../../base/span.ts';
import { childrenOf } from '../children.ts';
import type * as ast from '../syntax.ts';
import { chainOf } from '../syntax.ts';
import { isFutureImport } from './futures.ts';
import { patternError } from './patternNames.ts';

export interface Misplaced {
  readonly message: string;
  readonly span: Span;
}

/** What stands around a node. */
interface Around {
  readonly kind: 'module' | 'class' | 'function' | 'async' | 'comprehension';
  readonly loop: boolean;
  /** A value may not be returned: the function is an async generator. */
  readonly asyncGenerator: boolean;
  /** Of the module: the future imports that stand where they may. */
  readonly futures?: ReadonlySet<ast.Node>;
  /** How many blocks of this function stand around. */
  readonly blocks?: number;
  /** In an `except*` block: of this function, and with no loop between. */
  readonly star?: 'function' | 'block' | undefined;
  /** Of a comprehension: its kind in CPython's words. */
  readonly what?: string;
  /** Of a comprehension: it may await. */
  readonly asynchronous?: boolean;
}

const comprehended = 'asynchronous comprehension outside of an asynchronous function';

const inStar = "'break', 'continue' and 'return' cannot appear in an except* block";

export function placementError(
  module: ast.Module,
  futures: ReadonlySet<ast.Node>,
): Misplaced | null {
  return firstOf(module.body, { kind: 'module', loop: false, asyncGenerator: false, futures });
}

function firstOf(nodes: readonly (ast.Node | null)[], around: Around): Misplaced | null {
  for (const node of nodes) {
    const found = node && at(node, around);
    if (found) return found;
  }
  return null;
}

function at(node: ast.Node, around: Around): Misplaced | null {
  switch (node.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return ofFunction(node, around);
    case 'ClassDef': {
      const outside = [...node.decorator_list, ...node.bases, ...node.keywords];
      const inside: Around = { kind: 'class', loop: false, asyncGenerator: false };
      return firstOf(outside, around) ?? firstOf(node.body, inside);
    }
    case 'Lambda': {
      const defaults = [...node.args.defaults, ...node.args.kw_defaults];
      const inside: Around = { kind: 'function', loop: false, asyncGenerator: false };
      return firstOf(defaults, around) ?? ofParameters(node.args, node) ?? at(node.body, inside);
    }
    case 'For':
    case 'AsyncFor':
    case 'While': {
      const head = node.kind === 'While' ? [node.test] : [node.iter, node.target];
      if (node.kind === 'AsyncFor' && around.kind !== 'async') {
        return refuse("'async for' outside async function", node);
      }
      const target = node.kind === 'While' ? null : ofTarget(node.target);
      if (target) return target;
      const inside = { ...around, loop: true, star: around.star && 'function' } as const;
      return (
        firstOf(head, around) ?? inBlock(node, node.body, inside) ?? firstOf(node.orelse, around)
      );
    }
    case 'Try':
    case 'TryStar':
      return ofTry(node, around);
    case 'With':
    case 'AsyncWith':
      return ofWith(node, around);
    case 'BinOp': {
      const [first, operations] = chainOf(node);
      return firstOf([first, ...operations.map(({ right }) => right)], around);
    }
    case 'Match':
      return patternError(node) ?? firstOf(childrenOf(node), around);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      return ofComprehension(node, around);
    default:
      return ofStatement(node, around) ?? firstOf(childrenOf(node), around);
  }
}

/** Blocks that a jump has to leave in order: CPython has room for twenty. */
const blocksMax = 20;

function inBlock(
  node: ast.Node,
  body: readonly ast.Node[],
  around: Around,
  count = 1,
): Misplaced | null {
  const blocks = (around.blocks ?? 0) + count;
  if (blocks > blocksMax) return refuse('too many statically nested blocks', node);
  return firstOf(body, { ...around, blocks });
}

function ofTry(node: ast.Try, around: Around): Misplaced | null {
  const last = node.finalbody.length > 0 ? 1 : 0;
  const inside: Around = { ...around, blocks: (around.blocks ?? 0) + last };
  const star = node.kind === 'TryStar' ? 'block' : around.star;
  const found =
    node.handlers.length > 0
      ? (inBlock(node, node.body, inside) ??
        firstOf(node.orelse, inside) ??
        firstMisplaced(
          node.handlers.map(
            (handler) =>
              firstOf([handler.type], inside) ??
              inBlock(node, handler.body, { ...inside, star }, 2),
          ),
        ))
      : inBlock(node, node.body, around);
  return found ?? inBlock(node, node.finalbody, around, last);
}

function ofWith(node: ast.With, around: Around): Misplaced | null {
  if (node.kind === 'AsyncWith' && around.kind !== 'async') {
    return refuse("'async with' outside async function", node);
  }
  const targets = node.items.map(({ optional_vars }) => optional_vars && ofTarget(optional_vars));
  return (
    firstMisplaced(targets) ??
    firstOf(node.items, around) ??
    inBlock(node, node.body, around, node.items.length)
  );
}

function ofStatement(node: ast.Node, around: Around): Misplaced | null {
  const inFunction = around.kind === 'function' || around.kind === 'async';
  switch (node.kind) {
    case 'Return':
      if (!inFunction) return refuse("'return' outside function", node);
      if (around.star) return refuse(inStar, node);
      if (!node.value || !around.asyncGenerator) return null;
      return refuse("'return' with value in async generator", node);
    case 'Break':
      if (around.star === 'block') return refuse(inStar, node);
      return around.loop ? null : refuse("'break' outside loop", node);
    case 'Continue':
      if (around.star === 'block') return refuse(inStar, node);
      return around.loop ? null : refuse("'continue' not properly in loop", node);
    case 'Yield':
    case 'YieldFrom':
      if (around.kind === 'comprehension') return refuse(`'yield' inside ${around.what}`, node);
      if (!inFunction) return refuse("'yield' outside function", node);
      if (node.kind === 'Yield') return null;
      return around.kind === 'async' ? refuse("'yield from' inside async function", node) : null;
    case 'Await':
      if (around.kind === 'comprehension')
        return around.asynchronous ? null : refuse(comprehended, node);
      if (!inFunction) return refuse("'await' outside function", node);
      return around.kind === 'function' ? refuse("'await' outside async function", node) : null;
    case 'Assign':
      return firstMisplaced(node.targets.map(ofTarget)) ?? ofValue(node.value);
    case 'Expr':
      return ofValue(node.value);
    case 'Name':
      if (node.ctx === 'Load' || node.id !== '__debug__') return null;
      return refuse('cannot assign to __debug__', node);
    case 'keyword':
      if (node.arg !== '__debug__') return null;
      return refuse('cannot assign to __debug__', node);
    case 'Attribute':
      if (node.ctx === 'Load' || node.attr !== '__debug__') return null;
      return refuse('cannot assign to __debug__', node);
    case 'ImportFrom':
      if (!isFutureImport(node) || around.futures?.has(node)) return null;
      return refuse('from __future__ imports must occur at the beginning of the file', node);
    default:
      return null;
  }
}

function ofFunction(node: ast.FunctionDef, around: Around): Misplaced | null {
  const { args, decorator_list, returns, body } = node;
  const outside = [...decorator_list, ...args.defaults, ...args.kw_defaults, returns];
  const asynchronous = node.kind === 'AsyncFunctionDef';
  const inside: Around = {
    kind: asynchronous ? 'async' : 'function',
    loop: false,
    asyncGenerator: asynchronous && body.some(yields),
  };
  return firstOf(outside, around) ?? ofParameters(args, node) ?? firstOf(body, inside);
}

function ofParameters(args: ast.Arguments, node: ast.Node): Misplaced | null {
  const { posonlyargs, vararg, kwonlyargs, kwarg } = args;
  const all = [...posonlyargs, ...args.args, vararg, ...kwonlyargs, kwarg];
  const wrong = all.some((parameter) => parameter?.arg === '__debug__');
  return wrong ? refuse('cannot assign to __debug__', node) : null;
}

const comprehensions = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
} as const;

function ofComprehension(
  node: ast.ElementComprehension | ast.DictComp,
  around: Around,
): Misplaced | null {
  const { generators, kind } = node;
  // A generator expression waits only where somebody asks it for values.
  const asynchronous =
    around.kind === 'async' || around.asynchronous === true || kind === 'GeneratorExp';
  if (!asynchronous && generators.some(({ is_async }) => is_async))
    return refuse(comprehended, node);
  const target = firstMisplaced(generators.map((each) => ofTarget(each.target)));
  if (target) return target;
  const [outermost, ...rest] = generators;
  const results = kind === 'DictComp' ? [node.key, node.value] : [node.elt];
  const inside: Around = {
    kind: 'comprehension',
    loop: false,
    asyncGenerator: false,
    what: comprehensions[kind],
    asynchronous,
  };
  const first = outermost ? [outermost.target, ...outermost.ifs] : [];
  const inner = rest.flatMap(({ target, iter, ifs }) => [target, iter, ...ifs]);
  return (
    firstOf(outermost ? [outermost.iter] : [], around) ??
    firstOf([...first, ...inner, ...results], inside)
  );
}

function firstMisplaced(found: readonly (Misplaced | null)[]): Misplaced | null {
  return found.find((each) => each !== null) ?? null;
}

/** Stars stand in a list or a tuple, one at most. */
function ofTarget(target: ast.Expression): Misplaced | null {
  if (target.kind === 'Starred') {
    return refuse('starred assignment target must be in a list or tuple', target);
  }
  if (target.kind !== 'Tuple' && target.kind !== 'List') return null;
  const stars = target.elts.filter(({ kind }) => kind === 'Starred');
  if (stars.length > 1) return refuse('multiple starred expressions in assignment', target);
  // Both counts go into one operand of the instruction.
  if (target.elts.findIndex(({ kind }) => kind === 'Starred') >= 1 << 8) {
    return refuse('too many expressions in star-unpacking assignment', target);
  }
  return firstMisplaced(
    target.elts.map((item) => (item.kind === 'Starred' ? null : ofTarget(item))),
  );
}

function ofValue(value: ast.Expression): Misplaced | null {
  return value.kind === 'Starred' ? refuse("can't use starred expression here", value) : null;
}

/** Whether a yield belongs to the same function. */
function yields(node: ast.Node): boolean {
  switch (node.kind) {
    case 'Yield':
      return true;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
    case 'Lambda':
      return false;
    default:
      return childrenOf(node).some(yields);
  }
}

function refuse(message: string, { span }: ast.Node): Misplaced {
  return { message, span };
}
