// Where a numeric literal ends, and what CPython says of one that is none.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#numeric-literals

import { lexicalRefusal } from './refusal.ts';

/** The offset behind the number that begins at `start`. */
export function scanNumber(text: string, start: number, limit: number): number {
  const match = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? Math.min(pattern.lastIndex, limit) : at;
  };
  if (text.charCodeAt(start) === 48) {
    const letter = text.charCodeAt(start + 1) | 32;
    const base = bases[letter];
    if (base) {
      const end = match(base.digits, start + 2);
      const next = text.charAt(end);
      if (base.other.test(next)) {
        throw lexicalRefusal(`invalid digit '${next}' in ${base.name} literal`, end, end + 1);
      }
      if (next === '_') throw invalid(base.name, end);
      if (end === start + 2) throw invalid(base.name, end - 1);
      return verified(text, end, base.name);
    }
  }
  let end = match(digits, start);
  if (text.charAt(end) === '_') throw invalid('decimal', end);
  let whole = true;
  if (text.charAt(end) === '.') {
    whole = false;
    end = match(digits, end + 1);
    if (text.charAt(end) === '_') throw invalid('decimal', end);
  }
  const exponent = match(power, end);
  if (exponent > end) {
    whole = false;
    end = exponent;
    if (text.charAt(end) === '_') throw invalid('decimal', end);
  } else if (/^[eE][+-]/.test(text.slice(end, end + 2))) {
    throw invalid('decimal', end + 1);
  }
  if ((text.charCodeAt(end) | 32) === 106) return verified(text, end + 1, 'imaginary');
  if (whole && end > start + 1 && /^0[0_]*[1-9]/.test(text.slice(start, end))) {
    const message =
      'leading zeros in decimal integer literals are not permitted; ' +
      'use an 0o prefix for octal integers';
    const [zeros = ''] = /^0[0_]*/.exec(text.slice(start, end)) ?? [];
    // CPython marks the zeros alone.
    throw lexicalRefusal(message, start, start + zeros.length, 'range');
  }
  return verified(text, end, 'decimal');
}

const digits = /\d+(?:_\d+)*/y;
const power = /[eE][+-]?\d+(?:_\d+)*/y;

interface Base {
  readonly name: string;
  readonly digits: RegExp;
  /** Digits that are too large for the base, for a message of their own. */
  readonly other: RegExp;
}

const bases: Readonly<Record<number, Base>> = {
  120: { name: 'hexadecimal', digits: /(?:_?[\da-fA-F])+/y, other: /^$(?!)/ },
  111: { name: 'octal', digits: /(?:_?[0-7])+/y, other: /[89]/ },
  98: { name: 'binary', digits: /(?:_?[01])+/y, other: /[2-9]/ },
};

/** A name may not follow a number directly, but the keywords that continue an expression may. */
function verified(text: string, end: number, name: string): number {
  const code = text.charCodeAt(end);
  const letter = code | 32;
  const names =
    (letter >= 97 && letter <= 122) || code === 95 || (code >= 48 && code <= 57) || code > 127;
  if (!names) return end;
  following.lastIndex = end;
  if (following.test(text)) return end;
  throw invalid(name, end - 1);
}

const following = /and|else|for|i[fns]|or|not/y;

/** CPython marks the last character that it took. */
function invalid(name: string, last: number): Error {
  return lexicalRefusal(`invalid ${name} literal`, last, last + 1);
}
