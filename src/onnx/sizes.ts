// Sizes that may be others the next time: the same call lowered for several sizes of its inputs. What
// is the same in all of them stays; a number that changed with a size is computed from the shapes of
// tensors in the model. Anything else that changed is a refusal: such a model would be wrong.

import type { Node, Value } from '../graph/graph.ts';
import type { OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { sizes as numbersOf } from '../tensor/shape.ts';
import { onnxDtype } from './dtype.ts';
import type { KeptModel, NameOf } from './kept.ts';
import type { Flat } from './lower.ts';
import type { ModelWriter } from './model.ts';

/** One lowering of the call. */
export interface Sample {
  readonly flat: Flat;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** A weight with a name is the same in all samples; the others are compared by their numbers. */
  readonly weights: ReadonlyMap<Value, { readonly name: string | null; readonly array: NdArray }>;
  readonly sizes: ReadonlyMap<string, number>;
}

export interface SizeMark {
  /** Which input. */
  readonly input: number;
  readonly dim: number;
  readonly label: string;
}

export interface Followed {
  readonly operand: NonNullable<KeptModel['operand']>;
  /** The label of an output's size that is an input's, null where it is another that changes. */
  outputLabel(output: number, dim: number): string | null | undefined;
}

/** Where the samples differ in what can't be computed from sizes. */
export interface Differs {
  readonly node: Node;
  readonly opType: string;
}

/** A number that changes: `factor · size + plus`, where size is a dimension of a tensor in the model. */
interface Formula {
  readonly handle: string;
  readonly dim: number;
  readonly factor: number;
  readonly plus: number;
}

type Entry = number | Formula;

/** What stands in the place of an operand. */
type Made =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[]; readonly array: NdArray }
  | {
      readonly kind: 'range';
      readonly length: Entry;
      readonly start: number;
      readonly step: number;
      readonly array: NdArray;
    };

/** A tensor that is there, with its shape in each sample. */
interface Known {
  readonly handle: string;
  readonly shapes: readonly (readonly number[])[];
}

export function followSizes(
  samples: readonly Sample[],
  marks: readonly SizeMark[],
): Followed | Differs {
  const [first] = samples as [Sample, ...Sample[]];
  const refs = samples.map(referencesOf);
  const known: Known[] = first.inputs.map((value, i) => ({
    handle: first.flat.nameOf(value),
    shapes: samples.map(({ inputs }) => numbersOf((inputs[i] as Value).type.shape)),
  }));
  const labels = marks.map(({ input, dim }): [Known, number] => [known[input] as Known, dim]);
  const made = new Map<string, Made>();
  const longest = samples.find(({ flat }) => flat.steps.length !== first.flat.steps.length);
  for (const [s, { node, instruction }] of first.flat.steps.entries()) {
    const differs = { node, opType: instruction.opType };
    const others = samples.map(({ flat }) => flat.steps[s]?.instruction);
    const alike = others.every(
      (other) =>
        other?.opType === instruction.opType &&
        other.inputs.length === instruction.inputs.length &&
        JSON.stringify(other.attributes) === JSON.stringify(instruction.attributes),
    );
    if (!alike) return differs;
    for (const [i, handle] of instruction.inputs.entries()) {
      const operands = others.map((other, k) => refs[k]?.(other?.inputs[i] ?? null) ?? null);
      const [own] = operands;
      if (operands.every((operand) => same(operand, own ?? null))) continue;
      const arrays = operands.filter((operand) => typeof operand === 'object' && operand !== null);
      if (handle === null || arrays.length < operands.length) return differs;
      const data = known.find((each) => each.handle === instruction.inputs[0]?.name);
      const places = nearest(known, labels, data);
      const result = isTarget(instruction.opType, i)
        ? (asTarget(arrays, data, false) ?? follow(arrays, places) ?? asTarget(arrays, data, true))
        : follow(arrays, places);
      if (result === null) return differs;
      made.set(`${s},${i}`, result);
    }
    for (const [i, output] of instruction.outputs.entries()) {
      const shapes = others.map((other) => numbersOf(other?.outputs[i]?.type.shape ?? []));
      known.push({ handle: output.name, shapes });
    }
  }
  if (longest) {
    const node = (first.flat.steps.at(-1) ?? longest.flat.steps.at(-1))?.node as Node;
    return { node, opType: '' };
  }
  return { operand: emitter(made), outputLabel: (o, dim) => labelOf(samples, marks, o, dim) };
}

