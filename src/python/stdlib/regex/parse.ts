// Parses Python's regular expressions: https://docs.python.org/3.11/library/re.html#regular-expression-syntax
//
// Escapes and sets are in escapes.ts.

import {
  caselessLiteral,
  type CharSet,
  anything,
  classOf,
  notNewline,
  type Range,
} from './charset.ts';
import { parseEscape, parseSet, type Escaped } from './escapes.ts';
import { parseExtension } from './extension.ts';
import { Source } from './source.ts';
import {
  ASCII,
  DOTALL,
  IGNORECASE,
  LOCALE,
  MULTILINE,
  PatternError,
  UNICODE,
  VERBOSE,
  widthOf,
  type Expression,
  type Greed,
  type Node,
  type Width,
} from './syntax.ts';

/** What is known of the pattern so far. */
export class State {
  readonly source: Source;
  /** Flags of the whole pattern. */
  flags: number;
  /** Flags where the parser stands. */
  local: number;
  groups = 0;
  readonly names = new Map<string, number>();
  readonly widths = new Map<number, Width>();
  readonly open = new Set<number>();
  /** How many groups there were where the innermost lookbehind began. */
  lookbehindFrom: number | null = null;
  /** Where groups that a condition asks for are named. */
  readonly asked = new Map<number, number>();
  readonly warnings: string[] = [];
  readonly startedVerbose: boolean;

  constructor(source: Source, flags: number) {
    this.source = source;
    this.flags = flags;
    this.local = flags;
    this.startedVerbose = (flags & VERBOSE) !== 0;
  }

  get range(): Range {
    return this.source.isText && (this.local & ASCII) === 0 ? 'unicode' : 'ascii';
  }

  get verbose(): boolean {
    return (this.local & VERBOSE) !== 0;
  }

  get ignoreCase(): boolean {
    return (this.local & IGNORECASE) !== 0;
  }
}

/** White space is ignored in the whole pattern, as it turns out: it is read anew. */
export class TurnsVerbose extends Error {}

/** Parses a pattern; throws PatternError where it is none, BadFlags where its flags do not fit. */
export function parseExpression(pattern: string, isText: boolean, flags: number): Expression {
  const state = new State(new Source(pattern, isText), flags);
  let node: Node;
  try {
    node = parseChoice(state, true);
  } catch (error) {
    if (!(error instanceof TurnsVerbose)) throw error;
    return parseExpression(pattern, isText, state.flags | VERBOSE);
  }
  if (state.source.next !== null) state.source.fail('unbalanced parenthesis');
  for (const [index, at] of state.asked) {
    if (index > state.groups) throw new PatternError(`invalid group reference ${index}`, at);
  }
  const { groups, names, widths, warnings } = state;
  return { node, flags: checkedFlags(state.flags, isText), groups, names, widths, warnings };
}

/** Flags that cannot be together. */
export class BadFlags extends Error {}

function checkedFlags(flags: number, isText: boolean): number {
  const has = (flag: number): boolean => (flags & flag) !== 0;
  if (isText) {
    if (has(LOCALE)) throw new BadFlags('cannot use LOCALE flag with a str pattern');
    if (has(ASCII) && has(UNICODE)) throw new BadFlags('ASCII and UNICODE flags are incompatible');
    return has(ASCII) ? flags : flags | UNICODE;
  }
  if (has(UNICODE)) throw new BadFlags('cannot use UNICODE flag with a bytes pattern');
  if (has(LOCALE) && has(ASCII)) throw new BadFlags('ASCII and LOCALE flags are incompatible');
  return flags;
}

export function parseChoice(state: State, atTop = false): Node {
  const options = [parseSequence(state, atTop)];
  while (state.source.take('|')) options.push(parseSequence(state));
  return options.length === 1 ? (options[0] as Node) : { kind: 'choice', options };
}

/** Items up to `|`, `)` or the end. Only at the top flags of the whole pattern may stand. */
export function parseSequence(state: State, atTop = false): Node {
  const { source } = state;
  const items: Node[] = [];
  for (;;) {
    const char = source.next;
    if (char === null || char === '|' || char === ')') break;
    const from = source.at;
    source.get();
    if (state.verbose && skipped(source, char)) continue;
    const repeated = parseRepeat(state, items, char);
    if (repeated) continue;
    const item = parseAtom(state, char, from, atTop && items.length === 0);
    if (item !== null) items.push(item);
  }
  return items.length === 1 ? (items[0] as Node) : { kind: 'sequence', items };
}

/** In verbose patterns: white space and comments. */
function skipped(source: Source, char: string): boolean {
  if (/^[ \t\n\r\v\f]$/.test(char)) return true;
  if (char !== '#') return false;
  for (let next = source.get(); next !== null && next !== '\n';) next = source.get();
  return true;
}

