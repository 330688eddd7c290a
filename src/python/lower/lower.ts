// Trees to code objects. A module is lowered at once; the body of a function when it is first
// called, so that a large library costs what is used of it.

import { leadingFutures } from '../check/futures.ts';
import type * as ast from '../syntax.ts';
import type { Span } from '../../base/span.ts';
import { Code, Op, type CodeKind, type Unread } from '../evaluate/code.ts';
import { allArguments, analyseScopes, mangle, type Scope, type ScopeNode } from '../scope.ts';
import { Builder, type ModuleContext } from './builder.ts';
import { lowerExpression, lowerComprehensionBody } from './expression.ts';
import { lowerStatements } from './statement.ts';

export interface LowerOptions {
  readonly path: string;
  readonly source: string;
  readonly lineAt: (offset: number) => number;
  /** What the trace wants to be told; less is faster. */
  readonly observe: ModuleContext['observe'];
  /** `compile(…, 'single')` */
  readonly interactive?: boolean;
  readonly deferred?: ModuleContext['deferred'];
  /** The statements that the code is of; all, where this is not given. */
  readonly part?: Part;
}

/** Statements of a module by their indices: from the first to before the last. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

export function lowerModule(whole: ast.Module, options: LowerOptions): Code {
  const { part } = options;
  const tree = part ? { ...whole, body: whole.body.slice(part.from, part.to) } : whole;
  const scopes = analyseScopes(tree);
  const textAnnotations = [...leadingFutures(whole)].some(
    (s) => s.kind === 'ImportFrom' && s.names.some(({ name }) => name === 'annotations'),
  );
  const module: ModuleContext = { ...options, scopes, textAnnotations };
  const code = new Code('module', '<module>', '<module>', options.path, tree.span);
  code.firstLine = 1;
  code.doc = docstring(tree.body);
  code.lineAt = options.lineAt;
  const builder = new Builder(module, code, scopes.get(tree) as Scope, null);
  if (tree.body.some(annotates)) {
    builder.emit(Op.SetupAnnotations, 0, tree.span);
  }
  lowerStatements(builder, tree.body);
  returnNone(builder);
  builder.finish();
  return code;
}

/** Whether the statement, or one inside of it in the same scope, annotates a name. */
function annotates(s: ast.Statement): boolean {
  if (s.kind === 'AnnAssign') return true;
  const blocks = [
    'body' in s && s.kind !== 'FunctionDef' && s.kind !== 'AsyncFunctionDef' ? s.body : [],
    'orelse' in s ? s.orelse : [],
    'finalbody' in s ? s.finalbody : [],
    'handlers' in s ? s.handlers.flatMap(({ body }) => body) : [],
    s.kind === 'Match' ? s.cases.flatMap(({ body }) => body) : [],
  ];
  return s.kind !== 'ClassDef' && blocks.some((block) => block.some(annotates));
}

/** Code for an expression alone, as `eval` wants it. */
export function lowerEval(tree: ast.Expression, options: LowerOptions): Code {
  const body: ast.Return = { kind: 'Return', value: tree, span: tree.span };
  const root: ast.Module = { kind: 'Module', body: [body], span: tree.span };
  return lowerModule(root, { ...options, observe: 'nothing' });
}

type Body =
  | { readonly kind: 'function'; readonly node: ast.FunctionDef }
  | { readonly kind: 'class'; readonly node: ast.ClassDef }
  | { readonly kind: 'lambda'; readonly node: ast.Lambda }
  | { readonly kind: 'comprehension'; readonly node: ast.ElementComprehension | ast.DictComp };

/** The code object of a nested scope: its header now, its instructions when first called. */
export function nestedCode(outer: Builder, body: Body, name: string): Code {
  const scope = outer.module.scopes.get(body.node as ScopeNode) as Scope;
  const { deferred, path } = outer.module;
  const whole =
    body.kind === 'function' ? deferred?.functions.get(body.node.span.start) : undefined;
  const span = whole ?? body.node.span;
  const qualname = qualifiedName(outer, name);
  const code = new Code(body.kind satisfies CodeKind, name, qualname, path, span);
  code.firstLine = firstLine(outer, body);
  code.lineAt = outer.module.lineAt;
  code.freeNames = [...scope.free].sort();
  if (body.kind === 'function' || body.kind === 'lambda')
    setParameters(code, body.node.args, outer);
  if (body.kind === 'comprehension') {
    code.positionalCount = 1;
    code.slotNames = ['.0'];
  }
  code.cellNames = [...scope.cells].sort();
  code.cellParameters = code.cellNames.map((cell) =>
    code.slotNames.indexOf(cell) < code.parameterCount ? code.slotNames.indexOf(cell) : -1,
  );
  if (body.kind === 'function') code.doc = docstring(body.node.body);
  if (body.kind === 'class') code.doc = docstring(body.node.body);
  code.generator = generatorKind(body, scope);
  const className = body.kind === 'class' ? body.node.name : outer.className;
  if (deferred && whole) {
    const { textAnnotations } = outer.module;
    const unread = { className, inClass: outer.scope.kind === 'class', textAnnotations };
    code.unread = unread;
    code.prepare = () => {
      lowerRead(code, { ...outer.module, ...unread, read: deferred.read });
    };
    return code;
  }
  code.prepare = () => {
    code.prepare = null;
    lowerBody(new Builder(outer.module, code, scope, className), body);
  };
  if (body.kind === 'class') code.prepare();
  return code;
}