type Operand = string | NdArray | null;

/** What an operand is, comparable between samples: something computed, given, named, or numbers. */
function referencesOf(sample: Sample): (handle: OnnxValue | null) => Operand {
  const { flat, inputs, weights } = sample;
  const names = new Map<string, string | NdArray>();
  for (const [i, value] of inputs.entries()) names.set(flat.nameOf(value), `input ${i}`);
  for (const [value, { name, array }] of weights) names.set(flat.nameOf(value), name ?? array);
  for (const [s, { instruction }] of flat.steps.entries()) {
    for (const [i, { name }] of instruction.outputs.entries()) names.set(name, `step ${s} ${i}`);
  }
  return (handle) =>
    handle === null ? null : (names.get(handle.name) ?? flat.constant(handle.name) ?? null);
}

function same(a: Operand, b: Operand): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return false;
  if (a.dtype !== b.dtype || a.shape.join() !== b.shape.join()) return false;
  for (let i = 0; i < a.data.length; i++) if (!Object.is(a.data[i], b.data[i])) return false;
  return true;
}

/** Sizes in the order in which they are taken: those that are marked, then of what is nearest. */
function nearest(
  known: readonly Known[],
  labels: readonly (readonly [Known, number])[],
  data: Known | undefined,
): (readonly [Known, number])[] {
  const near = [...(data ? [data] : []), ...known.slice(-NEAR).reverse(), ...known.slice(0, NEAR)];
  return [
    ...labels,
    ...near.flatMap((each) => (each.shapes[0] ?? []).map((_, dim) => [each, dim] as const)),
  ];
}

const NEAR = 40;

function isTarget(opType: string, operand: number): boolean {
  return opType === 'Reshape' && operand === 1;
}

/**
 * The target of a reshape: 0 keeps the size that there is, -1 is what is left. Not both, if it can be
 * helped: some tools take them for a tensor without elements.
 */
function asTarget(arrays: readonly NdArray[], data: Known | undefined, both: boolean): Made | null {
  const [array] = arrays as [NdArray, ...NdArray[]];
  if (arrays.some(({ data: numbers }) => numbers.length !== array.data.length)) return null;
  if (array.data.some((value) => Number(value) <= 0)) return null;
  const changes = Array.from(array.data as BigInt64Array, (value, i): number => {
    const values = arrays.map(({ data: numbers }) => Number(numbers[i]));
    if (values.every((each) => each === Number(value))) return Number(value);
    return data?.shapes.every((shape, k) => shape[i] === values[k]) ? 0 : -1;
  });
  const changed = changes.filter((each) => each <= 0);
  const left = changed.filter((each) => each < 0).length;
  if (left > 1 || (left === 1 && changed.length > 1 && !both)) return null;
  const entries = changed.length === 1 ? changes.map((each) => each || -1) : changes;
  return { kind: 'entries', entries, array };
}

/** Numbers that follow from sizes, or as many as a size, one after the other. */
function follow(
  arrays: readonly NdArray[],
  places: readonly (readonly [Known, number])[],
): Made | null {
  const [array] = arrays as [NdArray, ...NdArray[]];
  const { dtype, shape } = array;
  if (arrays.some((each) => each.dtype !== dtype || each.shape.length !== shape.length))
    return null;
  if (shape.length <= 1 && arrays.every(({ data }) => data.length === array.data.length)) {
    if (array.data.length > 8) return null;
    const entries: Entry[] = [];
    for (let i = 0; i < array.data.length; i++) {
      const values = arrays.map(({ data }) => Number(data[i]));
      const entry = formulaOf(values, places);
      if (entry === null || !isWhole(entry)) return null;
      entries.push(entry);
    }
    return { kind: 'entries', entries, array };
  }
  if (shape.length !== 1 || !/^(int64|int32|float32|float64)$/.test(dtype)) return null;
  const start = Number(array.data[0] ?? 0);
  const step = Number(arrays.find(({ data }) => data.length > 1)?.data[1] ?? start + 1) - start;
  const isRange = ({ data }: NdArray): boolean =>
    data.every((value: number | bigint, i: number) => Number(value) === start + i * step);
  const length = formulaOf(
    arrays.map(({ data }) => data.length),
    places,
  );
  if (!isWhole(start) || !isWhole(step) || step === 0 || length === null || !arrays.every(isRange))
    return null;
  return { kind: 'range', length, start, step, array };
}

