// A call that is made once more when the program has ended, to be exported: its tensors are watched
// from what is given to what it gives, and weights get the names that they have in the module tree.

import * as l10n from '../base/l10n.ts';
import type { Node, Origin, Value as GraphValue } from '../graph/graph.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { call } from '../python/evaluate/call.ts';
import type { Keywords } from '../python/signature.ts';
import { BoundMethod } from '../python/values/callable.ts';
import { type Value } from '../python/values/object.ts';
import type { PyObject, Dict } from '../python/values/object.ts';
import { intValue } from '../base/origin.ts';
import { giveInput, inputOp } from '../torch/givenInput.ts';
import { isModule } from '../torch/module.ts';
import { namedMembers, namedModules } from '../torch/moduleTree.ts';
import { torchState } from '../torch/state.ts';
import { TensorObject } from '../torch/tensor.ts';
import { argumentNames, holdsUnknown, tensorsIn, type Named } from './callParts.ts';
import type { DimMark } from '../view/dimMark.ts';
import type { CallWatch } from './callWatch.ts';
import type { End } from './drive.ts';

export interface CallRequest {
  /** The call's text, or the case that it was. */
  readonly target: string | number;
  /** Dimensions that may have other sizes the next time. */
  readonly marks: readonly DimMark[];
}

/** What one call gave. */
export interface CalledRun {
  readonly sizes: ReadonlyMap<string, number>;
  readonly inputs: readonly { readonly name: string; readonly value: GraphValue }[];
  readonly outputs: readonly { readonly name: string; readonly value: GraphValue }[];
  /** Whether a node was made during the call. */
  isDuring(node: Node): boolean;
  /** Where it looked at numbers that depend on the inputs. */
  readonly looks: readonly (Origin | null)[];
}

export interface Called {
  readonly first: CalledRun;
  /** The same with other sizes, two or more for each label; what was tried and not possible is left out. */
  again(sizes: ReadonlyMap<string, number>): Promise<CalledRun | null>;
  readonly names: ReadonlyMap<GraphValue, string>;
  /** The callee is a module in training mode. */
  readonly training: boolean;
  /** Parameters for which the call gave a tensor that it gave for another one already. */
  readonly shared: readonly string[];
}

