// Whether a program printed what PyTorch printed: the same text, with floats within a tolerance.

export interface Tolerance {
  /** How far a float may be off, as a part of the largest float of its line. */
  readonly relative: number;
}

/** PyTorch's own results differ by less between processors and between ways to sum. */
export const outputTolerance: Tolerance = { relative: 1e-5 };

/**
 * The first difference, in words, or null. Integers, and everything between the numbers, must be
 * the same text; the floats of a line are compared as one vector: max|a - b| ≤ relative · max|b|.
 */
export function difference(
  actual: string,
  expected: string,
  tolerance: Tolerance = outputTolerance,
): string | null {
  const [lines, expectedLines] = [actual.split('\n'), expected.split('\n')];
  for (const [i, line] of expectedLines.entries()) {
    const found = lines[i];
    if (found === undefined) return `line ${i + 1} is missing: ${line}`;
    const reason = lineDifference(found, line, tolerance);
    if (reason) return `line ${i + 1}, ${reason}\n  printed  ${found}\n  PyTorch  ${line}`;
  }
  const extra = lines[expectedLines.length];
  return extra === undefined ? null : `a line too many: ${extra}`;
}

function lineDifference(actual: string, expected: string, { relative }: Tolerance): string | null {
  if (actual === expected) return null;
  if (actual.replace(float, '#') !== expected.replace(float, '#')) return 'the text';
  const [a, b] = [numbers(actual), numbers(expected)];
  const finite = b.filter(Number.isFinite);
  const largest = Math.max(0, ...finite.map(Math.abs));
  for (const [i, value] of b.entries()) {
    const found = a[i] ?? NaN;
    if (Object.is(found, value) || (Number.isNaN(found) && Number.isNaN(value))) continue;
    if (!(Math.abs(found - value) <= relative * largest)) return `${found} is not ${value}`;
  }
  return null;
}

/** A number with a point or an exponent, or one of Python's words for what is no number. */
const float = /(?<![\w.])-?(?:\d+\.\d*(?:e[-+]?\d+)?|\d+e[-+]?\d+|inf|nan)(?![\w])/g;

function numbers(line: string): number[] {
  return [...line.matchAll(float)].map(([text]) =>
    Number(text.replace('inf', 'Infinity').replace('nan', 'NaN')),
  );
}
