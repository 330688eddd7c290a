// Assignment and deletion targets. A store takes the value from the stack.

import type * as ast from '../syntax.ts';
import type { Builder } from './builder.ts';
import { Op } from './builder.ts';
import { lowerExpression, observeTarget } from './expression.ts';
import type { Span } from '../../base/span.ts';

/** Binds the value on the stack, telling the trace each name that gets one. */
export function lowerAssignTarget(b: Builder, target: ast.Expression): void {
  switch (target.kind) {
    case 'Name':
    case 'Attribute':
      observeTarget(b, target, target.span);
      return lowerStore(b, target);
    case 'Subscript':
      lowerStore(b, target);
      return observeBase(b, target);
    case 'Starred':
      return lowerAssignTarget(b, target.value);
    case 'Tuple':
    case 'List':
      emitUnpack(b, target);
      for (const item of target.elts) lowerAssignTarget(b, item);
      return;
    default:
      lowerStore(b, target);
  }
}

/** Binds the value on the stack without telling anyone. */
export function lowerStore(b: Builder, target: ast.Expression): void {
  switch (target.kind) {
    case 'Name':
      return emitStore(b, target.id, target.span);
    case 'Attribute':
      lowerExpression(b, target.value);
      b.emit(Op.StoreAttr, b.name(b.mangled(target.attr)), target.span);
      return;
    case 'Subscript':
      lowerExpression(b, target.value);
      lowerExpression(b, target.slice);
      b.emit(Op.StoreItem, 0, target.span);
      return;
    case 'Starred':
      return lowerStore(b, target.value);
    case 'Tuple':
    case 'List':
      emitUnpack(b, target);
      for (const item of target.elts) lowerStore(b, item);
      return;
    default:
      // The checker reports such a target; the program does not run past its line.
      b.emit(Op.Pop, 0, target.span);
  }
}

export function emitStore(b: Builder, id: string, span: Span): void {
  const name = b.mangled(id);
  switch (b.scope.binding(name)) {
    case 'local':
      b.emit(Op.StoreFast, b.slot(name), span);
      return;
    case 'cell':
    case 'free':
      b.emit(Op.StoreDeref, b.cell(name), span);
      return;
    case 'global':
      b.emit(Op.StoreGlobal, b.name(name), span);
      return;
    case 'name':
      b.emit(Op.StoreName, b.name(name), span);
  }
}

export function lowerDelete(b: Builder, target: ast.Expression): void {
  switch (target.kind) {
    case 'Name':
      return emitDelete(b, target.id, target.span);
    case 'Attribute':
      lowerExpression(b, target.value);
      b.emit(Op.DeleteAttr, b.name(b.mangled(target.attr)), target.span);
      return;
    case 'Subscript':
      lowerExpression(b, target.value);
      lowerExpression(b, target.slice);
      b.emit(Op.DeleteItem, 0, target.span);
      return;
    case 'Tuple':
    case 'List':
      for (const item of target.elts) lowerDelete(b, item);
      return;
    default:
  }
}

export function emitDelete(b: Builder, id: string, span: Span): void {
  const name = b.mangled(id);
  switch (b.scope.binding(name)) {
    case 'local':
      b.emit(Op.DeleteFast, b.slot(name), span);
      return;
    case 'cell':
    case 'free':
      b.emit(Op.DeleteDeref, b.cell(name), span);
      return;
    case 'global':
      b.emit(Op.DeleteGlobal, b.name(name), span);
      return;
    case 'name':
      b.emit(Op.DeleteName, b.name(name), span);
  }
}

/** After `x[i] = …` or `x.add_(…)`: what `x` is now, where it is a name or attributes of one. */
export function observeBase(b: Builder, target: ast.Expression): void {
  if (b.module.observe === 'nothing') return;
  let base = target;
  while (base.kind === 'Subscript') base = base.value;
  const path = pathOf(base);
  if (path === null) return;
  b.code.observations.push({
    kind: 'target',
    name: path.join('.'),
    span: base.span,
    statement: b.statement,
    path: [b.mangled(path[0] as string), ...path.slice(1)],
  });
  b.emit(Op.ObservePath, b.code.observations.length - 1, target.span);
}

/** `a.b.c` as its names; null where it is anything else. */
export function pathOf(e: ast.Expression): string[] | null {
  if (e.kind === 'Name') return [e.id];
  if (e.kind !== 'Attribute') return null;
  const base = pathOf(e.value);
  return base && [...base, e.attr];
}

function emitUnpack(b: Builder, target: ast.TupleDisplay | ast.ListDisplay): void {
  const star = target.elts.findIndex((item) => item.kind === 'Starred');
  if (star < 0) b.emit(Op.Unpack, target.elts.length, target.span);
  else b.emit(Op.UnpackEx, star | ((target.elts.length - star - 1) << 12), target.span);
}
