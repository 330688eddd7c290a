// Applies an operator to tensors of the program: the graph grows by a node, and what it gives
// becomes tensors. What a shape rule refuses becomes the exception that PyTorch raises.

import { intValue } from '../base/origin.ts';
import { apply, constant, mapTensors } from '../graph/build.ts';
import type { Origin, Value as GraphValue } from '../graph/graph.ts';
import type { Args, Op } from '../graph/op.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { raise } from '../python/values/exception.ts';
import type { Unknown } from '../python/values/unknown.ts';
import { category, itemSize, type DType } from '../tensor/dtype.ts';
import { allocationMessage, TorchError, Unsupported } from '../tensor/errors.ts';
import { ambientDefault, type Scalar } from '../tensor/promotion.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { scalarArray } from '../ops/creation.ts';
import { madeBy, type GradFn } from './history.ts';
import { makeTensor, TensorObject } from './tensor.ts';
import { since, torchState, type TorchState } from './state.ts';

export type TensorArgs = Args<TensorObject>;

/** The results of an operator; an unknown value where it is not supported. */
export function applyOp(vm: Interpreter, op: Op, args: TensorArgs): TensorObject[] | Unknown {
  return guarded(vm, op.name, () => {
    if (torchState(vm).autocast && lowered.test(op.name)) {
      throw new Unsupported('autocast on the CPU');
    }
    const values = apply(op, mapTensors(args, isTensor, valueOf), originNow(vm));
    const gradFn = gradFnOf(vm, op, args);
    return values.map((value) => result(vm, value, gradFn));
  });
}

/** Operators that autocast would compute in half precision. */
const lowered =
  /^(?:linear|bilinear|conv_?(?:transpose|tbc)?\d?d?|b?mm|matmul|(?:add|baddb|addb)mm|scaled_dot_product_attention|prelu|lstm|gru|rnn_\w+)$/;

/** The same for operators that give one tensor. */
export function applyOne(vm: Interpreter, op: Op, args: TensorArgs): TensorObject | Unknown {
  const results = applyOp(vm, op, args);
  return Array.isArray(results) ? (results[0] as TensorObject) : results;
}

/** Runs what builds graphs, with PyTorch's refusals as Python exceptions. */
export function guarded<T>(vm: Interpreter, name: string, build: () => T): T | Unknown {
  const state = torchState(vm);
  ambientDefault.dtype = state.defaultDType;
  ambientDefault.old = state.version.startsWith('1.');
  state.pendingOperators++;
  try {
    return build();
  } catch (error) {
    if (error instanceof TorchError) raise(error.type, error.message);
    if (error instanceof Unsupported) return vm.unsupported(error.message || name);
    throw error;
  }
}

const OPERATOR_FUEL = 60;

/** A tensor of the program with this value. */
export function result(
  vm: Interpreter,
  value: GraphValue,
  gradFn: GradFn | null = null,
): TensorObject {
  checkAllocation(value.type);
  // Some hundred times what an instruction takes: the clock is looked at in time.
  vm.fuel -= OPERATOR_FUEL;
  const tensor = makeTensor(value);
  if (gradFn !== null && isDifferentiable(value.type.dtype)) tensor.gradFn = gradFn;
  const state = torchState(vm);
  state.heldValues.set(value, new WeakRef(tensor));
  if (tensor.gradFn === null) state.withoutGradient.add(value);
  if (vm.limits.kind === 'run') noteUse(state, value);
  return tensor;
}

/** How many of the latest results are remembered. */
const LATEST_MAX = 256;

function noteUse(state: TorchState, value: GraphValue): void {
  const { unused, latest, pendingOperators } = state;
  latest[pendingOperators % LATEST_MAX] = value;
  for (const input of value.node.inputs) unused.delete(input);
  if (value.data === null) unused.add(value);
}

export function isDifferentiable(dtype: DType): boolean {
  return category(dtype) === 'float' || category(dtype) === 'complex';
}

/** What autograd would note at the result of an operator: null where no gradient flows. */
export function gradFnOf(vm: Interpreter, op: Op, args: TensorArgs): GradFn | null {
  if (op.gradName === null || !torchState(vm).gradEnabled) return null;
  const inputs = tensorsIn(args);
  if (!inputs.some((tensor) => tensor.requiresGrad)) return null;
  const types = (): TensorArgTypes => mapTensors(args, isTensor, (tensor) => tensor.value().type);
  const name = op.gradNameOf ? op.gradNameOf(types(), !since(vm, 2, 0)) : op.gradName;
  return madeBy(vm, backwardName(name), inputs);
}

type TensorArgTypes = Args<TensorType>;

/** `Add` → `AddBackward0`; overloads have other numbers, which their names then bring along. */
export function backwardName(name: string | null): string {
  if (name === 'CopySlices') return name;
  return name?.includes('Backward') ? name : `${name ?? ''}Backward0`;
}

export function tensorsIn(args: TensorArgs): TensorObject[] {
  return Object.values(args).flatMap((arg) =>
    isTensor(arg) ? [arg] : Array.isArray(arg) ? arg.filter(isTensor) : [],
  );
}

export function isTensor(value: unknown): value is TensorObject {
  return value instanceof TensorObject;
}

function valueOf(tensor: TensorObject): GraphValue {
  return tensor.value();
}

/** Where the program stands, for the nodes that are made now. */
export function originNow(vm: Interpreter): Origin | null {
  const watched = vm.extensions.get(whereNow) as (() => Origin | null) | undefined;
  if (watched) return watched();
  const position = vm.position();
  return position && { ...position, scope: '' };
}

/** Who watches a call says by this key where in the tree of modules it is. */
export const whereNow = 'whereNow';

/** The tensor of one number. */
export function scalarTensor(scalar: Scalar, dtype: DType): TensorObject {
  return makeTensor(constant(scalarArray(scalar, dtype)));
}

/** No machine has the memory for what is larger, in bytes. */
const ALLOCATION_MAX = 2 ** 40;

function checkAllocation(type: TensorType): void {
  if (type.shape.length === 0) return;
  const bytes = numel(type.shape) * itemSize[type.dtype];
  if (bytes < ALLOCATION_MAX) return;
  const exact = type.shape.reduce<bigint>((n, dim) => n * BigInt(intValue(dim)), 1n);
  raise('RuntimeError', allocationMessage(exact * BigInt(itemSize[type.dtype])));
}
