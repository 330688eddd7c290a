// What compile() refuses though the grammar allows it: names declared wrongly (its symbol tables),
// and statements that stand where they mean nothing (its code generator, placement.ts). In CPython's
// words and order: the first symbol error of the file, else the first misplaced statement.
//
// https://docs.python.org/3.13/reference/executionmodel.html#resolution-of-names

import type { Span } from '../../base/span.ts';
import { childrenOf } from '../children.ts';
import type * as ast from '../syntax.ts';
import { chainOf } from '../syntax.ts';
import { futureError, isFutureImport, leadingFutures } from './futures.ts';
import { placementError } from './placement.ts';

export interface SymbolError {
  readonly type: 'SyntaxError';
  readonly message: string;
  readonly span: Span;
}

/** At most one, as CPython stops at the first. */
export function symbolErrors(module: ast.Module): SymbolError[] {
  const futures = leadingFutures(module);
  const unknown = futureError(futures);
  if (unknown) return [{ type: 'SyntaxError', ...unknown }];
  try {
    const table = new SymbolTable(futures);
    table.block(module.body, new Block('module', null));
    table.resolveNonlocals();
    const misplaced = placementError(module, futures);
    return misplaced ? [{ type: 'SyntaxError', ...misplaced }] : [];
  } catch (caught) {
    if (!(caught instanceof SymbolRefusal)) throw caught;
    return [{ type: 'SyntaxError', message: caught.message, span: caught.span }];
  }
}

class SymbolRefusal extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

type Mark =
  | 'parameter'
  | 'assigned'
  | 'imported'
  | 'used'
  | 'annotated'
  | 'global'
  | 'nonlocal'
  | 'iterated'
  | 'rebound';

class Block {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  readonly parent: Block | null;
  readonly names = new Map<string, Set<Mark>>();
  /** The first `global` or `nonlocal` for a name. */
  readonly declared = new Map<string, Span>();
  readonly nonlocals: { readonly name: string; readonly span: Span }[] = [];

  constructor(kind: Block['kind'], parent: Block | null) {
    this.kind = kind;
    this.parent = parent;
  }

  mark(name: string, mark: Mark): void {
    const marks = this.names.get(name);
    if (marks) marks.add(mark);
    else this.names.set(name, new Set([mark]));
  }

  has(name: string, mark: Mark): boolean {
    return this.names.get(name)?.has(mark) ?? false;
  }
}

class SymbolTable {
  readonly #blocks: Block[] = [];
  /** Annotations are kept as text: what would be done in them is refused. */
  readonly #textAnnotations: boolean;