function parseAtom(state: State, char: string, from: number, first: boolean): Node | null {
  const { source } = state;
  if (char.startsWith('\\')) return nodeOf(state, parseEscape(state, char));
  switch (char) {
    case '[':
      return parseSet(state, from);
    case '(':
      return parseGroup(state, from, first);
    case '.':
      return { kind: 'set', set: state.local & DOTALL ? anything : notNewline };
    case '^':
      return { kind: 'assert', what: state.local & MULTILINE ? 'lineStart' : 'start' };
    case '$':
      return { kind: 'assert', what: state.local & MULTILINE ? 'lineEnd' : 'lastLine' };
    default:
      return literal(state, (source.isText ? char.codePointAt(0) : char.charCodeAt(0)) as number);
  }
}

function nodeOf(state: State, escaped: Escaped): Node {
  switch (escaped.kind) {
    case 'character':
      return literal(state, escaped.code);
    case 'class':
      return { kind: 'set', set: classOf(escaped.letter, state.range) as CharSet };
    case 'assert':
      return { kind: 'assert', what: escaped.what };
    case 'back':
      return backReference(state, escaped.index);
  }
}

export function backReference(state: State, index: number): Node {
  return { kind: 'back', index, ignoreCase: state.ignoreCase ? state.range : null };
}

/** A character, in each case where cases are not told apart. */
function literal(state: State, code: number): Node {
  if (!state.ignoreCase) return { kind: 'literal', code };
  return { kind: 'set', set: caselessLiteral(code, state.range) };
}

/** Repeats the last item; false where the character is no repeat. */
function parseRepeat(state: State, items: Node[], char: string): boolean {
  const { source } = state;
  const here = source.at;
  let bounds: [number, number];
  if (char === '?') bounds = [0, 1];
  else if (char === '*') bounds = [0, Infinity];
  else if (char === '+') bounds = [1, Infinity];
  else if (char === '{') {
    const counts = parseCounts(source, here);
    if (counts === null) return false;
    bounds = counts;
  } else return false;
  const [min, max] = bounds;
  const item = items.at(-1);
  if (item === undefined || item.kind === 'assert') {
    return source.fail('nothing to repeat', source.at - here + 1);
  }
  if (item.kind === 'repeat') return source.fail('multiple repeat', source.at - here + 1);
  let greed: Greed = 'greedy';
  if (source.take('?')) greed = 'lazy';
  else if (source.take('+')) greed = 'possessive';
  items[items.length - 1] = { kind: 'repeat', item, min, max, greed };
  return true;
}

/** `{2,5}`; null where the brace is a character. */
function parseCounts(source: Source, here: number): [number, number] | null {
  if (source.next === '}') return null;
  const low = source.run(Infinity, /^[0-9]$/);
  const high = source.take(',') ? source.run(Infinity, /^[0-9]$/) : low;
  if (!source.take('}')) {
    source.at = here;
    return null;
  }
  const min = low === '' ? 0 : Number(low);
  const max = high === '' ? Infinity : Number(high);
  for (const [text, count] of [
    [low, min],
    [high, max],
  ] as const) {
    if (text !== '' && count >= 4294967295)
      throw new RangeError('the repetition number is too large');
  }
  if (max < min) source.fail('min repeat greater than max repeat', source.at - here);
  return [min, max];
}

function parseGroup(state: State, from: number, first: boolean): Node | null {
  const { source } = state;
  if (source.take('?')) return parseExtension(state, from, first);
  return parseCapture(state, from, null);
}

/** A group that captures, after what opens it. */
export function parseCapture(state: State, from: number, name: string | null): Node {
  const { source } = state;
  const index = ++state.groups;
  if (name !== null) {
    const other = state.names.get(name);
    if (other !== undefined) {
      const text = `redefinition of group name '${name}' as group ${index}; was group ${other}`;
      source.fail(text, Array.from(name).length + 1);
    }
    state.names.set(name, index);
  }
  state.open.add(index);
  const item = parseClosed(state, from);
  state.open.delete(index);
  state.widths.set(index, widthOf(item, state.widths));
  return { kind: 'group', index, item };
}

/** Alternatives up to the closing parenthesis; flags that are set inside end there. */
export function parseClosed(state: State, from: number, flags = state.local): Node {
  const before = state.local;
  state.local = flags;
  const item = parseChoice(state);
  state.local = before;
  close(state.source, from);
  return item;
}

export function close(source: Source, from: number): void {
  if (!source.take(')')) source.fail('missing ), unterminated subpattern', source.at - from);
}
