// Writes into tensors: what an operator in place, `copy_`, `fill_` and item assignment come down to.

import type { Value as GraphValue } from '../graph/graph.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { raise } from '../python/values/exception.ts';
import { expand, reshape, toDtype } from '../ops/shape.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { intValue } from '../base/origin.ts';
import { printShape, sameShape, type Shape } from '../tensor/shape.ts';
import { hasInternalOverlap } from '../tensor/strides.ts';
import { madeBy, writtenThrough, type GradFn } from './history.ts';
import type { TensorObject } from './tensor.ts';
import { torchState } from './state.ts';

/** Whether autograd allows the tensor to be written to; raises where it does not. */
export function checkWritable(vm: Interpreter, tensor: TensorObject): void {
  if (!torchState(vm).gradEnabled) return;
  if (tensor.leafRequiresGrad) {
    raise(
      'RuntimeError',
      'a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
  const base = baseOf(tensor);
  if (base !== tensor && base.leafRequiresGrad) {
    raise(
      'RuntimeError',
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
}

/** What autograd sees the tensor as a view of; it does not see through `detach()` and `.data`. */
function baseOf(tensor: TensorObject): TensorObject {
  let base = tensor;
  while (base.view !== null && !base.isDetached) base = base.view.base;
  return base;
}

/** Stores what an operator gave in its first operand, as `x.add_(y)` does. */
export function storeResult(
  vm: Interpreter,
  target: TensorObject,
  value: GraphValue,
  gradFn: GradFn | null,
): TensorObject {
  const { dtype, shape } = value.type;
  check(
    sameShape(shape, target.sizes),
    () =>
      `output with shape ${printShape(target.sizes)} doesn't match the broadcast shape ${printShape(shape)}`,
  );
  check(
    canCast(dtype, target.dtype),
    () =>
      `result type ${scalarTypeName[dtype]} can't be cast to the desired output type ${scalarTypeName[target.dtype]}`,
  );
  writeInto(vm, target, value, gradFn);
  return target;
}

/** Writes numbers of the target's shape, in its dtype; one number may go to overlapping places. */
export function writeInto(
  vm: Interpreter,
  target: TensorObject,
  value: GraphValue,
  gradFn: GradFn | null,
  isOneNumber = false,
): void {
  checkWritable(vm, target);
  check(
    isOneNumber || !hasInternalOverlap(target.sizes, target.strides),
    () =>
      'unsupported operation: more than one element of the written-to tensor refers to a single ' +
      'memory location. Please clone() the tensor before performing the operation.',
  );
  const cast =
    value.type.dtype === target.dtype ? value : toDtype({ input: value, dtype: target.dtype });
  target.write(cast);
  const { dirty, withoutGradient } = torchState(vm);
  dirty.add(target.storage.root);
  if (gradFn === null) {
    if (target.gradFn === null) withoutGradient.add(target.storage.value);
    return;
  }
  target.gradFn = gradFn;
  const base = baseOf(target);
  if (base !== target) base.gradFn = writtenThrough(base, gradFn);
}

/** `target.copy_(source)` and `target[…] = source`: the source is broadcast. */
export function copyInto(
  vm: Interpreter,
  target: TensorObject,
  source: TensorObject,
  assignment = false,
): void {
  const value = source.value();
  const fitted = assignment ? withoutLeadingOnes(value, target.sizes) : value;
  const gradFn = madeBy(vm, 'CopyBackwards', [target, source]);
  writeInto(
    vm,
    target,
    sameShape(fitted.type.shape, target.sizes)
      ? fitted
      : expand({ input: fitted, size: target.sizes }),
    gradFn,
  );
}

/** Item assignment drops leading dimensions of size 1 that the target has not. */
function withoutLeadingOnes(value: GraphValue, target: Shape): GraphValue {
  const { shape } = value.type;
  let drop = 0;
  while (shape.length - drop > target.length && intValue(shape[drop] ?? 0) === 1) drop++;
  return drop === 0 ? value : reshape({ input: value, shape: shape.slice(drop) });
}

/** https://pytorch.org/docs/stable/generated/torch.can_cast.html */
export function canCast(from: DType, to: DType): boolean {
  const order = ['bool', 'int', 'float', 'complex'];
  return order.indexOf(category(from)) <= order.indexOf(category(to));
}