  constructor(futures: ReadonlySet<ast.Node>) {
    this.#textAnnotations = [...futures].some(
      (node) => isFutureImport(node) && node.names.some(({ name }) => name === 'annotations'),
    );
  }

  block(body: readonly ast.Statement[], block: Block): void {
    this.#blocks.push(block);
    this.#visitAll(body, block);
  }

  resolveNonlocals(): void {
    for (const block of this.#blocks) {
      for (const { name, span } of block.nonlocals) {
        if (block.has(name, 'global')) {
          const first = block.declared.get(name) ?? span;
          throw new SymbolRefusal(`name '${name}' is nonlocal and global`, first);
        }
        if (!isBoundOutside(name, block)) {
          throw new SymbolRefusal(`no binding for nonlocal '${name}' found`, span);
        }
      }
    }
  }

  #visitAll(nodes: readonly (ast.Node | null)[], block: Block): void {
    for (const node of nodes) if (node) this.#visit(node, block);
  }

  #visit(node: ast.Node, block: Block): void {
    switch (node.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.#function(node, block);
      case 'ClassDef':
        block.mark(node.name, 'assigned');
        this.#visitAll([...node.bases, ...node.keywords, ...node.decorator_list], block);
        return this.block(node.body, new Block('class', block));
      case 'Lambda': {
        this.#visitAll([...node.args.defaults, ...node.args.kw_defaults], block);
        const inner = new Block('function', block);
        this.#parameters(node.args, inner);
        this.#blocks.push(inner);
        return this.#visit(node.body, inner);
      }
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        return this.#comprehension(node.generators, [node.elt], block);
      case 'DictComp':
        return this.#comprehension(node.generators, [node.key, node.value], block);
      case 'BinOp': {
        const [first, operations] = chainOf(node);
        this.#visit(first, block);
        for (const { right } of operations) this.#visit(right, block);
        return;
      }
      case 'NamedExpr':
        return this.#namedExpression(node, block);
      case 'Global':
      case 'Nonlocal':
        return this.#declaration(node, block);
      case 'Name':
        return block.mark(node.id, node.ctx === 'Load' ? 'used' : 'assigned');
      default:
        return this.#other(node, block);
    }
  }

  #other(node: ast.Node, block: Block): void {
    switch (node.kind) {
      case 'AnnAssign':
        return this.#annotated(node, block);
      case 'ImportFrom':
      case 'Import':
        for (const { name, asname, span } of node.names) {
          if (name === '*' && block.kind !== 'module') {
            throw new SymbolRefusal('import * only allowed at module level', span);
          }
          // CPython lets a declaration follow an import.
          block.mark(asname ?? name.split('.')[0] ?? name, 'imported');
        }
        return;
      case 'ExceptHandler':
        if (node.name !== null) block.mark(node.name, 'assigned');
        return this.#visitAll(childrenOf(node), block);
      case 'MatchAs':
      case 'MatchStar':
        if (node.name !== null) block.mark(node.name, 'assigned');
        return this.#visitAll(childrenOf(node), block);
      case 'MatchMapping':
        if (node.rest !== null) block.mark(node.rest, 'assigned');
        return this.#visitAll(childrenOf(node), block);
      default:
        return this.#visitAll(childrenOf(node), block);
    }
  }

  #function(node: ast.FunctionDef, block: Block): void {
    block.mark(node.name, 'assigned');
    const { args } = node;
    this.#visitAll([...args.defaults, ...args.kw_defaults], block);
    for (const { annotation } of parametersOf(args)) this.#annotation(annotation, block);
    this.#annotation(node.returns, block);
    this.#visitAll(node.decorator_list, block);
    const inner = new Block('function', block);
    this.#parameters(args, inner);
    this.block(node.body, inner);
  }

  #parameters(args: ast.Arguments, inner: Block): void {
    for (const { arg, span } of parametersOf(args)) {
      if (inner.has(arg, 'parameter')) {
        throw new SymbolRefusal(`duplicate argument '${arg}' in function definition`, span);
      }
      inner.mark(arg, 'parameter');
    }
  }

  #annotated(node: ast.AnnAssign, block: Block): void {
    const { target, simple, value, annotation, span } = node;
    if (target.kind === 'Name') {
      for (const how of ['global', 'nonlocal'] as const) {
        if (simple && block.kind !== 'module' && block.has(target.id, how)) {
          throw new SymbolRefusal(`annotated name '${target.id}' can't be ${how}`, span);
        }
      }
      if (simple) block.mark(target.id, 'annotated');
      if (simple || value) block.mark(target.id, 'assigned');
    } else {
      this.#visit(target, block);
    }
    this.#annotation(annotation, block);
    if (value) this.#visit(value, block);
  }

  #annotation(node: ast.Expression | null, block: Block): void {
    if (!node) return;
    if (this.#textAnnotations) refuseInAnnotation(node);
    this.#visit(node, block);
  }

  #declaration(node: ast.Global, block: Block): void {
    const how = node.kind === 'Global' ? 'global' : 'nonlocal';
    if (how === 'nonlocal' && block.kind === 'module') {
      throw new SymbolRefusal('nonlocal declaration not allowed at module level', node.span);
    }
    for (const name of node.names) {
      const wrong = block.has(name, 'parameter')
        ? `name '${name}' is parameter and ${how}`
        : block.has(name, 'used')
          ? `name '${name}' is used prior to ${how} declaration`
          : block.has(name, 'annotated')
            ? `annotated name '${name}' can't be ${how}`
            : block.has(name, 'assigned')
              ? `name '${name}' is assigned to before ${how} declaration`
              : null;
      if (wrong !== null) throw new SymbolRefusal(wrong, node.span);
      block.mark(name, how);
      if (!block.declared.has(name)) block.declared.set(name, node.span);
      if (how === 'nonlocal') block.nonlocals.push({ name, span: node.span });
    }
  }

  #comprehension(
    generators: readonly ast.Comprehension[],
    results: readonly ast.Expression[],
    block: Block,
  ): void {
    const [outermost, ...rest] = generators;
    if (!outermost) return;
    refuseNamedExpressions(outermost.iter);
    this.#visit(outermost.iter, block);
    const inner = new Block('comprehension', block);
    this.#blocks.push(inner);
    for (const { id } of namesIn(outermost.target)) inner.mark(id, 'iterated');
    this.#visitAll([outermost.target, ...outermost.ifs], inner);
    for (const { target, iter, ifs } of rest) {
      for (const { id, span } of namesIn(target)) {
        if (inner.has(id, 'rebound')) {
          const message = `comprehension inner loop cannot rebind assignment expression target '${id}'`;
          throw new SymbolRefusal(message, span);
        }
        inner.mark(id, 'iterated');
      }
      refuseNamedExpressions(iter);
      this.#visitAll([target, iter, ...ifs], inner);
    }
    this.#visitAll(results, inner);
  }

  /** The target belongs to the innermost block that is not a comprehension. */
  #namedExpression(node: ast.NamedExpr, block: Block): void {
    const { id } = node.target;
    let owner = block;
    if (block.kind === 'comprehension') block.mark(id, 'rebound');
    while (owner.kind === 'comprehension' && owner.parent) {
      if (owner.has(id, 'iterated')) {
        const message = `assignment expression cannot rebind comprehension iteration variable '${id}'`;
        throw new SymbolRefusal(message, node.span);
      }
      owner = owner.parent;
    }
    if (owner !== block && owner.kind === 'class') {
      const message = 'assignment expression within a comprehension cannot be used in a class body';
      throw new SymbolRefusal(message, node.span);
    }
    this.#visit(node.value, block);
    owner.mark(id, 'assigned');
  }
}

