// The numbers of tensors, where a program asks for them: `.item()`, `print`, a condition. The run
// waits for an engine; a live trace computes what is cheap, and leaves the rest unknown.

import { forgetHistory, isOpaque, missingAt } from '../graph/build.ts';
import { pendingNodes, type Node, type Value as GraphValue } from '../graph/graph.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { HostRequest, type Pending } from '../python/evaluate/pending.ts';
import type { Value } from '../python/values/object.ts';
import type { NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import type { Args } from '../graph/op.ts';
import { isValue, mapTensors } from '../graph/build.ts';
import { torchState, type TorchState } from './state.ts';

/** Asks the host to compute `data` of the values; its answer does not matter. */
export class EvaluateRequest extends HostRequest {
  readonly values: readonly GraphValue[];
  constructor(values: readonly GraphValue[]) {
    super(null);
    this.values = values;
  }
}

/** The numbers of a value, or null where they can't be known, or not now. */
export function* numbers(
  vm: Interpreter,
  value: GraphValue,
): Generator<Pending, NdArray | null, Value> {
  if (value.data !== null) return value.data;
  const nodes = pendingNodes([value]);
  const unknowable = nodes.find(isOpaque);
  if (unknowable) {
    const missing = missingAt(unknowable);
    if (vm.limits.kind === 'run' && missing !== null) vm.unsupported(missing);
    return null;
  }
  const state = torchState(vm);
  if (vm.limits.kind === 'live') {
    let cost = 0;
    for (const node of nodes) {
      const types = node.outputs.map((output) => output.type);
      cost += node.op.cost(mapTensors(node.args, isValue, typeOfValue) as Args<TensorType>, types);
    }
    if (cost > state.operationsLeft) return null;
    state.operationsLeft -= cost;
  }
  const written = takeWrites(state);
  const asked = [value, ...written, ...worthKeeping(value, state.heldValues)];
  for (const each of asked) state.unused.delete(each);
  yield new EvaluateRequest(asked);
  forgetComputed(state, asked);
  return value.data;
}

/** Frees what the values were made from, where autograd does not need it. */
export function forgetComputed(state: TorchState, values: readonly GraphValue[]): void {
  for (const value of values) if (state.withoutGradient.has(value)) forgetHistory(value);
}

/** After so many operators a run computes what is pending, so that its memory stays bounded. */
const PENDING_MAX = 30_000;

/**
 * What is to be computed now, because too much is pending: every result that PyTorch would have
 * computed by now and that nothing else was made from. Null while there is room.
 */
export function tooMuchPending(state: TorchState, most = PENDING_MAX): GraphValue[] | null {
  if (state.pendingOperators < most) return null;
  const written = [...state.dirty].map((storage) => storage.value);
  const held = state.latest.filter((value) => state.heldValues.get(value)?.deref());
  const all = new Set([...state.unused, ...held, ...written]);
  const values = [...all].filter(({ data }) => data === null);
  state.latest.length = 0;
  state.unused.clear();
  state.dirty.clear();
  state.pendingOperators = 0;
  const unknowable = new Set<Node>();
  for (const node of pendingNodes(values)) {
    const inputs = node.inputs.filter(({ data }) => data === null);
    if (isOpaque(node) || inputs.some((input) => unknowable.has(input.node))) unknowable.add(node);
  }
  return values.filter(({ node }) => !unknowable.has(node));
}

/** Pending writes are computed along, so that what they were made from can be forgotten. */
export function takeWrites(state: TorchState): GraphValue[] {
  const written = [...state.dirty].map((storage) => storage.value).filter(isComputable);
  state.dirty.clear();
  return written;
}

function isComputable(value: GraphValue): boolean {
  return value.data === null && !pendingNodes([value]).some(isOpaque);
}

function typeOfValue(value: GraphValue): TensorType {
  return value.type;
}

/**
 * A program that asks for `out.sum()` often asks for `out.std()` next: the tensors of the program
 * that the value was made from, a few cheap steps back, are computed along and kept.
 */
function worthKeeping(value: GraphValue, held: WeakMap<GraphValue, WeakRef<object>>): GraphValue[] {
  const kept: GraphValue[] = [];
  let level = [value];
  for (let depth = 0; depth < STEPS_BACK && kept.length === 0; depth++) {
    level = level.flatMap((each) => [...each.node.inputs]);
    for (const each of level) {
      if (each.data === null && !kept.includes(each) && held.get(each)?.deref()) kept.push(each);
    }
  }
  return kept.filter((each) => each.node.inputs.length > 0);
}

const STEPS_BACK = 4;
