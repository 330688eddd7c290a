// Whether a program about one operator came to what PyTorch came to: the same text but for white
// space, with floats within a tolerance; for an error, its class and its words.

export interface Case {
  readonly id: string;
  readonly op: string;
  /** 1 is what model code uses daily, 3 is exotic. */
  readonly tier: 1 | 2 | 3;
  readonly kind: 'forward' | 'module' | 'grad' | 'error' | 'rng' | 'repr' | 'train';
  readonly src: string;
  readonly stdout?: string;
  readonly error?: { readonly type: string; readonly message: string };
}

export interface Came {
  readonly stdout: string;
  readonly error: { readonly type: string; readonly message: string } | null;
}

export interface Verdict {
  readonly passes: boolean;
  /** What differs first; empty where nothing does. */
  readonly why: string;
  /** Of what printed: whether its shapes and dtypes are PyTorch's. */
  readonly sameShapes: boolean | null;
  /** Of errors: the very same message. */
  readonly sameMessage: boolean | null;
}

export function judge(each: Case, came: Came | undefined): Verdict {
  if (!came) return { passes: false, why: 'no result', sameShapes: null, sameMessage: null };
  if (each.error) return judgeError(each.error, came);
  const { stdout = '' } = each;
  if (came.error) {
    const why = `${came.error.type}: ${came.error.message}`;
    return { passes: false, why, sameShapes: null, sameMessage: null };
  }
  const why =
    each.kind === 'repr'
      ? stdout.trimEnd() === came.stdout.trimEnd()
        ? ''
        : `prints ${came.stdout}`
      : difference(stdout, came.stdout, each.kind === 'rng' ? [1e-4, 2e-6] : [1e-3, 1.01e-4]);
  const sameShapes = shapeLines(stdout) === shapeLines(came.stdout);
  return { passes: why === '', why, sameShapes, sameMessage: null };
}

function judgeError(want: NonNullable<Case['error']>, { error }: Came): Verdict {
  if (!error) {
    const why = `no error; PyTorch raises ${want.type}: ${want.message}`;
    return { passes: false, why, sameShapes: null, sameMessage: false };
  }
  const [expected, found] = [want.message, error.message].map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  ) as [string, string];
  const sameType = error.type === want.type;
  const sameMessage = sameType && expected === found;
  const passes = sameMessage || (sameType && likeness(expected, found) >= 0.5);
  const why = sameMessage ? '' : `${error.type}: ${found}\n  PyTorch ${want.type}: ${expected}`;
  return { passes, why, sameShapes: null, sameMessage };
}

const number = /(?<![\w.])[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?j?|inf|nan)(?!\w)/g;

function difference(
  want: string,
  got: string,
  [relative, absolute]: readonly [number, number],
): string {
  const [a, b] = [want, got].map((text) => text.replace(/\r/g, '').trim()) as [string, string];
  if (a === b) return '';
  if (outline(a) !== outline(b)) {
    const lines = b.split('\n');
    const at = a.split('\n').findIndex((line, i) => outline(line) !== outline(lines[i] ?? ''));
    return `prints ${lines[at] ?? 'less'}\n  PyTorch ${a.split('\n')[at] ?? 'less'}`;
  }
  const found = b.match(number) ?? [];
  for (const [i, wanted] of (a.match(number) ?? []).entries()) {
    const other = found[i] ?? '';
    if (wanted === other) continue;
    const isFloat = /[.einf]/i.test(wanted);
    const [x, y] = [valueOf(wanted), valueOf(other)];
    const close =
      Number.isNaN(x) === Number.isNaN(y) &&
      (Number.isNaN(x) || x === y || Math.abs(x - y) <= absolute + relative * Math.abs(x));
    if (isFloat !== /[.einf]/i.test(other) || !isFloat || !close) {
      return `number ${i + 1} is ${other}, PyTorch's is ${wanted}`;
    }
  }
  return '';
}

/** The text with numbers and white space left out. */
function outline(text: string): string {
  return text
    .replace(number, '#')
    .replace(/\s+/g, ' ')
    .replace(/ ?([[\](),]) ?/g, '$1');
}

function valueOf(text: string): number {
  return /nan/.test(text) ? NaN : Number(text.replace(/j$/, '').replace('inf', 'Infinity'));
}

/** Lines that tell a shape and a dtype, or how many outputs there are. */
function shapeLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^(?:\(.*\) torch\.\w+|\d+)$/.test(line)).join('\n');
}

/** The share of words and numbers that two messages have in common. */
function likeness(a: string, b: string): number {
  const [x, y] = [countsOf(a), countsOf(b)];
  let both = 0;
  let all = 0;
  for (const word of new Set([...x.keys(), ...y.keys()])) {
    both += Math.min(x.get(word) ?? 0, y.get(word) ?? 0);
    all += Math.max(x.get(word) ?? 0, y.get(word) ?? 0);
  }
  return all === 0 ? 1 : both / all;
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[a-z_]+|\d+/g) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
