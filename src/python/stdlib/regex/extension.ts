// What stands behind `(?`: names, look-around, conditions, comments and flags.

import {
  backReference,
  close,
  parseCapture,
  parseClosed,
  parseSequence,
  TurnsVerbose,
  type State,
} from './parse.ts';
import { strRepr } from '../../text/strRepr.ts';
import { classes } from '../../text/characters.ts';
import type { Source } from './source.ts';
import {
  ASCII,
  DEBUG,
  DOTALL,
  IGNORECASE,
  LOCALE,
  MULTILINE,
  TEMPLATE,
  TYPES,
  UNICODE,
  VERBOSE,
  type Node,
} from './syntax.ts';

const FLAGS: Record<string, number> = {
  i: IGNORECASE,
  L: LOCALE,
  m: MULTILINE,
  s: DOTALL,
  x: VERBOSE,
  a: ASCII,
  t: TEMPLATE,
  u: UNICODE,
};

/** Reads on behind `(?`; null where the extension matches nothing by itself. */
export function parseExtension(state: State, from: number, first: boolean): Node | null {
  const { source } = state;
  const char = source.get();
  switch (char) {
    case null:
      return source.fail('unexpected end of pattern');
    case ':':
      return { kind: 'group', index: null, item: parseClosed(state, from) };
    case '>':
      return { kind: 'atomic', item: parseClosed(state, from) };
    case 'P':
      return parseNamed(state, from);
    case '#':
      for (;;) {
        if (source.next === null) {
          source.fail('missing ), unterminated comment', source.at - from);
        }
        if (source.get() === ')') return null;
      }
    case '=':
    case '!':
      return look(state, from, false, char === '!');
    case '<': {
      const kind = source.get();
      if (kind === null) return source.fail('unexpected end of pattern');
      if (kind !== '=' && kind !== '!') {
        return source.fail(`unknown extension ?<${kind}`, kind.length + 2);
      }
      return look(state, from, true, kind === '!');
    }
    case '(':
      return parseConditional(state, from);
    default:
      if (char === '-' || FLAGS[char] !== undefined) return parseFlags(state, char, from, first);
      return source.fail(`unknown extension ?${char}`, char.length + 1);
  }
}

function look(state: State, from: number, behind: boolean, negative: boolean): Node {
  const before = state.lookbehindFrom;
  if (behind && before === null) state.lookbehindFrom = state.groups;
  const item = parseClosed(state, from);
  state.lookbehindFrom = before;
  return { kind: 'look', behind, negative, item };
}

function parseNamed(state: State, from: number): Node {
  const { source } = state;
  if (source.take('<')) {
    const name = source.until('>', 'group name');
    checkName(state, name, 1);
    return parseCapture(state, from, name);
  }
  if (source.take('=')) {
    const name = source.until(')', 'group name');
    checkName(state, name, 1);
    const index = state.names.get(name);
    if (index === undefined) {
      return source.fail(`unknown group name ${strRepr(name)}`, lengthOf(name) + 1);
    }
    checkGroup(state, index, lengthOf(name) + 1);
    return backReference(state, index);
  }
  const char = source.get();
  if (char === null) return source.fail('unexpected end of pattern');
  return source.fail(`unknown extension ?P${char}`, char.length + 2);
}

/** A group that is referred to is closed, and not inside of the same lookbehind. */
export function checkGroup(state: State, index: number, back: number): void {
  if (state.open.has(index)) state.source.fail('cannot refer to an open group', back);
  if (state.lookbehindFrom !== null && index > state.lookbehindFrom) {
    state.source.fail('cannot refer to group defined in the same lookbehind subpattern');
  }
}

const lengthOf = (name: string): number => Array.from(name).length;

function checkName(state: State, name: string, offset: number): void {
  const { source } = state;
  const back = lengthOf(name) + offset;
  if (!classes.identifier.test(name)) {
    source.fail(`bad character in group name ${strRepr(name)}`, back);
  }
  if (!source.isText && /[^\0-\x7f]/.test(name)) {
    const at = source.at - back;
    state.warnings.push(`bad character in group name ${bytesName(name)} at position ${at}`);
  }
}