/** Around a function that is read when it is called. */
export interface ReadContext extends Omit<ModuleContext, 'scopes' | 'deferred'>, Unread {
  read(whole: Span): ast.FunctionDef;
}

/** Reads and lowers the body of a function. Its class is known by name alone: nothing else of what is
 * around it binds names for it. */
export function lowerRead(code: Code, context: ReadContext): void {
  const { span } = code;
  const node = context.read(span);
  code.prepare = null;
  code.unread = null;
  const none: readonly never[] = [];
  const inClass: ast.ClassDef = {
    kind: 'ClassDef',
    name: context.className ?? '',
    nameSpan: span,
    bases: none,
    keywords: none,
    body: [node],
    decorator_list: none,
    type_params: none,
    span,
  };
  const body = context.inClass ? inClass : node;
  const scopes = analyseScopes({ kind: 'Module', body: [body], span });
  const scope = scopes.get(node) as Scope;
  code.cellNames = [...scope.cells].sort();
  code.cellParameters = code.cellNames.map((cell) =>
    code.slotNames.indexOf(cell) < code.parameterCount ? code.slotNames.indexOf(cell) : -1,
  );
  const { path, lineAt, observe, source, textAnnotations } = context;
  const module: ModuleContext = { path, lineAt, observe, source, textAnnotations, scopes };
  lowerBody(new Builder(module, code, scope, context.className), { kind: 'function', node });
}

function lowerBody(builder: Builder, body: Body): void {
  switch (body.kind) {
    case 'function':
      lowerStatements(builder, body.node.body);
      break;
    case 'lambda':
      lowerExpression(builder, body.node.body);
      builder.emit(Op.Return, 0, body.node.body.span);
      break;
    case 'class':
      lowerClassBody(builder, body.node);
      break;
    case 'comprehension':
      lowerComprehensionBody(builder, body.node);
      break;
  }
  returnNone(builder);
  builder.finish();
}

function lowerClassBody(builder: Builder, node: ast.ClassDef): void {
  const at = node.nameSpan;
  const store = (name: string, value: string | null): void => {
    builder.emit(Op.LoadConst, builder.constant(value, `str:${value ?? ''}`), at);
    builder.emit(Op.StoreName, builder.name(name), at);
  };
  builder.emit(Op.LoadName, builder.name('__name__'), at);
  builder.emit(Op.StoreName, builder.name('__module__'), at);
  store('__qualname__', builder.code.qualname);
  if (builder.code.doc !== null) store('__doc__', builder.code.doc);
  if (node.body.some(annotates)) builder.emit(Op.SetupAnnotations, 0, at);
  lowerStatements(builder, node.body);
  if (builder.scope.cells.has('__class__')) {
    builder.emit(Op.LoadClosure, builder.cell('__class__'), at);
    builder.emit(Op.Return, 0, at);
  }
}

function returnNone(builder: Builder): void {
  const { end } = builder.code.span;
  const span = { start: end, end };
  builder.emit(Op.LoadConst, builder.constant(null, 'None'), span);
  builder.emit(Op.Return, 0, span);
}

function setParameters(code: Code, args: ast.Arguments, outer: Builder): void {
  const className = outer.className;
  code.positionalOnlyCount = args.posonlyargs.length;
  code.positionalCount = args.posonlyargs.length + args.args.length;
  code.keywordOnlyCount = args.kwonlyargs.length;
  code.hasVarArgs = args.vararg !== null;
  code.hasVarKeywords = args.kwarg !== null;
  code.slotNames = allArguments(args).map((a) => mangle(a.arg, className));
}

function generatorKind(body: Body, scope: Scope): Code['generator'] {
  if (body.kind === 'function' && body.node.kind === 'AsyncFunctionDef') {
    return scope.hasYield ? 'async generator' : 'coroutine';
  }
  if (body.kind === 'comprehension') {
    if (body.node.kind === 'GeneratorExp') return scope.hasAwait ? 'async generator' : 'generator';
    return scope.hasAwait ? 'coroutine' : 'none';
  }
  return scope.hasYield && body.kind !== 'class' ? 'generator' : 'none';
}

function firstLine(outer: Builder, body: Body): number {
  const decorator =
    body.kind === 'function' || body.kind === 'class' ? body.node.decorator_list[0] : undefined;
  return outer.module.lineAt((decorator ?? body.node).span.start) + 1;
}

function qualifiedName(outer: Builder, name: string): string {
  const { code, scope } = outer;
  if (scope.kind === 'module' || scope.globals.has(name)) return name;
  if (scope.kind === 'class') return `${code.qualname}.${name}`;
  return `${code.qualname}.<locals>.${name}`;
}

function docstring(body: readonly ast.Statement[]): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  const { value } = first.value;
  return value.type === 'str' ? value.value : null;
}
