// Which variable a name means: for each function, class and comprehension of a module, whether a
// name is local, shared with a nested scope, taken from an enclosing one, or global.
//
// https://docs.python.org/3.13/reference/executionmodel.html#resolution-of-names

import { childrenOf } from './children.ts';
import type * as ast from './syntax.ts';
import { chainOf } from './syntax.ts';

export type ScopeNode =
  | ast.Module
  | ast.FunctionDef
  | ast.ClassDef
  | ast.Lambda
  | ast.ElementComprehension
  | ast.DictComp;

export type Binding = 'local' | 'cell' | 'free' | 'global' | 'name';

export class Scope {
  readonly node: ScopeNode;
  readonly parent: Scope | null;
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  readonly parameters: string[] = [];
  readonly assigned = new Set<string>();
  readonly used = new Set<string>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  readonly cells = new Set<string>();
  readonly free = new Set<string>();
  readonly children: Scope[] = [];
  hasYield = false;
  hasAwait = false;

  constructor(node: ScopeNode, parent: Scope | null, kind: Scope['kind']) {
    this.node = node;
    this.parent = parent;
    this.kind = kind;
    parent?.children.push(this);
  }

  isFunction(): boolean {
    return this.kind === 'function' || this.kind === 'comprehension';
  }

  /** How code in this scope reaches the name. */
  binding(name: string): Binding {
    if (this.cells.has(name)) return 'cell';
    // A name that methods take from further out may be the class's own here as well.
    const own = this.kind === 'class' && this.assigned.has(name) && !this.nonlocals.has(name);
    if (this.free.has(name) && !own) return 'free';
    if (this.kind === 'module') return this.globals.has(name) ? 'global' : 'name';
    if (this.globals.has(name)) return 'global';
    if (this.kind === 'class') return 'name';
    return this.assigned.has(name) ? 'local' : 'global';
  }
}

/** The scopes of a module, by the node that opens each. */
export function analyseScopes(module: ast.Module): Map<ScopeNode, Scope> {
  const scopes = new Map<ScopeNode, Scope>();
  const analyser = new Analyser(scopes);
  const root = analyser.open(module, null, 'module');
  analyser.statements(module.body, root);
  resolve(root);
  return scopes;
}

/** Private names: `__x` inside a class means `_Class__x`. */
export function mangle(name: string, className: string | null): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) {
    return name;
  }
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

function resolve(scope: Scope): void {
  for (const child of scope.children) resolve(child);
  const wanted = new Set<string>();
  for (const child of scope.children) for (const name of child.free) wanted.add(name);
  if (scope.kind === 'class' && wanted.has('__class__')) {
    scope.cells.add('__class__');
    wanted.delete('__class__');
  }
  for (const name of wanted) {
    if (scope.isFunction() && scope.assigned.has(name) && !isDeclared(scope, name)) {
      scope.cells.add(name);
    } else if (bindsAbove(scope, name)) {
      scope.free.add(name);
    }
  }
  for (const name of scope.nonlocals) scope.free.add(name);
  for (const name of scope.used) {
    if (scope.assigned.has(name) || scope.globals.has(name) || scope.free.has(name)) continue;
    if (bindsAbove(scope, name)) scope.free.add(name);
  }
  // A child resolves before its parent knows its cells; names that no function above binds are
  // dropped by `bindsAbove`, so what is left is right.
}

function isDeclared(scope: Scope, name: string): boolean {
  return scope.globals.has(name) || scope.nonlocals.has(name);
}

function bindsAbove(scope: Scope, name: string): boolean {
  for (let s = scope.parent; s !== null; s = s.parent) {
    if (s.kind === 'class') {
      if (name === '__class__') return true;
      continue;
    }
    if (!s.isFunction()) continue;
    if (s.globals.has(name)) return false;
    if (s.nonlocals.has(name)) continue;
    if (s.assigned.has(name)) return true;
  }
  return false;
}

class Analyser {
  readonly #scopes: Map<ScopeNode, Scope>;
  #className: string | null = null;

  constructor(scopes: Map<ScopeNode, Scope>) {
    this.#scopes = scopes;
  }

