// Collects the instructions of one code object: labels, constants, handler ranges and the blocks
// that a `return`, `break` or `continue` has to leave in order.

import { invariant } from '../../base/invariant.ts';
import type { Span } from '../../base/span.ts';
import { type Code, Op } from '../evaluate/code.ts';
import { mangle, type Scope, type ScopeNode } from '../scope.ts';
import type * as ast from '../syntax.ts';
import type { Value } from '../values/object.ts';

/** A place to jump to, known before its index is. */
export class Label {
  index = -1;
  readonly uses: number[] = [];
}

/** Instructions that one handler covers; inline copies of `finally` bodies interrupt them. */
export class HandlerBlock {
  readonly target = new Label();
  readonly depth: number;
  readonly ranges: { start: number; end: number }[] = [];
  start = -1;
  constructor(depth: number) {
    this.depth = depth;
  }
}

export type Block =
  | {
      readonly kind: 'loop';
      readonly exit: Label;
      readonly next: Label;
      readonly iterator: boolean;
    }
  | {
      readonly kind: 'finally';
      readonly body: readonly ast.Statement[];
      readonly handler: HandlerBlock;
    }
  | {
      readonly kind: 'with';
      readonly isAsync: boolean;
      readonly node: ast.Node;
      readonly handler: HandlerBlock;
    }
  | { readonly kind: 'handler'; readonly name: string | null; readonly cleanup: HandlerBlock }
  | { readonly kind: 'finalizing'; readonly cleanup: HandlerBlock }
  /** A value that is being returned, while a `finally` body runs before. */
  | { readonly kind: 'kept' };

/** What all code objects of one module share while they are lowered. */
export interface ModuleContext {
  readonly path: string;
  readonly scopes: ReadonlyMap<ScopeNode, Scope>;
  readonly lineAt: (offset: number) => number;
  readonly observe: 'nothing' | 'targets' | 'everything';
  readonly source: string;
  /** As at a prompt: the values of statements that are expressions are shown. */
  readonly interactive?: boolean;
  /** Annotations are kept as text: `from __future__ import annotations`. */
  readonly textAnnotations: boolean;
  readonly deferred?: DeferredBodies | undefined;
}

/** Functions whose bodies are stand-ins in the tree. */
export interface DeferredBodies {
  /** The whole of each function, by where it starts. */
  readonly functions: ReadonlyMap<number, Span>;
  read(whole: Span): ast.FunctionDef;
}

/** Of an instruction that only passes an exception on: the frame stays where it was raised. */
export const NOWHERE: Span = { start: -1, end: -1 };

export class Builder {
  readonly module: ModuleContext;
  readonly code: Code;
  readonly scope: Scope;
  readonly className: string | null;
  readonly blocks: Block[] = [];
  /** How deep the stack is where the current statement begins. */
  depth = 0;
  statement: Span;
  #operations: number[] = [];
  #spans: number[] = [];
  #labels = new Set<Label>();
  #handlers: HandlerBlock[] = [];
  #constants = new Map<string, number>();
  #names = new Map<string, number>();
  #slots = new Map<string, number>();
  #pendingJoins: { index: number; label: Label }[] = [];

  constructor(module: ModuleContext, code: Code, scope: Scope, className: string | null) {
    this.module = module;
    this.code = code;
    this.scope = scope;
    this.className = className;
    this.statement = code.span;
    for (const name of code.slotNames) this.#slots.set(name, this.#slots.size);
  }

  emit(operation: number, operand: number, span: Span): number {
    const index = this.#operations.length / 2;
    this.#operations.push(operation, operand);
    this.#spans.push(span.start, span.end);
    return index;
  }

  jump(operation: number, label: Label, span: Span): number {
    label.uses.push(this.#operations.length + 1);
    this.#labels.add(label);
    return this.emit(operation, label.index, span);
  }

  place(label: Label): void {
    invariant(label.index < 0, 'a label stands in one place');
    label.index = this.#operations.length / 2;
    this.#labels.add(label);
  }

  /** Where both sides of the conditional jump at `index` come together. */
  joinAt(index: number, label: Label): void {
    this.#pendingJoins.push({ index, label });
  }

  constant(value: Value, key: string): number {
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    this.code.constants.push(value);
    this.#constants.set(key, this.code.constants.length - 1);
    return this.code.constants.length - 1;
  }

  /** A constant that is not shared: a code object. */
  ownConstant(value: Value): number {
    this.code.constants.push(value);
    return this.code.constants.length - 1;
  }

  name(text: string): number {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    this.code.names.push(text);
    this.#names.set(text, this.code.names.length - 1);
    return this.code.names.length - 1;
  }

  mangled(name: string): string {
    return mangle(name, this.className);
  }

  slot(name: string): number {
    let slot = this.#slots.get(name);
    if (slot === undefined) {
      slot = this.code.slotNames.push(name) - 1;
      this.#slots.set(name, slot);
    }
    return slot;
  }

  /** The index of a cell: the code's own cells first, then those of enclosing functions. */
  cell(name: string): number {
    const own = this.code.cellNames.indexOf(name);
    if (own >= 0) return own;
    const free = this.code.freeNames.indexOf(name);
    invariant(free >= 0, `no cell for ${name}`);
    return this.code.cellNames.length + free;
  }

  openHandler(depth: number): HandlerBlock {
    const block = new HandlerBlock(depth);
    this.resumeHandler(block);
    return block;
  }

  resumeHandler(block: HandlerBlock): void {
    block.start = this.#operations.length / 2;
  }

  suspendHandler(block: HandlerBlock): void {
    const end = this.#operations.length / 2;
    if (block.start >= 0 && end > block.start) block.ranges.push({ start: block.start, end });
    block.start = -1;
  }

  /** Ends the handler's ranges. Inner blocks close first, so the first match is the innermost. */
  closeHandler(block: HandlerBlock): void {
    this.suspendHandler(block);
    this.#handlers.push(block);
  }

  finish(): void {
    for (const label of this.#labels) {
      for (const use of label.uses) this.#operations[use] = label.index;
    }
    for (const block of this.#handlers) {
      for (const range of block.ranges) {
        this.code.handlers.push({ ...range, target: block.target.index, depth: block.depth });
      }
    }
    for (const { index, label } of this.#pendingJoins) this.code.joins.set(index, label.index);
    const { code } = this;
    code.operations = Int32Array.from(this.#operations);
    code.sites = new Array<undefined>(code.operations.length + 1).fill(undefined);
    code.simple =
      code.generator === 'none' &&
      !code.hasVarArgs &&
      !code.hasVarKeywords &&
      code.keywordOnlyCount === 0;
    this.code.spans = Int32Array.from(this.#spans);
  }
}

export { Op };
