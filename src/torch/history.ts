// What autograd keeps of how a tensor was made: by which function, and from what that a gradient
// reaches. https://pytorch.org/docs/stable/notes/autograd.html

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { torchState } from './state.ts';
import type { TensorObject } from './tensor.ts';

export interface GradFn {
  /** `AddBackward0` */
  readonly name: string;
  /** The functions that made its inputs, and those inputs that are leaves. */
  readonly next: readonly (GradFn | TensorObject)[];
  /** A gradient has passed, and what was kept for it is gone. */
  freed: boolean;
  /** Results that keep their gradients though they are no leaves. */
  readonly retained: TensorObject[];
}

/** The function that made a result; null where no gradient will flow. */
export function madeBy(
  vm: Interpreter,
  name: string,
  inputs: readonly TensorObject[],
): GradFn | null {
  if (!torchState(vm).gradEnabled) return null;
  const next = inputs.flatMap(sourceOf);
  return next.length === 0 ? null : { name, next, freed: false, retained: [] };
}

/** A base after one of its views was written to. */
export function writtenThrough(base: TensorObject, write: GradFn): GradFn {
  return { name: 'CopySlices', next: [...sourceOf(base), write], freed: false, retained: [] };
}

function sourceOf(tensor: TensorObject): readonly (GradFn | TensorObject)[] {
  if (tensor.gradFn) return [tensor.gradFn];
  return tensor.leafRequiresGrad ? [tensor] : [];
}
