// Integers that know where they came from: a number with a canonical expression over named sizes
// (`2*T + C//H`). The number decides everything; the expression is for display. Sums keep at most
// eight terms; what would be longer is an ordinary number again, so that arithmetic in a loop
// stays constant-time.

/** A term: an integer factor times a product of atoms, `factor * atom * atom`. */
interface Term {
  readonly factor: number;
  /** Sorted; an atom is a size's name or a quotient in parentheses, and may stand repeatedly. */
  readonly atoms: readonly string[];
}

/** A canonical sum of terms, sorted by their atoms. */
export class Origin {
  readonly terms: readonly Term[];
  constructor(terms: readonly Term[]) {
    this.terms = terms;
  }
}

/** An integer with an origin. Its number is always a safe integer. */
export class NamedInt {
  readonly value: number;
  readonly origin: Origin;
  constructor(value: number, origin: Origin) {
    this.value = value;
    this.origin = origin;
  }
}

export type Int = number | NamedInt;

const TERMS_MAX = 8;

export function intValue(i: Int): number {
  return typeof i === 'number' ? i : i.value;
}

/** A size with a name of its own. */
export function named(value: number, name: string): NamedInt {
  return new NamedInt(value, new Origin([{ factor: 1, atoms: [name] }]));
}

export function add(a: Int, b: Int): Int {
  return make(intValue(a) + intValue(b), () => [...termsOf(a), ...termsOf(b)]);
}

export function sub(a: Int, b: Int): Int {
  return add(a, neg(b));
}

export function neg(a: Int): Int {
  return make(0 - intValue(a), () => termsOf(a).map((t) => ({ ...t, factor: -t.factor })));
}

export function mul(a: Int, b: Int): Int {
  return make(intValue(a) * intValue(b), () =>
    termsOf(a).flatMap((x) =>
      termsOf(b).map((y) => ({
        factor: x.factor * y.factor,
        atoms: [...x.atoms, ...y.atoms].sort(),
      })),
    ),
  );
}

/** Python's `//`; the divisor is not 0. */
export function floorDiv(a: Int, b: Int): Int {
  const divisor = intValue(b);
  const value = Math.floor(intValue(a) / divisor);
  if (typeof b === 'number' && termsOf(a).every((t) => t.factor % b === 0)) {
    return make(value, () => termsOf(a).map((t) => ({ ...t, factor: t.factor / b })));
  }
  return make(value, () => [{ factor: 1, atoms: [`(${text(a)} // ${text(b)})`] }]);
}

/** Python's `%`; the divisor is not 0. */
export function mod(a: Int, b: Int): Int {
  const divisor = intValue(b);
  const value = intValue(a) - divisor * Math.floor(intValue(a) / divisor);
  return make(value, () => [{ factor: 1, atoms: [`(${text(a)} % ${text(b)})`] }]);
}

/** The smaller one, with its origin. */
export function min(a: Int, b: Int): Int {
  return intValue(b) < intValue(a) ? b : a;
}

/** The larger one, with its origin. */
export function max(a: Int, b: Int): Int {
  return intValue(b) > intValue(a) ? b : a;
}

/** `2*T + 1` */
export function printOrigin(origin: Origin): string {
  return origin.terms
    .map((term, i) => {
      const size = Math.abs(term.factor);
      const factors =
        size === 1 && term.atoms.length > 0 ? term.atoms : [String(size), ...term.atoms];
      const sign = term.factor < 0 ? (i === 0 ? '-' : ' - ') : i === 0 ? '' : ' + ';
      return sign + factors.join('*');
    })
    .join('');
}

function text(i: Int): string {
  if (typeof i === 'number') return String(i);
  const printed = printOrigin(i.origin);
  return i.origin.terms.length > 1 ? `(${printed})` : printed;
}

function termsOf(i: Int): readonly Term[] {
  if (typeof i !== 'number') return i.origin.terms;
  return i === 0 ? [] : [{ factor: i, atoms: [] }];
}

/** The number, with the canonical form of the terms where that is short enough to keep. */
function make(value: number, terms: () => readonly Term[]): Int {
  if (!Number.isSafeInteger(value)) return value;
  const byAtoms = new Map<string, Term>();
  for (const term of terms()) {
    const key = term.atoms.join('*');
    const factor = (byAtoms.get(key)?.factor ?? 0) + term.factor;
    byAtoms.set(key, { factor, atoms: term.atoms });
  }
  const kept = [...byAtoms].filter(([, term]) => term.factor !== 0);
  if (kept.length === 0 || kept.length > TERMS_MAX) return value;
  if (kept.every(([key]) => key === '')) return value;
  // Names first, the constant last.
  kept.sort(([x], [y]) => (x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1));
  return new NamedInt(value, new Origin(kept.map(([, term]) => term)));
}
