// Numeric literals: text to value. Whether the text is one that Python allows is for check/ to say.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#numeric-literals

import type { ConstantValue } from '../syntax.ts';

export function numberOf(text: string): ConstantValue {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  if (/^0[xXoObB]/.test(digits)) return { type: 'int', value: smallest(BigInt(digits)) };
  const last = digits.charCodeAt(digits.length - 1) | 32;
  if (last === 106 /* j */) return { type: 'complex', imaginary: Number(digits.slice(0, -1)) };
  if (/^\d+$/.test(digits)) {
    // Fifteen digits always fit a number exactly.
    if (digits.length <= 15) return { type: 'int', value: Number(digits) };
    return { type: 'int', value: smallest(BigInt(digits)) };
  }
  return { type: 'float', value: Number(digits) };
}

function smallest(value: bigint): number | bigint {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}
