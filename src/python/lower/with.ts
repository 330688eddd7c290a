// `with` statements, and the orderly way out of blocks for `return`, `break` and `continue`.

import type { Span } from '../../base/span.ts';
import type * as ast from '../syntax.ts';
import type { Builder } from './builder.ts';
import { Label, NOWHERE, Op } from './builder.ts';
import { emitAwait, loadNone, lowerExpression } from './expression.ts';
import { lowerStatements } from './statement.ts';
import { emitDelete, emitStore, lowerAssignTarget } from './target.ts';

/** A `with` of several items is one inside the other. */
export function lowerWith(b: Builder, s: ast.With, index: number): void {
  const item = s.items[index];
  if (!item) return lowerStatements(b, s.body);
  const isAsync = s.kind === 'AsyncWith';
  const { span } = s;
  lowerExpression(b, item.context_expr);
  b.emit(Op.EnterWith, isAsync ? 1 : 0, span);
  if (isAsync) emitAwait(b, span);
  b.depth++;
  const handler = b.openHandler(b.depth);
  b.blocks.push({ kind: 'with', isAsync, node: s, handler });
  if (item.optional_vars) lowerAssignTarget(b, item.optional_vars);
  else b.emit(Op.Pop, 0, span);
  lowerWith(b, s, index + 1);
  b.blocks.pop();
  b.closeHandler(handler);
  emitExit(b, isAsync, span);
  b.depth--;
  const end = new Label();
  b.jump(Op.Jump, end, span);

  // stack: exit, exception
  b.place(handler.target);
  b.emit(Op.PushException, 0, span);
  const cleanup = b.openHandler(b.depth + 2);
  b.emit(Op.ExitWithException, isAsync ? 1 : 0, span);
  if (isAsync) emitAwait(b, span);
  const suppressed = new Label();
  b.jump(Op.JumpIfTrue, suppressed, span);
  b.emit(Op.Reraise, 1, NOWHERE);
  b.closeHandler(cleanup);
  b.place(cleanup.target);
  b.emit(Op.Reraise, 1, NOWHERE);
  b.place(suppressed);
  b.emit(Op.Pop, 0, span);
  b.emit(Op.PopException, 0, span);
  b.emit(Op.Pop, 0, span);
  b.place(end);
}

function emitExit(b: Builder, isAsync: boolean, span: Span): void {
  b.emit(Op.ExitWith, isAsync ? 1 : 0, span);
  if (isAsync) emitAwait(b, span);
  b.emit(Op.Pop, 0, span);
}

/**
 * Leaves the blocks from the innermost to number `from`, running `finally` bodies and exits. With
 * `keepsValue` a return value lies on top of the stack and stays there.
 */
export function leaveBlocks(b: Builder, from: number, keepsValue: boolean, span: Span): void {
  const left = b.blocks.splice(from);
  const outerDepth = b.depth;
  const suspended = [];
  for (const block of [...left].reverse()) {
    if (block.kind === 'loop') {
      // The loop's iterator lies below the value.
      if (block.iterator) {
        if (keepsValue) b.emit(Op.Swap, 2, span);
        b.emit(Op.Pop, 0, span);
        b.depth--;
      }
      continue;
    }
    if (block.kind === 'kept') {
      if (keepsValue) b.emit(Op.Swap, 2, span);
      b.emit(Op.Pop, 0, span);
      b.depth--;
      continue;
    }
    const handler =
      block.kind === 'finally' || block.kind === 'with' ? block.handler : block.cleanup;
    b.suspendHandler(handler);
    suspended.push(handler);
    switch (block.kind) {
      case 'with':
        if (keepsValue) b.emit(Op.Swap, 2, span);
        emitExit(b, block.isAsync, block.node.span);
        b.depth--;
        break;
      case 'handler':
        if (keepsValue) b.emit(Op.Swap, 2, span);
        b.emit(Op.PopException, 0, span);
        b.depth--;
        if (block.name !== null) unbind(b, block.name, span);
        break;
      case 'finalizing':
        // The exception that the `finally` body was handling is dropped.
        if (keepsValue) b.emit(Op.RotateThree, 0, span);
        b.emit(Op.Pop, 0, span);
        b.emit(Op.PopException, 0, span);
        b.depth -= 2;
        break;
      case 'finally': {
        // The body stands outside of its own block.
        const index = left.indexOf(block);
        b.blocks.push(...left.slice(0, index));
        if (keepsValue) b.blocks.push({ kind: 'kept' });
        if (keepsValue) b.depth++;
        lowerStatements(b, block.body);
        if (keepsValue) b.depth--;
        b.blocks.splice(from);
      }
    }
  }
  b.blocks.push(...left);
  b.depth = outerDepth;
  // The jump or return that follows cannot raise, so the handlers cover the code again from here.
  for (const handler of suspended) b.resumeHandler(handler);
}

/** At the end of `except … as name`, the name is deleted. */
export function unbind(b: Builder, name: string, span: Span): void {
  loadNone(b, span);
  emitStore(b, name, span);
  emitDelete(b, name, span);
}
