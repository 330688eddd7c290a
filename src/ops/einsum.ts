// Einstein's summation: the equation is read, then the operands are contracted one after the other
// from the left, each pair as a product of matrices.
//
// https://pytorch.org/docs/stable/generated/torch.einsum.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { check } from '../tensor/errors.ts';
import { product } from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import { mul } from './arithmetic.ts';
import { defineOp } from './define.ts';
import { matmul } from './linear.ts';
import { sum } from './reduction.ts';
import { asStrided, expand, permute, reshape } from './shape.ts';

/** Labels are letters; the dimensions of an ellipsis are numbered from its end: `-1`, `-2`. */
interface Equation {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

interface Labelled {
  readonly value: Value;
  readonly labels: readonly string[];
}

export const einsum = defineOp('einsum_of(str equation, Tensor[] operands) -> Tensor', {
  grad: 'View',
  body: ({ equation, operands }) => {
    check(operands.length > 0, () => 'einsum(): must provide at least one operand');
    const ranks = operands.map(({ type }) => type.shape.length);
    const { inputs, output } = parseEquation(equation, ranks);
    const all = operands.map((value, i) => withoutRepeats(value, inputs[i] ?? []));
    const sizes = sizesOf(all);
    let [left, ...rest] = all.map((operand) => spread(operand, sizes));
    while (rest.length > 0) {
      const [right, ...later] = rest;
      const needed = new Set([...output, ...later.flatMap(({ labels }) => labels)]);
      left = contract(left as Labelled, right as Labelled, needed);
      rest = later;
    }
    const kept = summed(left as Labelled, new Set(output));
    const dims = output.map((label) => kept.labels.indexOf(label));
    return dims.every((d, i) => d === i) ? kept.value : permute({ input: kept.value, dims });
  },
});

function parseEquation(equation: string, ranks: readonly number[]): Equation {
  const text = equation.replaceAll(' ', '');
  const [left = '', right] = text.split('->');
  const parts = left.split(',');
  check(
    parts.length <= ranks.length,
    () => 'einsum(): fewer operands were provided than specified in the equation',
  );
  check(
    parts.length >= ranks.length,
    () => 'einsum(): more operands were provided than specified in the equation',
  );
  const inputs = parts.map((part, i) => labelsOf(part, ranks[i] as number, i));
  const dots = Math.max(
    0,
    ...inputs.map((labels) => labels.filter((label) => label.startsWith('-')).length),
  );
  return { inputs, output: outputLabels(inputs, right, dots) };
}

function labelsOf(part: string, rank: number, operand: number): string[] {
  const letters = part.replace('...', '');
  checkLetters(letters);
  const hasDots = part.includes('...');
  check(
    hasDots ? letters.length <= rank : letters.length === rank,
    () =>
      `einsum(): the number of subscripts in the equation (${letters.length}) ` +
      (hasDots ? 'is more than' : 'does not match') +
      ` the number of dimensions (${rank}) for operand ${operand}` +
      (hasDots ? '' : ' and no ellipsis was given'),
  );
  return expanded(part, rank - letters.length);
}

function checkLetters(letters: string): void {
  const wrong = [...letters].findIndex((letter) => !/[a-zA-Z]/.test(letter));
  check(wrong < 0, () =>
    letters[wrong] === '.'
      ? "einsum(): found '.' for operand 0 that is not part of any ellipsis"
      : `einsum(): invalid subscript given at index ${wrong} in the equation string, subscripts ` +
        'must be in [a-zA-Z]',
  );
}

/** The letters, with the dimensions of the ellipsis in its place. */
function expanded(part: string, dots: number): string[] {
  const [before = '', after] = part.split('...');
  if (after === undefined) return [...before];
  const numbered = Array.from({ length: dots }, (_, i) => `${i - dots}`);
  return [...before, ...numbered, ...after];
}

function outputLabels(
  inputs: readonly (readonly string[])[],
  right: string | undefined,
  dots: number,
): string[] {
  const given = inputs.flat();
  if (right === undefined) {
    const once = given.filter((label) => /[a-zA-Z]/.test(label) && count(given, label) === 1);
    return [...expanded('...', dots), ...once.sort()];
  }
  checkLetters(right.replace('...', ''));
  const output = expanded(right, dots);
  for (const label of output) {
    check(
      count(output, label) === 1,
      () => `einsum(): output subscript ${label} appears more than once in the output`,
    );
    check(
      given.includes(label),
      () =>
        `einsum(): output subscript ${label} does not appear in the equation for any input operand`,
    );
  }
  return output;
}

function count(labels: readonly string[], label: string): number {
  return labels.filter((other) => other === label).length;
}

/** A label that stands twice in one operand means its diagonal. */
function withoutRepeats(value: Value, labels: readonly string[]): Labelled {
  const own = [...new Set(labels)];
  if (own.length === labels.length) return { value, labels };
  const { shape } = value.type;
  const strides = contiguousStrides(shape);
  const sizes = own.map((label) => {
    const dims = labels.map((other, d) => (other === label ? d : -1)).filter((d) => d >= 0);
    const [first] = dims.map((d) => intValue(shape[d] as Int));
    for (const d of dims) {
      const n = intValue(shape[d] as Int);
      check(
        n === first,
        () =>
          `einsum(): subscript ${label} is repeated for operand 0 but the sizes don't match, ` +
          `${n} != ${first}`,
      );
    }
    return shape[dims[0] as number] as Int;
  });
  const stride = own.map((label) =>
    labels.reduce((n, other, d) => n + (other === label ? (strides[d] as number) : 0), 0),
  );
  return { value: asStrided({ input: value, size: sizes, stride }), labels: own };
}

/** The size of each label; 1 gives way to any other. */
function sizesOf(operands: readonly Labelled[]): Map<string, Int> {
  const sizes = new Map<string, Int>();
  for (const [i, { value, labels }] of operands.entries()) {
    for (const [d, label] of labels.entries()) {
      const size = value.type.shape[d] as Int;
      const known = sizes.get(label);
      if (known === undefined || intValue(known) === 1) sizes.set(label, size);
      else {
        check(
          intValue(size) === 1 || intValue(size) === intValue(known),
          () =>
            `einsum(): subscript ${label} has size ${intValue(size)} for operand ${i} which does ` +
            `not broadcast with previously seen size ${intValue(known)}`,
        );
      }
    }
  }
  return sizes;
}

function spread({ value, labels }: Labelled, sizes: ReadonlyMap<string, Int>): Labelled {
  const size = labels.map((label) => sizes.get(label) as Int);
  const same = size.every((n, d) => intValue(n) === intValue(value.type.shape[d] as Int));
  return { value: same ? value : expand({ input: value, size }), labels };
}

/** Sums over the labels that nothing needs any more. */
function summed({ value, labels }: Labelled, needed: ReadonlySet<string>): Labelled {
  const dim = labels.map((label, d) => (needed.has(label) ? -1 : d)).filter((d) => d >= 0);
  if (dim.length === 0) return { value, labels };
  return { value: sum({ input: value, dim }), labels: labels.filter((l) => needed.has(l)) };
}

function contract(a: Labelled, b: Labelled, needed: ReadonlySet<string>): Labelled {
  const left = summed(a, new Set([...needed, ...b.labels]));
  const right = summed(b, new Set([...needed, ...a.labels]));
  const shared = left.labels.filter((label) => right.labels.includes(label));
  const batch = shared.filter((label) => needed.has(label));
  const inner = shared.filter((label) => !needed.has(label));
  const rows = left.labels.filter((label) => !shared.includes(label));
  const columns = right.labels.filter((label) => !shared.includes(label));
  const labels = [...batch, ...rows, ...columns];
  const sizeIn = ({ value, labels: own }: Labelled, wanted: readonly string[]): Int[] =>
    wanted.map((label) => value.type.shape[own.indexOf(label)] as Int);
  const laidOut = (operand: Labelled, groups: readonly (readonly string[])[]): Value => {
    const dims = groups.flat().map((label) => operand.labels.indexOf(label));
    const ordered = dims.every((d, i) => d === i)
      ? operand.value
      : permute({ input: operand.value, dims });
    return reshape({ input: ordered, shape: groups.map((g) => product(sizeIn(operand, g))) });
  };
  const shape = [...sizeIn(left, [...batch, ...rows]), ...sizeIn(right, columns)];
  if (inner.length === 0) {
    const one = laidOut(left, [batch, rows, []]);
    const other = laidOut(right, [batch, [], columns]);
    return { value: reshape({ input: mul({ input: one, other }), shape }), labels };
  }
  const one = laidOut(left, [batch, rows, inner]);
  const other = laidOut(right, [batch, inner, columns]);
  return { value: reshape({ input: matmul({ input: one, other }), shape }), labels };
}
