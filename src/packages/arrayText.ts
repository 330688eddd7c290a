// Arrays as numpy prints them. https://numpy.org/doc/1.24/reference/generated/numpy.set_printoptions.html

import { numberAt, type NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { positional, scientific } from './floatDigits.ts';

export interface TextOptions {
  readonly precision: number;
  readonly threshold: number;
  readonly edgeItems: number;
  readonly lineWidth: number;
  readonly suppress: boolean;
  readonly separator: string;
  /** What stands before the first line. */
  readonly prefix: string;
  readonly suffix: string;
}

export function arrayText(array: NdArray, shape: readonly number[], options: TextOptions): string {
  const size = shape.reduce((n, m) => n * m, 1);
  if (size === 0) return '[]';
  const edge = size > options.threshold ? options.edgeItems : Infinity;
  const shown: number[] = [];
  visible(shape, edge, 0, 0, shown);
  const words = wordsOf(array, shown, options, shape.length === 0);
  const text = new Map(shown.map((at, i) => [at, words[i] as string]));
  const place = new Placement(shape, edge, text, options);
  const indent = ' '.repeat(options.prefix.length + 1);
  return place.text(0, 0, indent, options.lineWidth - options.suffix.length);
}

/** The places that are printed where only the edges are. */
function visible(
  shape: readonly number[],
  edge: number,
  axis: number,
  start: number,
  into: number[],
): void {
  if (axis === shape.length) {
    into.push(start);
    return;
  }
  for (const i of indices(shape[axis] as number, edge)) {
    if (i !== null) visible(shape, edge, axis + 1, start * (shape[axis] as number) + i, into);
  }
}

/** The indices of an axis, null in the place of those that are left out. */
function indices(length: number, edge: number): (number | null)[] {
  const all = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, i) => from + i);
  if (2 * edge >= length) return all(0, length);
  return [...all(0, edge), null, ...all(length - edge, length)];
}

class Placement {
  readonly #shape: readonly number[];
  readonly #edge: number;
  readonly #words: ReadonlyMap<number, string>;
  readonly #separator: string;

  constructor(
    shape: readonly number[],
    edge: number,
    words: ReadonlyMap<number, string>,
    { separator }: TextOptions,
  ) {
    this.#shape = shape;
    this.#edge = edge;
    this.#words = words;
    this.#separator = separator;
  }

  text(axis: number, start: number, indent: string, width: number): string {
    const left = this.#shape.length - axis;
    if (left === 0) return this.#words.get(start) as string;
    const length = this.#shape[axis] as number;
    const parts = indices(length, this.#edge).map((i) =>
      i === null ? '...' : this.text(axis + 1, start * length + i, `${indent} `, width - 1),
    );
    if (left === 1) return `[${this.#lines(parts, indent, width)}]`;
    const between = this.#separator.trimEnd() + '\n'.repeat(left - 1);
    return `[${parts.join(between + indent)}]`;
  }

  /** Words in lines that are not wider than is allowed. */
  #lines(words: readonly string[], indent: string, width: number): string {
    const most = width - Math.max(this.#separator.trimEnd().length, 1);
    const lines: string[] = [];
    let line = indent;
    words.forEach((word, i) => {
      if (line.length + word.length > most && line.length > indent.length) {
        lines.push(line.trimEnd());
        line = indent;
      }
      line += word + (i + 1 < words.length ? this.#separator : '');
    });
    lines.push(line);
    return lines.join('\n').slice(indent.length);
  }
}

/** The elements' texts, all of one width. */
function wordsOf(
  array: NdArray,
  shown: readonly number[],
  options: TextOptions,
  alone: boolean,
): string[] {
  const { data, dtype } = array;
  switch (category(dtype)) {
    case 'bool':
      return shown.map((at) => (data[at] ? (alone ? 'True' : ' True') : 'False'));
    case 'int': {
      const words = shown.map((at) => String(data[at]));
      return padded(words);
    }
    case 'float':
      return floatWords(
        shown.map((at) => numberAt(array, at)),
        dtype,
        options,
        false,
      );
    case 'complex': {
      const part = (k: number): number[] => shown.map((at) => Number(data[2 * at + k]));
      const re = floatWords(part(0), dtype, options, false);
      const im = floatWords(part(1), dtype, options, true);
      return re.map((word, i) => {
        const imaginary = im[i] as string;
        const kept = imaginary.trimEnd();
        return `${word}${kept}j${' '.repeat(imaginary.length - kept.length)}`;
      });
    }
  }
}

function padded(words: readonly string[]): string[] {
  const width = Math.max(...words.map((word) => word.length));
  return words.map((word) => word.padStart(width));
}

/** Floats with their points below each other. */
function floatWords(
  values: readonly number[],
  dtype: DType,
  { precision, suppress }: TextOptions,
  signed: boolean,
): string[] {
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((x) => x !== 0).map(Math.abs);
  const most = Math.max(...sizes);
  const least = Math.min(...sizes);
  const far = !suppress && (least < 1e-4 || most / least > 1000);
  const isScientific = sizes.length > 0 && (most >= 1e8 || far);
  const plus = (x: number, text: string): string =>
    signed && !text.startsWith('-') && !Number.isNaN(x) ? `+${text}` : text;
  const parts = values.map((x): [string, string] | null => {
    if (!Number.isFinite(x)) return null;
    if (!isScientific) return positional(x, dtype, precision).split('.') as [string, string];
    const [whole, rest, exponent] = scientific(x, dtype, precision);
    return [whole, `${rest}e${exponent}`];
  });
  const known = parts.filter((part) => part !== null);
  const tails = isScientific ? alignExponents(known) : known.map(([, rest]) => rest);
  let next = 0;
  const after = Math.max(0, ...tails.map((tail) => tail.length));
  const aligned = parts.map((part, i) => {
    const x = values[i] as number;
    if (part === null) return null;
    return [plus(x, part[0]), (tails[next++] as string).padEnd(after)] as const;
  });
  const before = Math.max(0, ...aligned.map((part) => part?.[0].length ?? 0));
  const odd = values.filter((x) => !Number.isFinite(x)).map((x) => plus(x, oddText(x)).length);
  const width = Math.max(before + 1 + after, ...odd);
  return values.map((x, i) => {
    const part = aligned[i];
    return (part ? `${part[0]}.${part[1]}` : plus(x, oddText(x))).padStart(width);
  });
}

/** Fractions of one length, in the numbers that have exponents. */
function alignExponents(parts: readonly (readonly [string, string])[]): string[] {
  const split = parts.map(([, rest]) => rest.split('e') as [string, string]);
  const digits = Math.max(...split.map(([rest]) => rest.length));
  const wide = Math.max(...split.map(([, exponent]) => exponent.length));
  return split.map(
    ([rest, exponent]) =>
      `${rest.padEnd(digits, '0')}e${exponent[0] as string}${exponent.slice(1).padStart(wide - 1, '0')}`,
  );
}

function oddText(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  return x < 0 ? '-inf' : 'inf';
}