function isWhole(entry: Entry): boolean {
  return typeof entry !== 'number' || Number.isSafeInteger(entry);
}

function formulaOf(
  values: readonly number[],
  places: readonly (readonly [Known, number])[],
): Entry | null {
  const [value] = values as [number, ...number[]];
  if (values.every((each) => each === value)) return value;
  if (values.some((each) => !Number.isInteger(each))) return null;
  for (const [{ handle, shapes }, dim] of places) {
    if (shapes.every((shape, k) => shape[dim] === values[k])) {
      return { handle, dim, factor: 1, plus: 0 };
    }
  }
  for (const [{ handle, shapes }, dim] of places) {
    const from = shapes.map((shape) => shape[dim] ?? 0);
    const other = from.findIndex((size) => size !== from[0]);
    if (other < 0) continue;
    const factor = ((values[other] ?? 0) - value) / ((from[other] ?? 0) - (from[0] ?? 0));
    const plus = value - factor * (from[0] ?? 0);
    const fits = from.every((size, k) => factor * size + plus === values[k]);
    // Two sizes lie on any line.
    if (Number.isInteger(factor) && fits && new Set(from).size > 2) {
      return { handle, dim, factor, plus };
    }
  }
  return null;
}

function labelOf(
  samples: readonly Sample[],
  marks: readonly SizeMark[],
  output: number,
  dim: number,
): string | null | undefined {
  const values = samples.map(({ outputs }) => numbersOf(outputs[output]?.type.shape ?? [])[dim]);
  if (values.every((value) => value === values[0])) return undefined;
  const mark = marks.find(({ label }) =>
    samples.every(({ sizes }, k) => sizes.get(label) === values[k]),
  );
  return mark?.label ?? null;
}

/** Writes what computes the numbers; equal ones once. */
function emitter(made: ReadonlyMap<string, Made>): Followed['operand'] {
  const written = new Map<string, string>();
  return (step, index, writer, nameOf) => {
    const found = made.get(`${step},${index}`);
    if (!found) return null;
    const { array, ...rest } = found;
    const key = `${array.dtype} ${array.shape.length} ${JSON.stringify(rest)}`;
    let name = written.get(key);
    if (name === undefined) written.set(key, (name = write(found, writer, nameOf)));
    return name;
  };
}

function write(made: Made, writer: ModelWriter, nameOf: NameOf): string {
  const { dtype, shape } = made.array;
  const add = (opType: string, inputs: string[], ints: Record<string, number> = {}): string => {
    const attributes = Object.fromEntries(Object.entries(ints).map(([k, int]) => [k, { int }]));
    return writer.node(opType, inputs, attributes, [`size_${opType}`])[0] as string;
  };
  const number = (value: number, rank: number): string =>
    writer.initializer('size', {
      dtype: 'int64',
      shape: rank === 0 ? [] : [1],
      data: BigInt64Array.of(BigInt(value)),
    });
  const entry = (each: Entry): string => {
    if (typeof each === 'number') return number(each, 1);
    let name = add('Shape', [nameOf(each.handle)], { start: each.dim, end: each.dim + 1 });
    if (each.factor !== 1) name = add('Mul', [name, number(each.factor, 1)]);
    return each.plus === 0 ? name : add('Add', [name, number(each.plus, 1)]);
  };
  const as = (name: string): string =>
    dtype === 'int64' ? name : add('Cast', [name], { to: onnxDtype[dtype] });
  if (made.kind === 'entries') {
    const { entries } = made;
    if (entries.every((each) => typeof each === 'number')) {
      const data = BigInt64Array.from(entries, BigInt);
      return writer.initializer('shape', { dtype: 'int64', shape: [data.length], data });
    }
    const parts = entries.map(entry);
    const all = parts.length === 1 ? (parts[0] as string) : add('Concat', parts, { axis: 0 });
    return as(shape.length === 0 ? add('Squeeze', [all]) : all);
  }
  const { start, step, length } = made;
  const count = add('Squeeze', [entry(length)]);
  const places = add('Range', [number(0, 0), count, number(1, 0)]);
  const scaled = step === 1 ? places : add('Mul', [places, number(step, 1)]);
  return as(start === 0 ? scaled : add('Add', [scaled, number(start, 1)]));
}
