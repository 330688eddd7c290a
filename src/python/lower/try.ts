// `try` statements. A `finally` body is lowered once for each way out: falling through, an
// exception, and each `return`, `break` or `continue` inside (leaveBlocks in with.ts).

import type { Span } from '../../base/span.ts';
import type * as ast from '../syntax.ts';
import type { Builder } from './builder.ts';
import { Label, NOWHERE, Op } from './builder.ts';
import { lowerExpression } from './expression.ts';
import { lowerStatements } from './statement.ts';
import { emitStore } from './target.ts';
import { unbind } from './with.ts';

export function lowerTry(b: Builder, s: ast.Try): void {
  if (s.finalbody.length === 0) return lowerTryExcept(b, s);
  const span = (s.finalbody[0] as ast.Statement).span;
  const handler = b.openHandler(b.depth);
  b.blocks.push({ kind: 'finally', body: s.finalbody, handler });
  if (s.handlers.length > 0) lowerTryExcept(b, s);
  else lowerStatements(b, s.body);
  b.blocks.pop();
  b.closeHandler(handler);
  lowerStatements(b, s.finalbody);
  const end = new Label();
  b.jump(Op.Jump, end, span);

  b.place(handler.target);
  b.emit(Op.PushException, 0, span);
  const cleanup = b.openHandler(b.depth + 1);
  b.blocks.push({ kind: 'finalizing', cleanup });
  b.depth += 2;
  lowerStatements(b, s.finalbody);
  b.depth -= 2;
  b.blocks.pop();
  b.emit(Op.Reraise, 1, span);
  b.closeHandler(cleanup);
  b.place(cleanup.target);
  b.emit(Op.Reraise, 1, NOWHERE);
  b.place(end);
}

function lowerTryExcept(b: Builder, s: ast.Try): void {
  const end = new Label();
  const handler = b.openHandler(b.depth);
  // A bare block keeps `return` inside the body from being covered twice.
  lowerStatements(b, s.body);
  b.closeHandler(handler);
  lowerStatements(b, s.orelse);
  const span = { start: s.span.start, end: s.span.start + 3 };
  b.jump(Op.Jump, end, span);

  b.place(handler.target);
  b.emit(Op.PushException, 0, span);
  if (s.kind === 'TryStar') lowerStarHandlers(b, s, end, span);
  else lowerHandlers(b, s, end, span);
  b.place(end);
}

/** stack: the exception handled before, the exception */
function lowerHandlers(b: Builder, s: ast.Try, end: Label, span: Span): void {
  for (const h of s.handlers) {
    const next = new Label();
    const matching = b.openHandler(b.depth + 1);
    if (h.type) {
      lowerExpression(b, h.type);
      b.emit(Op.MatchException, 0, h.type.span);
      b.jump(Op.JumpIfFalse, next, h.type.span);
    }
    b.closeHandler(matching);
    if (h.name !== null) emitStore(b, h.name, h.span);
    else b.emit(Op.Pop, 0, h.span);
    lowerHandlerBody(b, h);
    b.jump(Op.Jump, end, h.span);
    b.place(matching.target);
    b.emit(Op.Reraise, 1, h.span);
    b.place(next);
  }
  b.emit(Op.Reraise, 1, s.handlers.at(-1)?.span ?? span);
}

function lowerHandlerBody(b: Builder, h: ast.ExceptHandler): void {
  const cleanup = b.openHandler(b.depth + 1);
  b.blocks.push({ kind: 'handler', name: h.name, cleanup });
  b.depth++;
  lowerStatements(b, h.body);
  b.depth--;
  b.blocks.pop();
  b.closeHandler(cleanup);
  b.emit(Op.PopException, 0, h.span);
  if (h.name !== null) unbind(b, h.name, h.span);
  const past = new Label();
  b.jump(Op.Jump, past, h.span);
  b.place(cleanup.target);
  if (h.name !== null) unbind(b, h.name, h.span);
  b.emit(Op.Reraise, 1, NOWHERE);
  b.place(past);
}

/**
 * `except*`: the rest of the group goes from handler to handler; what they raise is collected.
 * stack: the exception handled before, the original, a list of raised ones, the rest
 */
function lowerStarHandlers(b: Builder, s: ast.Try, end: Label, span: Span): void {
  b.emit(Op.Copy, 1, span);
  b.emit(Op.BuildList, 0, span);
  b.emit(Op.Swap, 2, span);
  for (const h of s.handlers) {
    const next = new Label();
    if (h.type) lowerExpression(b, h.type);
    // rest, type → rest without the match, the match or None
    b.emit(Op.MatchStarException, 0, h.span);
    b.emit(Op.Unpack, 2, h.span);
    b.emit(Op.Copy, 1, h.span);
    b.jump(Op.JumpIfNone, next, h.span);
    if (h.name !== null) emitStore(b, h.name, h.span);
    else b.emit(Op.Pop, 0, h.span);
    const cleanup = b.openHandler(b.depth + 4);
    b.depth += 4;
    lowerStatements(b, h.body);
    b.depth -= 4;
    b.closeHandler(cleanup);
    if (h.name !== null) unbind(b, h.name, h.span);
    const done = new Label();
    b.jump(Op.Jump, done, h.span);
    b.place(cleanup.target);
    if (h.name !== null) unbind(b, h.name, h.span);
    // list, rest, raised
    b.emit(Op.ListAppend, 2, h.span);
    b.jump(Op.Jump, done, h.span);
    b.place(next);
    b.emit(Op.Pop, 0, h.span);
    b.place(done);
  }
  // original, list, rest → what is to be raised, or None
  b.emit(Op.PrepareReraiseStar, 0, span);
  const clean = new Label();
  b.emit(Op.Copy, 1, span);
  b.jump(Op.JumpIfNone, clean, span);
  b.emit(Op.Reraise, 1, span);
  b.place(clean);
  b.emit(Op.Pop, 0, span);
  b.emit(Op.PopException, 0, span);
  b.jump(Op.Jump, end, span);
}