const binding: readonly Mark[] = ['assigned', 'imported', 'parameter', 'nonlocal'];

/** Whether a function around the block binds the name. */
function isBoundOutside(name: string, block: Block): boolean {
  for (let outer = block.parent; outer; outer = outer.parent) {
    if (outer.kind === 'class' && name === '__class__') return true;
    if (outer.kind !== 'function' && outer.kind !== 'comprehension') continue;
    if (outer.has(name, 'global')) return false;
    if (binding.some((mark) => outer.has(name, mark))) return true;
  }
  return false;
}

const doing: Readonly<Record<string, string>> = {
  NamedExpr: 'named expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
};
const ownScopes = new Set(['Lambda', 'ListComp', 'SetComp', 'DictComp', 'GeneratorExp']);

function refuseInAnnotation(node: ast.Node): void {
  const what = doing[node.kind];
  if (what) throw new SymbolRefusal(`'${what}' can not be used within an annotation`, node.span);
  if (!ownScopes.has(node.kind)) childrenOf(node).forEach(refuseInAnnotation);
}

function refuseNamedExpressions(node: ast.Node): void {
  if (node.kind === 'NamedExpr') {
    const message = 'assignment expression cannot be used in a comprehension iterable expression';
    throw new SymbolRefusal(message, node.span);
  }
  for (const child of childrenOf(node)) refuseNamedExpressions(child);
}

function namesIn(node: ast.Node): ast.Name[] {
  return node.kind === 'Name' ? [node] : childrenOf(node).flatMap(namesIn);
}

function parametersOf(args: ast.Arguments): readonly ast.Arg[] {
  const { posonlyargs, vararg, kwonlyargs, kwarg } = args;
  const last = [vararg, kwarg].filter((arg) => arg !== null);
  return [...posonlyargs, ...args.args, ...kwonlyargs, ...last];
}