  open(node: ScopeNode, parent: Scope | null, kind: Scope['kind']): Scope {
    const scope = new Scope(node, parent, kind);
    this.#scopes.set(node, scope);
    return scope;
  }

  statements(body: readonly ast.Statement[], scope: Scope): void {
    for (const statement of body) this.#statement(statement, scope);
  }

  #assign(name: string, scope: Scope): void {
    scope.assigned.add(mangle(name, this.#className));
  }

  #statement(s: ast.Statement, scope: Scope): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.#function(s, scope);
        return;
      case 'ClassDef':
        this.#class(s, scope);
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of s.names) {
          const mangled = mangle(name, this.#className);
          (s.kind === 'Global' ? scope.globals : scope.nonlocals).add(mangled);
        }
        return;
      case 'Import':
        for (const a of s.names) this.#assign(a.asname ?? (a.name.split('.')[0] as string), scope);
        return;
      case 'ImportFrom':
        for (const a of s.names) if (a.name !== '*') this.#assign(a.asname ?? a.name, scope);
        return;
      case 'Try':
      case 'TryStar':
        this.statements(s.body, scope);
        for (const h of s.handlers) {
          if (h.type) this.#expression(h.type, scope);
          if (h.name !== null) this.#assign(h.name, scope);
          this.statements(h.body, scope);
        }
        this.statements(s.orelse, scope);
        this.statements(s.finalbody, scope);
        return;
      case 'Match':
        this.#expression(s.subject, scope);
        for (const c of s.cases) {
          this.#pattern(c.pattern, scope);
          if (c.guard) this.#expression(c.guard, scope);
          this.statements(c.body, scope);
        }
        return;
      case 'AnnAssign':
        this.#expression(s.target, scope);
        if (s.target.kind === 'Name') this.#assign(s.target.id, scope);
        if (!scope.isFunction()) this.#expression(s.annotation, scope);
        if (s.value) this.#expression(s.value, scope);
        return;
      default:
        this.#children(s, scope);
    }
  }

  #function(f: ast.FunctionDef, scope: Scope): void {
    this.#assign(f.name, scope);
    for (const d of f.decorator_list) this.#expression(d, scope);
    this.#defaults(f.args, scope);
    for (const a of allArguments(f.args)) if (a.annotation) this.#expression(a.annotation, scope);
    if (f.returns) this.#expression(f.returns, scope);
    const inner = this.open(f, scope, 'function');
    for (const t of f.type_params) {
      this.#assign(t.name, inner);
    }
    this.#parameters(f.args, inner);
    this.statements(f.body, inner);
  }

  #class(c: ast.ClassDef, scope: Scope): void {
    this.#assign(c.name, scope);
    for (const d of c.decorator_list) this.#expression(d, scope);
    for (const b of c.bases) this.#expression(b, scope);
    for (const k of c.keywords) this.#expression(k.value, scope);
    const inner = this.open(c, scope, 'class');
    for (const t of c.type_params) this.#assign(t.name, inner);
    const outer = this.#className;
    this.#className = c.name;
    this.statements(c.body, inner);
    this.#className = outer;
  }

  #parameters(args: ast.Arguments, scope: Scope): void {
    for (const a of allArguments(args)) {
      const name = mangle(a.arg, this.#className);
      scope.parameters.push(name);
      scope.assigned.add(name);
    }
  }

  #defaults(args: ast.Arguments, scope: Scope): void {
    for (const d of args.defaults) this.#expression(d, scope);
    for (const d of args.kw_defaults) if (d) this.#expression(d, scope);
  }

  #expression(e: ast.Expression, scope: Scope): void {
    switch (e.kind) {
      case 'Name':
        this.#name(e, scope);
        return;
      case 'BinOp': {
        const [first, operations] = chainOf(e);
        this.#expression(first, scope);
        for (const { right } of operations) this.#expression(right, scope);
        return;
      }
      case 'Lambda': {
        this.#defaults(e.args, scope);
        const inner = this.open(e, scope, 'function');
        this.#parameters(e.args, inner);
        this.#expression(e.body, inner);
        return;
      }
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
      case 'DictComp':
        this.#comprehension(e, scope);
        return;
      case 'NamedExpr': {
        let target = scope;
        while (target.kind === 'comprehension' && target.parent) target = target.parent;
        if (target !== scope) {
          this.#assign(e.target.id, target);
          if (target.kind === 'module' || target.globals.has(e.target.id)) {
            for (let s = scope; s !== target; s = s.parent as Scope) s.globals.add(e.target.id);
          } else {
            for (let s = scope; s !== target; s = s.parent as Scope) s.nonlocals.add(e.target.id);
          }
        } else {
          this.#assign(e.target.id, scope);
        }
        this.#expression(e.value, scope);
        return;
      }
      case 'Yield':
      case 'YieldFrom':
        scope.hasYield = true;
        if (e.value) this.#expression(e.value, scope);
        return;
      case 'Await':
        scope.hasAwait = true;
        this.#expression(e.value, scope);
        return;
      default:
        this.#children(e, scope);
    }
  }

  #name(e: ast.Name, scope: Scope): void {
    const name = mangle(e.id, this.#className);
    if (e.ctx === 'Load') {
      scope.used.add(name);
      // `super()` and `__class__` need the class that the method stands in.
      if (name === 'super' || name === '__class__') scope.used.add('__class__');
    } else {
      scope.assigned.add(name);
    }
  }

  #comprehension(e: ast.ElementComprehension | ast.DictComp, scope: Scope): void {
    const [first, ...rest] = e.generators;
    if (!first) return;
    this.#expression(first.iter, scope);
    const inner = this.open(e, scope, 'comprehension');
    inner.parameters.push('.0');
    inner.assigned.add('.0');
    this.#expression(first.target, inner);
    for (const test of first.ifs) this.#expression(test, inner);
    for (const g of rest) {
      this.#expression(g.target, inner);
      this.#expression(g.iter, inner);
      for (const test of g.ifs) this.#expression(test, inner);
    }
    if (e.generators.some((g) => g.is_async)) inner.hasAwait = true;
    if (e.kind === 'DictComp') {
      this.#expression(e.key, inner);
      this.#expression(e.value, inner);
    } else {
      this.#expression(e.elt, inner);
    }
  }

  #pattern(p: ast.Pattern, scope: Scope): void {
    if ((p.kind === 'MatchAs' || p.kind === 'MatchStar') && p.name !== null) {
      this.#assign(p.name, scope);
    }
    if (p.kind === 'MatchMapping' && p.rest !== null) this.#assign(p.rest, scope);
    this.#children(p, scope);
  }

  /** All expressions, statements and patterns directly below a node, in source order. */
  #children(node: ast.Node, scope: Scope): void {
    for (const child of childrenOf(node)) this.#any(child, scope);
  }

  #any(node: ast.Node, scope: Scope): void {
    switch (categories.get(node.kind)) {
      case 'pattern':
        return this.#pattern(node as ast.Pattern, scope);
      case 'structural':
        return this.#children(node, scope);
      case 'statement':
        return this.#statement(node as ast.Statement, scope);
      default:
        return this.#expression(node as ast.Expression, scope);
    }
  }
}

type Category = 'pattern' | 'structural' | 'statement';

/** Kinds of nodes that are not expressions. */
const categories: ReadonlyMap<string, Category> = new Map<string, Category>([
  ...inCategory('structural', 'keyword withitem comprehension arguments arg'),
  ...inCategory(
    'pattern',
    'MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr',
  ),
  ...inCategory(
    'statement',
    'FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign ' +
      'For AsyncFor While If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom ' +
      'Global Nonlocal Expr Pass Break Continue',
  ),
]);

function inCategory(category: Category, kinds: string): [string, Category][] {
  return kinds.split(' ').map((kind) => [kind, category]);
}

/** Parameters in the order of their slots: positional, keyword-only, *args, **kwargs. */
export function allArguments(args: ast.Arguments): ast.Arg[] {
  return [
    ...args.posonlyargs,
    ...args.args,
    ...args.kwonlyargs,
    ...(args.vararg ? [args.vararg] : []),
    ...(args.kwarg ? [args.kwarg] : []),
  ];
}
