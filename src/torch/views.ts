// Views: tensors that see the storage of another one. Each function gives the new sizes and
// strides, and how the graph value of the view follows from that of its base.

import { intValue, type Int } from '../base/origin.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import {
  asStrided,
  expand,
  expandedShape,
  permute,
  reshape,
  select,
  slice,
  sliceLength,
} from '../ops/shape.ts';
import { check, TorchError } from '../tensor/errors.ts';
import { inferSize, numel, printShape, product, wrapDim, type Shape } from '../tensor/shape.ts';
import { viewStrides } from '../tensor/strides.ts';
import { backwardName, isDifferentiable, result } from './apply.ts';
import { TensorObject } from './tensor.ts';
import { madeBy } from './history.ts';
import { since, torchState } from './state.ts';

interface ViewLayout {
  readonly sizes: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Makes the view. `name` is what autograd calls it. */
function makeView(
  vm: Interpreter,
  base: TensorObject,
  layout: ViewLayout,
  name: string,
  derive: (value: GraphValue) => GraphValue,
): TensorObject {
  const view = new TensorObject(base.storage, layout.offset, layout.sizes, layout.strides);
  view.view = { base, derive };
  view.device = base.device;
  if (isDifferentiable(base.dtype)) view.gradFn = madeBy(vm, backwardName(name), [base]);
  torchState(vm).heldValues.set(view.value(), new WeakRef(view));
  return view;
}

/** `tensor.view(shape)`: refuses where the elements would have to be copied. */
export function viewAs(vm: Interpreter, base: TensorObject, shape: Shape): TensorObject {
  const to = inferSize(base.sizes, shape);
  const strides = viewStrides(base.sizes, base.strides, to);
  check(
    strides !== null,
    () =>
      "view size is not compatible with input tensor's size and stride (at least one dimension " +
      'spans across two contiguous subspaces). Use .reshape(...) instead.',
  );
  return makeView(vm, base, { sizes: to, strides, offset: base.offset }, 'View', (input) =>
    reshape({ input, shape: to }),
  );
}

/** `reshape`: a view where that is possible, else a copy. */
export function reshapeTo(vm: Interpreter, base: TensorObject, shape: Shape): TensorObject {
  const to = inferSize(base.sizes, shape);
  const strides = viewStrides(base.sizes, base.strides, to);
  if (strides !== null) {
    const layout = { sizes: to, strides, offset: base.offset };
    const name = since(vm, 2, 0) ? 'View' : 'ReshapeAlias';
    return makeView(vm, base, layout, name, (input) => reshape({ input, shape: to }));
  }
  const gradFn = madeBy(vm, 'UnsafeViewBackward0', [base]);
  return result(vm, reshape({ input: base.value(), shape: to }), gradFn);
}

export function permuted(
  vm: Interpreter,
  base: TensorObject,
  dims: readonly number[],
  name = 'Permute',
): TensorObject {
  const { type } = permute({ input: base.value(), dims });
  const order = dims.map((dim) => wrapDim(dim, base.sizes.length));
  const strides = order.map((dim) => base.strides[dim] as number);
  return makeView(vm, base, { sizes: type.shape, strides, offset: base.offset }, name, (input) =>
    permute({ input, dims: order }),
  );
}

export function transposed(
  vm: Interpreter,
  base: TensorObject,
  a: number,
  b: number,
  name = 'Transpose',
): TensorObject {
  const rank = base.sizes.length;
  const first = wrapDim(a, rank);
  const second = wrapDim(b, rank);
  const order = base.sizes.map((_, i) => (i === first ? second : i === second ? first : i));
  return permuted(vm, base, order, name);
}

export function expanded(vm: Interpreter, base: TensorObject, size: Shape): TensorObject {
  const to = expandedShape(base.sizes, size, base.dtype);
  const missing = to.length - base.sizes.length;
  const strides = to.map((n, i) => {
    const own = base.sizes[i - missing];
    if (own === undefined || (intValue(own) === 1 && intValue(n) !== 1)) return 0;
    return base.strides[i - missing] as number;
  });
  return makeView(vm, base, { sizes: to, strides, offset: base.offset }, 'Expand', (input) =>
    expand({ input, size: to }),
  );
}

/** One index of a dimension. */
export function selected(
  vm: Interpreter,
  base: TensorObject,
  dim: number,
  index: Int,
): TensorObject {
  const rank = base.sizes.length;
  check(rank > 0, () => 'select() cannot be applied to a 0-dim tensor.', 'IndexError');
  const axis = wrapDim(dim, rank);
  const size = intValue(base.sizes[axis] as Int);
  const given = intValue(index);
  check(
    given >= -size && given < size,
    () =>
      `select(): index ${given} out of range for tensor of size ${printShape(base.sizes)} at dimension ${axis}`,
    'IndexError',
  );
  const at = given < 0 ? given + size : given;
  const layout = {
    sizes: base.sizes.filter((_, i) => i !== axis),
    strides: base.strides.filter((_, i) => i !== axis),
    offset: base.offset + at * (base.strides[axis] as number),
  };
  return makeView(vm, base, layout, 'Select', (input) => select({ input, dim: axis, index: at }));
}

/** `start:end:step` of a dimension; bounds count from the end where negative, and are clamped. */
export function sliced(
  vm: Interpreter,
  base: TensorObject,
  dim: number,
  start: Int,
  end: Int,
  step: Int,
): TensorObject {
  const axis = wrapDim(dim, base.sizes.length);
  check(intValue(step) > 0, () => 'slice step must be positive');
  const size = base.sizes[axis] as Int;
  const from = clampIndex(start, size);
  const below = clampIndex(end, size);
  const to = intValue(below) < intValue(from) ? from : below;
  const length = sliceLength(size, from, to, step);
  const layout = {
    sizes: base.sizes.map((n, i) => (i === axis ? length : n)),
    strides: base.strides.map((stride, i) => (i === axis ? stride * intValue(step) : stride)),
    offset: base.offset + intValue(from) * (base.strides[axis] as number),
  };
  return makeView(vm, base, layout, 'Slice', (input) =>
    slice({ input, dim: axis, start: from, end: to, step }),
  );
}

function clampIndex(index: Int, size: Int): Int {
  const extent = intValue(size);
  const value = intValue(index);
  if (value < 0) return Math.max(0, value + extent);
  return value >= extent ? size : index;
}

export function narrowed(
  vm: Interpreter,
  base: TensorObject,
  dim: number,
  start: Int,
  length: Int,
): TensorObject {
  const axis = wrapDim(dim, base.sizes.length);
  const size = intValue(base.sizes[axis] as Int);
  const given = intValue(start);
  const count = intValue(length);
  check(count >= 0, () => 'narrow(): length must be non-negative.');
  check(
    given >= -size && given <= size,
    () => `start (${given}) + length (${count}) exceeds dimension size (${size}).`,
    'IndexError',
  );
  const from = given < 0 ? given + size : given;
  check(
    from + count <= size,
    () => `start (${from}) + length (${count}) exceeds dimension size (${size}).`,
  );
  return sliced(vm, base, axis, from, from + count, 1);
}

/** The same as a copy, which PyTorch checks in its own way. */
export function narrowCopied(
  vm: Interpreter,
  base: TensorObject,
  dim: number,
  start: Int,
  length: Int,
): TensorObject {
  check(base.sizes.length > 0, () => 'narrow() cannot be applied to a 0-dim tensor.');
  const size = intValue(base.sizes[wrapDim(dim, base.sizes.length)] as Int);
  const [given, count] = [intValue(start), intValue(length)];
  const from = given < 0 ? Math.max(0, given + size) : given;
  check(
    count >= 0 && from + count <= size,
    () => `start (${from}) + length (${count}) exceeds dimension size (${size}).`,
  );
  return result(vm, narrowed(vm, base, dim, from, length).value());
}

/** The same elements under sizes and strides with dimensions of size 1 put in or taken out. */
function sameElements(
  vm: Interpreter,
  base: TensorObject,
  to: Shape,
  strides: readonly number[],
  name: string,
): TensorObject {
  return makeView(vm, base, { sizes: to, strides, offset: base.offset }, name, (input) =>
    reshape({ input, shape: to }),
  );
}

export function unsqueezed(vm: Interpreter, base: TensorObject, dim: number): TensorObject {
  const axis = wrapDim(dim, base.sizes.length + 1);
  const to = [...base.sizes];
  const strides = [...base.strides];
  const inner = base.sizes[axis];
  strides.splice(
    axis,
    0,
    inner === undefined ? 1 : intValue(inner) * (base.strides[axis] as number),
  );
  to.splice(axis, 0, 1);
  return sameElements(vm, base, to, strides, 'Unsqueeze');
}

export function squeezed(
  vm: Interpreter,
  base: TensorObject,
  dims: readonly number[] | null,
): TensorObject {
  const rank = base.sizes.length;
  const wanted = dims === null ? null : dims.map((dim) => wrapDim(dim, rank));
  const keeps = (n: Int, i: number): boolean =>
    intValue(n) !== 1 || (wanted !== null && !wanted.includes(i));
  const to = base.sizes.filter(keeps);
  const strides = base.strides.filter((_, i) => keeps(base.sizes[i] as Int, i));
  return sameElements(vm, base, to, strides, dims === null ? 'Squeeze' : 'SqueezeBackward1');
}

export function flattened(
  vm: Interpreter,
  base: TensorObject,
  startDim: number,
  endDim: number,
): TensorObject {
  const rank = base.sizes.length;
  const start = wrapDim(startDim, rank);
  const end = wrapDim(endDim, rank);
  check(start <= end, () => 'flatten() has invalid args: start_dim cannot come after end_dim');
  if (rank === 0) return reshapeTo(vm, base, [1]);
  if (start === end) return base;
  const middle = base.sizes.slice(start, end + 1);
  return reshapeTo(vm, base, [
    ...base.sizes.slice(0, start),
    numel(middle) === 0 ? 0 : product(middle),
    ...base.sizes.slice(end + 1),
  ]);
}

export function unflattened(
  vm: Interpreter,
  base: TensorObject,
  dim: number,
  shape: Shape,
): TensorObject {
  const axis = wrapDim(dim, base.sizes.length);
  check(shape.length > 0, () => 'unflatten: sizes must be non-empty');
  const size = base.sizes[axis] as Int;
  let inner: Shape;
  try {
    inner = inferSize([size], shape);
  } catch (error) {
    if (!(error instanceof TorchError)) throw error;
    throw new TorchError(
      'RuntimeError',
      `unflatten: Provided sizes ${printShape(shape)} don't multiply up to the size of dim ${axis} (${intValue(size)}) in the input tensor`,
    );
  }
  return viewAs(vm, base, [...base.sizes.slice(0, axis), ...inner, ...base.sizes.slice(axis + 1)]);
}

/** A view given by its strides; all views that have no other derivation come down to it. */
export function strided(
  vm: Interpreter,
  base: TensorObject,
  layout: ViewLayout,
  name = 'AsStrided',
): TensorObject {
  const { storage } = base;
  const stride = [...layout.strides];
  const reach = layout.sizes.reduce<number>(
    (sum, n, i) => sum + (intValue(n) - 1) * (stride[i] as number),
    layout.offset + 1,
  );
  const total = numel(storage.value.type.shape);
  check(
    numel(layout.sizes) === 0 || reach <= total,
    () =>
      `setStorage: sizes ${printShape(layout.sizes)}, strides [${stride.join(', ')}], storage offset ${layout.offset}, and itemsize 4 requiring a storage size of ${reach * 4} are out of bounds for storage of size ${total * 4}`,
  );
  return makeView(vm, base, layout, name, () =>
    asStrided({
      input: storage.value,
      size: layout.sizes,
      stride,
      storage_offset: layout.offset,
    }),
  );
}

export function diagonal(
  vm: Interpreter,
  base: TensorObject,
  offset: number,
  dim1: number,
  dim2: number,
): TensorObject {
  const rank = base.sizes.length;
  const a = wrapDim(dim1, rank);
  const b = wrapDim(dim2, rank);
  check(a !== b, () => `diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  const rows = intValue(base.sizes[a] as Int);
  const columns = intValue(base.sizes[b] as Int);
  const length = Math.max(
    0,
    offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns),
  );
  const first = base.strides[a] as number;
  const second = base.strides[b] as number;
  const keep = (_: unknown, i: number): boolean => i !== a && i !== b;
  const shift = length === 0 ? 0 : offset >= 0 ? offset * second : -offset * first;
  return strided(
    vm,
    base,
    {
      sizes: [...base.sizes.filter(keep), length],
      strides: [...base.strides.filter(keep), first + second],
      offset: base.offset + shift,
    },
    'Diagonal',
  );
}

/** `tensor.unfold(dimension, size, step)`: windows of a dimension, as a new last one. */
export function windows(
  vm: Interpreter,
  base: TensorObject,
  dim: number,
  size: number,
  step: number,
): TensorObject {
  const axis = wrapDim(dim, base.sizes.length);
  const extent = base.sizes.length === 0 ? 1 : intValue(base.sizes[axis] as Int);
  check(
    size <= extent,
    () => `maximum size for tensor at dimension ${axis} is ${extent} but size is ${size}`,
  );
  check(step > 0, () => `step is ${step} but must be > 0`);
  const stride = base.strides[axis] ?? 1;
  const count = Math.floor((extent - size) / step) + 1;
  return strided(
    vm,
    base,
    {
      sizes: [...base.sizes.map((n, i) => (i === axis ? count : n)), size],
      strides: [...base.strides.map((s, i) => (i === axis ? s * step : s)), stride],
      offset: base.offset,
    },
    'Unfold',
  );
}

/** A contiguous tensor with the same numbers; the tensor itself where it is contiguous. */
export function contiguousCopy(vm: Interpreter, base: TensorObject): TensorObject {
  if (base.contiguous) return base;
  return result(vm, base.value(), madeBy(vm, 'CloneBackward0', [base]));
}
