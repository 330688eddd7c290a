// A tensor's numbers as PyTorch prints them: precision 4, at most 1000 elements in full, three at
// each edge otherwise, lines of 80.
//
// https://pytorch.org/docs/stable/generated/torch.set_printoptions.html

import { formatDouble } from '../python/text/floatRepr.ts';
import { count, type NdArray } from '../tensor/array.ts';
import { isFloat, type DType } from '../tensor/dtype.ts';

export interface PrintOptions {
  precision: number;
  threshold: number;
  edgeitems: number;
  linewidth: number;
  sciMode: boolean | null;
}

export const DEFAULT_PRINT_OPTIONS: Readonly<PrintOptions> = {
  precision: 4,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 80,
  sciMode: null,
};

/** What stands after the numbers besides the dtype. */
export interface Described {
  readonly array: NdArray;
  readonly defaultDType: DType;
  readonly gradFn: string | null;
  readonly requiresGrad: boolean;
  readonly device: string | null;
}

/** `tensor([1., 2.], grad_fn=<AddBackward0>)` */
export function tensorText(described: Described, options: PrintOptions): string {
  const { array, defaultDType } = described;
  const prefix = 'tensor(';
  const suffixes: string[] = [];
  if (described.device !== null) suffixes.push(`device='${described.device}'`);
  let numbers: string;
  if (count(array.shape) === 0) {
    if (array.shape.length !== 1) suffixes.push(`size=${tupleText(array.shape)}`);
    if (array.dtype !== defaultDType) suffixes.push(`dtype=torch.${array.dtype}`);
    numbers = '[]';
  } else {
    const plain = [defaultDType, 'int64', 'bool'];
    if (defaultDType === 'float32') plain.push('complex64');
    if (!plain.includes(array.dtype)) suffixes.push(`dtype=torch.${array.dtype}`);
    numbers = numbersText(array, prefix.length, options);
  }
  if (described.gradFn !== null) suffixes.push(`grad_fn=<${described.gradFn}>`);
  else if (described.requiresGrad) suffixes.push('requires_grad=True');
  return withSuffixes(prefix + numbers, suffixes, prefix.length, options.linewidth);
}