/** A call: what, with what. */
export interface CallParts {
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

export interface CallContext {
  readonly vm: Interpreter;
  /** The program's names, among which modules may be. */
  readonly namespace: Dict;
  readonly watch: CallWatch;
  /** Runs something to its end. */
  run(work: () => ReturnType<typeof call>): Promise<End>;
}

/** Calls it, and tells what came of it; a sentence where that is nothing to be exported. */
export async function callWatched(
  context: CallContext,
  parts: CallParts,
  marks: readonly DimMark[],
): Promise<Called | string | End> {
  const given = argumentNames(parts).flatMap(([name, value]) => tensorsIn(value, name));
  // A tensor that is given twice is one input: the call may have seen that it is the same.
  const inputs = given.filter(
    ({ tensor }, i) => given.findIndex((each) => each.tensor === tensor) === i,
  );
  const refusal = refuseMarks(marks, inputs);
  if (refusal !== null) return refusal;
  const names = weightNames(context.namespace, parts.callee);
  const own = ownSizes(marks, inputs);
  const make = (sizes: ReadonlyMap<string, number>): Promise<CalledRun | string | End> =>
    callOnce(context, parts, { inputs, marks, sizes });
  const first = await make(own);
  if (typeof first === 'string' || 'kind' in first) return first;
  return {
    first,
    names,
    training: isTraining(parts.callee),
    shared: given.filter((each) => !inputs.includes(each)).map(({ name }) => name),
    again: async (sizes) => {
      const run = await make(sizes);
      return typeof run === 'string' || 'kind' in run ? null : run;
    },
  };
}

function refuseMarks(marks: readonly DimMark[], inputs: readonly Named[]): string | null {
  const sizes = new Map<string, number>();
  for (const { input, dim, label } of marks) {
    const found = inputs.find(({ name }) => name === input);
    if (!found) {
      const known = inputs.map(({ name }) => name).join(', ');
      return l10n.t('The call has no input {0}; its inputs are: {1}', input, known || '–');
    }
    const { sizes: shape } = found.tensor;
    if (dim >= shape.length) {
      return l10n.t('{0} has {1} dimensions: there is no {2}', input, shape.length, dim);
    }
    const size = intValue(shape[dim] as number);
    if (sizes.has(label) && sizes.get(label) !== size) {
      return l10n.t('{0} stands for two sizes: {1} and {2}', label, sizes.get(label) ?? 0, size);
    }
    sizes.set(label, size);
  }
  return null;
}

function ownSizes(marks: readonly DimMark[], inputs: readonly Named[]): Map<string, number> {
  return new Map(
    marks.map(({ input, dim, label }) => {
      const found = inputs.find(({ name }) => name === input);
      return [label, intValue(found?.tensor.sizes[dim] ?? 0)];
    }),
  );
}

interface Plan {
  readonly inputs: readonly Named[];
  readonly marks: readonly DimMark[];
  readonly sizes: ReadonlyMap<string, number>;
}

async function callOnce(
  { vm, watch, run }: CallContext,
  { callee, args, keywords }: CallParts,
  { inputs, marks, sizes }: Plan,
): Promise<CalledRun | string | End> {
  const state = torchState(vm);
  const { gradEnabled } = state;
  const given = inputs.map(({ name, tensor }) => {
    const changed = marks.filter(({ input }) => input === name);
    const resized = new Map(changed.map(({ dim, label }) => [dim, sizes.get(label) ?? 0]));
    for (const [dim, size] of resized) {
      if (intValue(tensor.sizes[dim] ?? 0) === size) resized.delete(dim);
    }
    return { name, ...giveInput(tensor, resized) };
  });
  state.gradEnabled = false;
  watch.begin(callee);
  try {
    const end = await run(() => call(vm, callee, [...args], keywords));
    if (end.kind !== 'value') return end;
    const looks = watch.end().filter(({ value }) => dependsOnInput(value));
    const outputs = tensorsIn(end.value, 'output').map(({ name, tensor }) => ({
      name,
      value: tensor.value(),
    }));
    if (holdsUnknown(end.value)) return l10n.t('A part of what the call gives is not known.');
    if (outputs.length === 0) return l10n.t('The call gives no tensor.');
    return {
      sizes,
      inputs: given.map(({ name, value }) => ({ name, value })),
      outputs,
      isDuring: watch.isDuring,
      looks: looks.map(({ origin }) => origin),
    };
  } finally {
    watch.end();
    state.gradEnabled = gradEnabled;
    for (const { undo } of given.reverse()) undo();
  }
}

/** Names of parameters and buffers: the callee's own, then those of modules that the program names. */
function weightNames(namespace: Dict, callee: Value): Map<GraphValue, string> {
  const names = new Map<GraphValue, string>();
  const note = (root: PyObject, prefix: string): void => {
    for (const which of ['_parameters', '_buffers'] as const) {
      for (const [name, tensor] of namedMembers(root, which, { prefix })) {
        if (!(tensor instanceof TensorObject)) continue;
        const value = tensor.value();
        if (!names.has(value)) names.set(value, name);
      }
    }
  };
  const root = moduleOf(callee);
  if (root) note(root, '');
  for (const [name, value] of namespace.values) {
    if (isModule(value) && value !== root) note(value, String(name));
  }
  return names;
}

function dependsOnInput({ node }: GraphValue): boolean {
  const seen = new Set([node]);
  for (const { op, inputs } of seen) {
    if (op === inputOp) return true;
    for (const input of inputs) seen.add(input.node);
  }
  return false;
}

/** The module that is called, or whose method is. */
export function moduleOf(callee: Value): PyObject | null {
  if (isModule(callee)) return callee;
  return callee instanceof BoundMethod && isModule(callee.self) ? callee.self : null;
}

function isTraining(callee: Value): boolean {
  const root = moduleOf(callee);
  if (!root) return false;
  return namedModules(root).some(([, module]) => module.attrs?.values.get('training') === true);
}
