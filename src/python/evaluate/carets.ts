// The line of markers under a source line in a traceback: `^^^^` below the expression that raised,
// `~~^~~` where that is a binary operation or a subscript. The rules, odd ones too, are those of
// CPython 3.11, which looks at the text of the expression alone.

/** Characters of a source line, by code point, that an instruction covers. */
export interface Covered {
  readonly start: number;
  readonly end: number;
  /** Whether the expression goes on below the line. */
  readonly continues: boolean;
}

/** The markers under a line that is shown with this indentation; null where there are none. */
export function carets(line: string, covered: Covered, indent: number): string | null {
  const points = [...line];
  const leading = points.findIndex((char) => !isBlank(char));
  const start = covered.start;
  const end = covered.continues ? line.trimEnd().length : covered.end;
  const anchors = covered.continues ? null : findAnchors(points.slice(start, end).join(''));
  if (end - start === points.length - leading && anchors === null) return null;
  const primary = anchors ? '~' : '^';
  let markers = ' '.repeat(Math.max(0, start - leading + indent));
  for (let i = start; i < end; i++) {
    const inside = anchors !== null && i >= start + anchors.left && i < start + anchors.right;
    markers += inside ? '^' : primary;
  }
  return markers;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\f';
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it; a bracket counts as outside of itself. */
  readonly depth: number;
}

interface Anchors {
  readonly left: number;
  readonly right: number;
}

const TOKEN =
  /\s+|[rbuf]{0,2}(?:'''[^]*?'''|"""[^]*?"""|'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*")|(?:\d[\w.]*(?:(?<=[eE])[-+]\d+)?|\.\d\w*)|[\p{L}\p{N}_]+|\*\*=?|\/\/=?|<<=?|>>=?|[-+*/%@&|^=!<>:]=|->|[^]/giuy;

/** The tokens of an expression by code points; null where its brackets do not match. */
function tokenise(text: string): Token[] | null {
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  for (const [match] of text.matchAll(new RegExp(TOKEN, 'giu'))) {
    const end = at + [...match].length;
    if (')]}'.includes(match)) depth--;
    if (depth < 0) return null;
    if (match.trim() !== '') tokens.push({ text: match, start: at, end, depth });
    if ('([{'.includes(match)) depth++;
    at = end;
  }
  return depth === 0 ? tokens : null;
}

/** Where the operator of a binary operation stands, or the brackets of a subscript. */
function findAnchors(text: string): Anchors | null {
  const tokens = tokenise(text);
  if (tokens === null || tokens.length === 0) return null;
  if (tokens.some((token) => token.depth === 0 && isLooser(token.text))) return null;
  const at = lowestOperator(tokens);
  if (at === null) return null;
  if (at >= 0) return operatorAnchors(text, tokens, at);
  return subscriptAnchors(tokens);
}

/** What binds less tightly than arithmetic, or is no expression at all. */
const looserWords = new Set(
  (
    'lambda if else or and not in is < > , : ; yield return raise assert del ' +
    'import from with for while def class global nonlocal pass break continue try except as'
  ).split(' '),
);

function isLooser(token: string): boolean {
  return looserWords.has(token) || (token.endsWith('=') && token.length < 4);
}

const precedence: Record<string, number> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
};
const UNARY = 7;
const POWER = 8;

/**
 * The operator that is applied last: its position, -1 where there is none, null where the
 * expression is a unary operation.
 */
function lowestOperator(tokens: readonly Token[]): number | null {
  let lowest = Infinity;
  let found = -1;
  for (const [i, token] of tokens.entries()) {
    if (token.depth > 0) continue;
    const before = tokens[i - 1]?.text;
    const isPrefix =
      before === undefined || before in precedence || before === '**' || before === '~';
    if (token.text === '**') {
      // Powers group from the right: the first one is applied last.
      if (lowest > POWER) [lowest, found] = [POWER, i];
    } else if (isPrefix) {
      const afterPower = before === '**';
      if ('+-~'.includes(token.text) && !afterPower && lowest > UNARY) [lowest, found] = [UNARY, i];
      else if (afterPower && '+-~'.includes(token.text)) continue;
    } else {
      const level = precedence[token.text];
      if (level !== undefined && level <= lowest) [lowest, found] = [level, i];
    }
  }
  return lowest === UNARY ? null : found;
}

function operatorAnchors(text: string, tokens: readonly Token[], at: number): Anchors | null {
  const left = unwrapped(tokens.slice(0, at));
  const right = unwrapped(tokens.slice(at + 1));
  const from = left.at(-1)?.end;
  const to = right[0]?.start;
  if (from === undefined || to === undefined) return null;
  const points = [...text];
  for (let i = from; i < to; i++) {
    if (isBlank(points[i] as string)) continue;
    const isWide = i + 1 < to && !isBlank(points[i + 1] as string);
    return { left: i, right: i + (isWide ? 2 : 1) };
  }
  return null;
}

function subscriptAnchors(tokens: readonly Token[]): Anchors | null {
  const last = tokens.at(-1);
  if (last?.text !== ']') return null;
  const open = tokens.findLastIndex((token) => token.text === '[' && token.depth === 0);
  if (open <= 0 || tokens[0]?.text === 'await') return null;
  const value = unwrapped(tokens.slice(0, open));
  const slice = unwrapped(tokens.slice(open + 1, -1));
  const left = value.at(-1)?.end;
  const right = slice.at(-1)?.end;
  return left === undefined || right === undefined ? null : { left, right: right + 1 };
}

/** An operand without the parentheses that only group it: they are no part of its node. */
function unwrapped(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first?.text !== '(' || last?.text !== ')' || tokens.length < 3) return tokens;
  const depth = first.depth;
  const closes = tokens.findIndex((token, i) => i > 0 && token.depth === depth);
  if (closes !== tokens.length - 1) return tokens;
  const inner = tokens.slice(1, -1);
  const isWhole = inner.some(
    (token) => token.depth === depth + 1 && (token.text === ',' || token.text === 'for'),
  );
  return isWhole ? tokens : unwrapped(inner);
}
