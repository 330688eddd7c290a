// `_numpy_parts`: what numpy (lib/numpy) is made of besides Python: data read at once, printed text,
// views that run backwards, and draws.

import { constant, opaque } from '../graph/build.ts';
import type { Op } from '../graph/op.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Pending } from '../python/evaluate/pending.ts';
import type { BuiltinModule } from '../python/imports.ts';
import { native } from '../python/native.ts';
import { List, Range, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { Float } from '../python/values/numbers.ts';
import type { PyType, Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { flip } from '../ops/shape.ts';
import { allocate, store, type NdArray } from '../tensor/array.ts';
import { category, type Category, type DType } from '../tensor/dtype.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { sizes, type Shape } from '../tensor/shape.ts';
import { applyOp, result, type TensorArgs } from '../torch/apply.ts';
import { scalarOf } from '../torch/bind.ts';
import { dtypeOf } from '../torch/dtypes.ts';
import { numbers } from '../torch/force.ts';
import { TensorObject } from '../torch/tensor.ts';
import { numberOfScalar } from '../torch/wrapped.ts';
import { arrayText } from './arrayText.ts';
import { scalarText } from './floatDigits.ts';
import {
  generateInteger,
  generateOrder,
  generateReal,
  generateSample,
  seededGenerator,
} from './numpyGenerator.ts';
import { drawInteger, drawOrder, drawReal, seededByWords, seededTwister } from './numpyRandom.ts';

export const numpyParts: BuiltinModule = { name: '_numpy_parts', build: () => functions };

const functions: Record<string, Value> = {
  unsupported: native('unsupported(what, /)', (vm: Interpreter, what: string) =>
    vm.unsupported(what),
  ),
  /** What messages call a class: those of numpy that are written in C have their module before. */
  name_in_messages: native(
    'name_in_messages(cls, name, /)',
    (_vm: Interpreter, cls: PyType, name: string) => {
      cls.messageName = name;
      return null;
    },
  ),
  from_data: native('from_data(data, dtype, /)', (vm: Interpreter, data: Value, dtype: Value) =>
    fromData(vm, data, dtypeOf(dtype) ?? null),
  ),
  is_known: native('is_known(tensor, /)', function* (vm: Interpreter, tensor: TensorObject) {
    return (yield* numbers(vm, tensor.value())) !== null;
  }),
  text: native(
    'text(tensor, precision, threshold, edgeitems, linewidth, suppress, separator, prefix, suffix, /)',
    textOf,
  ),
  scalar_text: native(
    'scalar_text(number, dtype, /)',
    (_vm: Interpreter, number: Float, dtype: Value) =>
      scalarText(number.value, dtypeOf(dtype) ?? 'float64'),
  ),
  reversed_view: native(
    'reversed_view(tensor, dims, /)',
    (_vm: Interpreter, tensor: TensorObject, dims: Tuple) =>
      reversedView(tensor, dims.items as number[]),
  ),
  seeded: native('seeded(seed, /)', (vm: Interpreter, seed: number) =>
    stateTensor(vm, seededTwister(seed)),
  ),
  seeded_by: native('seeded_by(words, /)', (vm: Interpreter, words: List) =>
    stateTensor(vm, seededByWords(words.items.map(Number))),
  ),
  unseeded: native('unseeded()', (vm: Interpreter) =>
    vm.limits.kind === 'live'
      ? result(vm, opaque({ dtype: 'float64', shape: [628] }))
      : stateTensor(vm, seededTwister(Number(BigInt.asUintN(32, vm.host.entropy)))),
  ),
  seeded_generator: native('seeded_generator(seed, /)', (vm: Interpreter, seed: Value) =>
    seed === null && vm.limits.kind === 'live'
      ? result(vm, opaque({ dtype: 'float64', shape: [10] }))
      : stateTensor(vm, seededGenerator(seed === null ? vm.host.entropy : BigInt(seed as number))),
  ),
  generate_real: native(
    'generate_real(state, size, name, a, b, /)',
    (vm: Interpreter, state: TensorObject, size: Value, name: string, a: Value, b: Value) =>
      drawn(vm, generateReal.op, { state, size: shapeOf(size), name, a: real(a), b: real(b) }),
  ),
  generate_integer: native(
    'generate_integer(state, size, low, range, /)',
    (vm: Interpreter, state: TensorObject, size: Value, low: number, range: number) =>
      drawn(vm, generateInteger.op, { state, size: shapeOf(size), low, range }),
  ),
  generate_order: native(
    'generate_order(state, n, /)',
    (vm: Interpreter, state: TensorObject, n: number) => drawn(vm, generateOrder.op, { state, n }),
  ),
  generate_sample: native(
    'generate_sample(state, n, count, /)',
    (vm: Interpreter, state: TensorObject, n: number, count: number) =>
      drawn(vm, generateSample.op, { state, n, count }),
  ),
  draw_real: native(
    'draw_real(state, size, name, a, b, /)',
    (vm: Interpreter, state: TensorObject, size: Value, name: string, a: Value, b: Value) =>
      drawn(vm, drawReal.op, { state, size: shapeOf(size), name, a: real(a), b: real(b) }),
  ),
  draw_integer: native(
    'draw_integer(state, size, low, range, dtype, /)',
    (vm: Interpreter, state: TensorObject, size: Value, low: Value, range: Value, dtype: Value) =>
      drawn(vm, drawInteger.op, {
        state,
        size: shapeOf(size),
        low: low as number,
        range: range as number,
        dtype: dtypeOf(dtype) ?? 'int64',
      }),
  ),
  draw_order: native('draw_order(state, n, /)', (vm: Interpreter, state: TensorObject, n: Value) =>
    drawn(vm, drawOrder.op, { state, n: n as number }),
  ),
};

function drawn(vm: Interpreter, op: Op, args: TensorArgs): Value {
  const results = applyOp(vm, op, args);
  return Array.isArray(results) ? new Tuple(results) : results;
}

function stateTensor(vm: Interpreter, data: Float64Array): TensorObject {
  return result(vm, constant({ dtype: 'float64', shape: [data.length], data }));
}

function shapeOf(value: Value): Shape {
  return (value as Tuple).items as Shape;
}

function real(value: Value): number {
  return value instanceof Float ? value.value : Number(value);
}

/** The view of a tensor whose dimensions run backwards: its strides are negative. */
function reversedView(base: TensorObject, dims: readonly number[]): TensorObject {
  let { offset } = base;
  const strides = [...base.strides];
  for (const dim of dims) {
    offset += (Number(base.sizes[dim]) - 1) * (strides[dim] as number);
    strides[dim] = -(strides[dim] as number);
  }
  const view = new TensorObject(base.storage, offset, base.sizes, strides);
  view.view = { base, derive: (input) => flip({ input, dims }) };
  return view;
}

function* textOf(
  vm: Interpreter,
  tensor: TensorObject,
  precision: number,
  threshold: Value,
  edgeItems: number,
  lineWidth: Value,
  suppress: boolean,
  separator: string,
  prefix: string,
  suffix: string,
): Generator<Pending, Value, Value> {
  const array = yield* numbers(vm, tensor.value());
  if (!array) return new Unknown('its numbers were not computed while you type');
  vm.charge(Math.min(tensor.elements, real(threshold)) * 16);
  return arrayText(array, sizes(tensor.sizes), {
    precision,
    threshold: real(threshold),
    edgeItems,
    lineWidth: real(lineWidth),
    suppress,
    separator,
    prefix,
    suffix,
  });
}

const KINDS: readonly Category[] = ['bool', 'int', 'float', 'complex'];
const DEFAULTS = ['bool', 'int64', 'float64', 'complex128'] as const;

/** The tensor of nested lists of Python's numbers; None where there is anything else in them. */
function fromData(vm: Interpreter, data: Value, dtype: DType | null): Value {
  const shape: number[] = [];
  for (let each = data; ;) {
    const items = itemsOf(each);
    if (items === null) break;
    shape.push(items.length);
    if (items.length === 0) break;
    each = items[0] as Value;
  }
  const leaves: (Scalar | null)[] = [];
  const kind = gather(data, shape, 0, leaves);
  if (kind === null) return null;
  vm.charge(leaves.length * 8);
  const chosen = dtype ?? (leaves.length === 0 ? 'float64' : (DEFAULTS[kind] as DType));
  if (leaves.includes(null)) return result(vm, opaque({ dtype: chosen, shape }));
  const array: NdArray = { dtype: chosen, shape, data: allocate(chosen, leaves.length) };
  leaves.forEach((leaf, i) => {
    put(array, i, leaf as Scalar);
  });
  return result(vm, constant(array));
}

function itemsOf(value: Value): readonly Value[] | null {
  if (value instanceof List || value instanceof Tuple) return value.items;
  if (!(value instanceof Range)) return null;
  const { start, step, length } = value;
  return Array.from({ length }, (_, i) => start + i * step);
}

/** Collects the numbers; the place of the highest kind among them, or null for something else. */
function gather(
  data: Value,
  shape: readonly number[],
  depth: number,
  leaves: (Scalar | null)[],
): number | null {
  const items = itemsOf(data);
  if (items === null) {
    if (isUnknown(data)) leaves.push(null);
    else {
      const scalar = scalarOf(data);
      // Scalars of numpy bring their own types.
      if (!scalar || numberOfScalar(data) !== undefined) return null;
      if (depth !== shape.length) inhomogeneous(shape, depth);
      leaves.push(scalar);
      return KINDS.indexOf(scalar.kind);
    }
    return 0;
  }
  if (depth >= shape.length || items.length !== shape[depth]) inhomogeneous(shape, depth);
  let kind = 0;
  for (const item of items) {
    const own = gather(item, shape, depth + 1, leaves);
    if (own === null) return null;
    kind = Math.max(kind, own);
  }
  return kind;
}

function inhomogeneous(shape: readonly number[], depth: number): never {
  const known = shape.slice(0, depth);
  const text = known.length === 1 ? `(${known[0] as number},)` : `(${known.join(', ')})`;
  return raise(
    'ValueError',
    'setting an array element with a sequence. The requested array has an inhomogeneous shape ' +
      `after ${depth} dimensions. The detected shape was ${text} + inhomogeneous part.`,
  );
}

function put(array: NdArray, i: number, { kind, value, imaginary }: Scalar): void {
  const { data, dtype } = array;
  const into = category(dtype);
  if (into === 'complex') {
    data[2 * i] = Number(value);
    data[2 * i + 1] = imaginary ?? 0;
  } else if (kind === 'complex') {
    raise('TypeError', "can't convert complex to float");
  } else if (into === 'int' && kind === 'float' && !Number.isFinite(value)) {
    const isNan = Number.isNaN(value);
    raise(
      isNan ? 'ValueError' : 'OverflowError',
      `cannot convert float ${isNan ? 'NaN' : 'infinity'} to integer`,
    );
  } else if (data instanceof BigInt64Array) {
    const whole = typeof value === 'bigint' ? value : BigInt(Math.trunc(value));
    if (BigInt.asIntN(64, whole) !== whole) {
      raise('OverflowError', 'Python int too large to convert to C long');
    }
    data[i] = whole;
  } else if (into === 'bool') data[i] = Number(value) === 0 ? 0 : 1;
  else store(array, i, into === 'int' ? Math.trunc(Number(value)) : Number(value));
}