function tupleText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape.join()},)` : `(${shape.join(', ')})`;
}

function withSuffixes(
  text: string,
  suffixes: readonly string[],
  indent: number,
  linewidth: number,
): string {
  let result = text;
  let lastLine = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (lastLine + suffix.length + 2 > linewidth) {
      result += `,\n${' '.repeat(indent)}${suffix}`;
      lastLine = indent + suffix.length;
    } else {
      result += `, ${suffix}`;
      lastLine += suffix.length + 2;
    }
  }
  return `${result})`;
}

/** The nested brackets with their numbers, as they stand after `indent` characters. */
export function numbersText(array: NdArray, indent: number, options: PrintOptions): string {
  const summarise = count(array.shape) > options.threshold;
  const shown = summarise ? edges(array, options.edgeitems) : array;
  const format = formatter(shown, options);
  if (array.shape.length === 0) return format.text(0);
  return layOut(array, 0, 0, indent, summarise, format, options);
}

/** The elements that are shown of a long tensor: three at each edge of each dimension. */
function edges(array: NdArray, edgeitems: number): NdArray {
  const positions = array.shape.map((size) =>
    size > 2 * edgeitems
      ? [...range(0, edgeitems), ...range(size - edgeitems, size)]
      : range(0, size),
  );
  const indices = positions.reduce<number[]>(
    (offsets, list, dim) => {
      const size = array.shape[dim] as number;
      return offsets.flatMap((offset) => list.map((position) => offset * size + position));
    },
    [0],
  );
  const shape = positions.map((list) => list.length);
  if (array.dtype.startsWith('complex')) {
    const data = indices.flatMap((i) => [Number(array.data[2 * i]), Number(array.data[2 * i + 1])]);
    return { dtype: array.dtype, shape, data: Float64Array.from(data) };
  }
  if (array.data instanceof BigInt64Array) {
    const { data } = array;
    return {
      dtype: array.dtype,
      shape,
      data: BigInt64Array.from(indices, (i) => data[i] as bigint),
    };
  }
  const data = Float64Array.from(indices, (i) => Number(array.data[i]));
  return { dtype: array.dtype, shape, data };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i);
}

interface Formatter {
  readonly width: number;
  /** The element at a position of the whole array. */
  text(position: number, of?: NdArray): string;
}

function layOut(
  array: NdArray,
  dim: number,
  offset: number,
  indent: number,
  summarise: boolean,
  format: Formatter,
  options: PrintOptions,
): string {
  const size = array.shape[dim] as number;
  const { edgeitems } = options;
  const cut = summarise && size > 2 * edgeitems;
  const shown = cut ? [...range(0, edgeitems), ...range(size - edgeitems, size)] : range(0, size);
  if (dim === array.shape.length - 1) {
    const items = shown.map((i) => format.text(offset + i, array));
    if (cut) items.splice(edgeitems, 0, ' ...');
    const perLine = Math.max(1, Math.floor((options.linewidth - indent) / (format.width + 2)));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine)
      lines.push(items.slice(i, i + perLine).join(', '));
    return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
  }
  const inner = count(array.shape.slice(dim + 1));
  const slices = shown.map((i) =>
    layOut(array, dim + 1, offset + i * inner, indent + 1, summarise, format, options),
  );
  if (cut) slices.splice(edgeitems, 0, '...');
  const separator = `,${'\n'.repeat(array.shape.length - dim - 1)}${' '.repeat(indent + 1)}`;
  return `[${slices.join(separator)}]`;
}

function formatter(shown: NdArray, options: PrintOptions): Formatter {
  if (shown.dtype.startsWith('complex')) return complexFormatter(shown, options);
  const text = isFloat(shown.dtype)
    ? floatText(Array.from(shown.data as Float64Array, Number), options)
    : shown.dtype === 'bool'
      ? { width: width(Array.from(shown.data as Uint8Array, (v) => boolText(v))), text: boolText }
      : { width: width(Array.from(shown.data as Int32Array, String)), text: String };
  return {
    width: text.width,
    text: (position, of = shown) =>
      (text.text as (value: unknown) => string)(of.data[position]).padStart(text.width),
  };
}

function boolText(value: number): string {
  return value ? 'True' : 'False';
}

function width(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 1);
}

interface FloatText {
  readonly width: number;
  text(value: number): string;
}

/** Which notation a set of floats is printed in, and how wide the widest is. */
function floatText(values: readonly number[], options: PrintOptions): FloatText {
  const { precision } = options;
  const finite = values.filter((value) => Number.isFinite(value) && value !== 0);
  const magnitudes = finite.map(Math.abs);
  const max = magnitudes.reduce((a, b) => Math.max(a, b), 0);
  const min = magnitudes.reduce((a, b) => Math.min(a, b), Infinity);
  const integers = finite.every(Number.isInteger);
  const far = finite.length > 0 && (max / min > 1000 || max > 1e8 || (!integers && min < 1e-4));
  const scientific = options.sciMode ?? far;
  const measured = (digits: (value: number) => string, extra = 0): number =>
    finite.reduce((most, value) => Math.max(most, digits(value).length + extra), 1);
  const exponential = (value: number): string => formatDouble(value, 'e', precision);
  const fixed = (value: number): string => formatDouble(value, 'f', precision);
  const whole = (value: number): string => formatDouble(value, 'f', 0);
  if (scientific)
    return {
      width: measured(far ? exponential : integers ? whole : fixed, !far && integers ? 1 : 0),
      text: exponential,
    };
  if (integers) {
    const dotted = (value: number): string => whole(value) + (Number.isFinite(value) ? '.' : '');
    return { width: measured(far ? exponential : whole, far ? 0 : 1), text: dotted };
  }
  return { width: measured(far ? exponential : fixed), text: fixed };
}

function complexFormatter(shown: NdArray, options: PrintOptions): Formatter {
  const parts = Array.from(shown.data as Float64Array, Number);
  const real = floatText(
    parts.filter((_, i) => i % 2 === 0),
    options,
  );
  const imaginary = floatText(
    parts.filter((_, i) => i % 2 === 1),
    options,
  );
  return {
    width: real.width + imaginary.width + 1,
    text: (position, of = shown) => {
      const re = real.text(Number(of.data[2 * position])).padStart(real.width);
      const im = `${imaginary.text(Number(of.data[2 * position + 1]))}j`;
      return re + (im.startsWith('-') ? im : `+${im}`);
    },
  };
}