/** A name of a bytes pattern, as an ASCII literal. */
function bytesName(name: string): string {
  const text = name.replace(
    /[^ -~]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `'${text}'`;
}

/** `(?(1)yes|no)` */
function parseConditional(state: State, from: number): Node {
  const { source } = state;
  const name = source.until(')', 'group name');
  const index = conditionGroup(state, name);
  if (state.lookbehindFrom !== null && (state.open.has(index) || index > state.lookbehindFrom)) {
    checkGroup(state, index, lengthOf(name) + 1);
  }
  const yes = parseSequence(state);
  let no: Node = { kind: 'sequence', items: [] };
  if (source.take('|')) {
    no = parseSequence(state);
    if (source.next === '|') source.fail('conditional backref with more than two branches');
  }
  close(source, from);
  return { kind: 'conditional', index, yes, no };
}

function conditionGroup(state: State, name: string): number {
  const { source } = state;
  const back = lengthOf(name) + 1;
  if (classes.identifier.test(name)) {
    checkName(state, name, 1);
    return state.names.get(name) ?? source.fail(`unknown group name ${strRepr(name)}`, back);
  }
  if (!/^ *\+?\p{Nd}+(?:_\p{Nd}+)* *$/u.test(name)) {
    return source.fail(`bad character in group name ${strRepr(name)}`, back);
  }
  const index = Number(name.replaceAll('_', ''));
  if (index === 0) source.fail('bad group number', back);
  if (!/^[0-9]+$/.test(name)) {
    const at = source.at - back;
    state.warnings.push(`bad character in group name ${strRepr(name)} at position ${at}`);
  }
  if (!state.asked.has(index)) state.asked.set(index, source.at - back);
  if (index >= 1073741823) {
    source.fail(`invalid group reference ${BigInt(name.trim().replaceAll('_', ''))}`, back);
  }
  return index;
}

/** `(?i)` for the whole pattern, `(?i:…)` and `(?-i:…)` for a part of it. */
function parseFlags(state: State, start: string, from: number, first: boolean): Node | null {
  const { source } = state;
  let on = 0;
  let off = 0;
  let char = start;
  while (char !== '-' && char !== ')' && char !== ':') {
    on |= typeFlag(source, char, on);
    char = source.get() ?? source.fail('missing -, : or )');
    if (!')-:'.includes(char)) checkFlag(source, char, 'missing -, : or )');
  }
  if (char === ')') {
    state.flags |= on;
    state.local |= on;
    if (!first) {
      source.fail('global flags not at the start of the expression', source.at - from);
    }
    if (on & VERBOSE && !state.startedVerbose) throw new TurnsVerbose();
    return null;
  }
  if (on & (DEBUG | TEMPLATE)) source.fail('bad inline flags: cannot turn on global flag', 1);
  if (char === '-') {
    char = source.get() ?? source.fail('missing flag');
    checkFlag(source, char, 'missing flag');
    while (char !== ':') {
      const flag = FLAGS[char] as number;
      if (flag & TYPES) {
        source.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      }
      off |= flag;
      char = source.get() ?? source.fail('missing :');
      if (char !== ':') checkFlag(source, char, 'missing :');
    }
  }
  if (on & off) source.fail('bad inline flags: flag turned on and off', 1);
  const kept = on & TYPES ? state.local & ~TYPES : state.local;
  return { kind: 'group', index: null, item: parseClosed(state, from, (kept | on) & ~off) };
}

function typeFlag(source: Source, char: string, before: number): number {
  const flag = FLAGS[char] as number;
  if (source.isText && char === 'L') {
    source.fail("bad inline flags: cannot use 'L' flag with a str pattern");
  }
  if (!source.isText && char === 'u') {
    source.fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
  }
  if (flag & TYPES && ((before | flag) & TYPES) !== flag) {
    source.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
  }
  return flag;
}

function checkFlag(source: Source, char: string, missing: string): void {
  if (FLAGS[char] !== undefined) return;
  source.fail(classes.alpha.test(char) ? 'unknown flag' : missing, char.length);
}
