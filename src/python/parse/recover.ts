// What to parse of a text that the strict grammar refuses: the broken logical lines are replaced, so
// that everything else keeps its place in the program. A broken line reads as it did when it was
// last good, if that is known; else a header reads as one that surely parses, so that its block
// survives, an assignment gives its targets an unknown value, and other statements do nothing.

import type { Span } from '../../base/span.ts';
import { refusalIn } from '../check/grammar.ts';
import type { Refusal } from '../check/refusal.ts';
import { tokenize } from '../check/tokens.ts';
import type { Tokens } from '../check/tokens.ts';
import { goodLines } from './lastGood.ts';
import type { GoodLine, LastGood } from './lastGood.ts';
import { logicalLines } from './lines.ts';
import type { LogicalLine } from './lines.ts';
import { neutralHeader, neutralStatement, startsHeader, unknownName } from './neutral.ts';
import { Patched } from './patches.ts';
import type { Patch } from './patches.ts';

export interface Recovered {
  /** Null where the text is right as it stands. */
  readonly refusal: Refusal | null;
  readonly patched: Patched;
  /** The stretches of the original that were replaced, whole lines, in order. */
  readonly broken: readonly Span[];
  /** The tokens of the patched text. */
  readonly tokens: Tokens;
}

export function recover(text: string, lastGood: LastGood | null): Recovered {
  const tokens = tokenize(text);
  const refusal = refusalIn(tokens);
  if (!refusal) return { refusal, patched: new Patched(text, []), broken: [], tokens };
  return new Recovery(text, lastGood, refusal).run();
}

/** Replacements are tried in this order; each must differ from what stands there. */
type Stage = 'as it is' | 'last good' | 'neutral' | 'plain block' | 'blank';
const stages: readonly Stage[] = ['as it is', 'last good', 'neutral', 'plain block', 'blank'];

interface Line extends LogicalLine {
  stage: Stage;
  /** What stands there instead; null while nothing does. */
  patch: Patch | null;
  /** A header put before the line, where its block has none. */
  inserted: string;
  /** The header's block is empty. */
  passAdded: boolean;
}

/** Each step changes one line; texts that need more steps than this are not a program yet. */
const stepsMax = 48;

class Recovery {
  readonly #text: string;
  readonly #first: Refusal;
  readonly #lastGood: LastGood | null;
  readonly #lines: Line[];
  readonly #good: readonly GoodLine[];

  constructor(text: string, lastGood: LastGood | null, refusal: Refusal) {
    this.#text = text;
    this.#first = refusal;
    this.#lastGood = lastGood;
    this.#lines = logicalLines(text).map((line) => ({
      ...line,
      stage: 'as it is',
      patch: null,
      inserted: '',
      passAdded: false,
    }));
    this.#good = lastGood ? goodLines(lastGood) : [];
  }

  run(): Recovered {
    let refused = this.#first;
    let patched = new Patched(this.#text, []);
    for (let step = 0; step < stepsMax; step++) {
      if (!this.#answer(refused, patched)) break;
      patched = new Patched(this.#text, this.#patches());
      const tokens = tokenize(patched.text);
      const refusal = refusalIn(tokens);
      if (!refusal) return this.#recovered(patched, tokens);
      refused = refusal;
    }
    return this.#lastResort();
  }

  /** Changes the line that is to blame; false where nothing is left to try. */
  #answer(refusal: Refusal, patched: Patched): boolean {
    const line = this.#blamed(refusal, patched);
    if (!line) return false;
    if (refusal.message.startsWith('expected an indented block') && !line.passAdded) {
      line.passAdded = true;
      return true;
    }
    if (refusal.message === 'unexpected indent') return this.#giveHeader(line);
    return this.#escalate(line);
  }

  #blamed(refusal: Refusal, patched: Patched): Line | undefined {
    const culprit = this.#lineAt(patched.startOf(refusal.culprit));
    if (!culprit) return undefined;
    // Quotes that stay open make the text below them code, and the code a text.
    const quoted = this.#lines.find(({ open, stage }) => open === 'quote' && stage === 'as it is');
    if (quoted && quoted.start < culprit.start) return quoted;
    // Inside a bracket that was opened further up and whose line ended without closing it, the
    // opening line is to blame.
    const opened = this.#lineAt(patched.startOf(statementStart(tokenize(patched.text), refusal)));
    if (!opened || opened.start >= culprit.start || opened.stage !== 'as it is') return culprit;
    return opened.open === 'nothing' ? culprit : opened;
  }

  /** The last line that begins at or before the offset. */
  #lineAt(offset: number): Line | undefined {
    let found: Line | undefined = this.#lines[0];
    for (const line of this.#lines) {
      if (line.start > offset) break;
      found = line;
    }
    return found;
  }

  #escalate(line: Line): boolean {
    for (let i = stages.indexOf(line.stage) + 1; i < stages.length; i++) {
      const stage = stages[i] as Stage;
      const patch = this.#replacement(line, stage);
      if (!patch) continue;
      line.stage = stage;
      line.patch = patch;
      line.passAdded = false;
      return true;
    }
    return false;
  }

  #replacement(line: Line, stage: Stage): Patch | null {
    const { start, end, first } = line;
    const current = line.patch?.text ?? this.#text.slice(start, end);
    const indentation = this.#text.slice(start, first);
    switch (stage) {
      case 'as it is':
        return null;
      case 'last good': {
        const good = this.#good.find((good) => good.start >= start && good.start <= end);
        if (!good || good.text === current) return null;
        return { start, end: Math.max(end, good.end), text: good.text };
      }
      case 'neutral': {
        const source = this.#text.slice(first, end);
        const text = startsHeader(source)
          ? neutralHeader(source, (header) => accepts(header))
          : this.#hasBlock(line)
            ? this.#plainHeader(line)
            : neutralStatement(source);
        return indentation + text === current ? null : { start, end, text: indentation + text };
      }
      case 'plain block': {
        const text = indentation + this.#plainHeader(line);
        return !this.#hasBlock(line) || text === current ? null : { start, end, text };
      }
      case 'blank':
        return { start, end, text: '' };
    }
  }

  #hasBlock(line: Line): boolean {
    const next = this.#lines[this.#lines.indexOf(line) + 1];
    return next !== undefined && next.indent > line.indent;
  }

  /** A line stands deeper than the one before it without a header. */
  #giveHeader(line: Line): boolean {
    if (line.patch) return this.#escalate(line);
    const before = this.#lines[this.#lines.indexOf(line) - 1];
    const lost = this.#good.find(
      (good) => good.header && good.start >= (before?.start ?? 0) && good.start < line.start,
    );
    if (lost && before && lost.start <= before.end && before.stage === 'as it is') {
      return this.#escalate(before);
    }
    // The word of the header may be half-written.
    if (before && !before.patch && isPrefixOfHeader(this.#text.slice(before.first, before.end))) {
      const indentation = this.#text.slice(before.start, before.first);
      before.stage = 'plain block';
      const text = indentation + this.#plainHeader(before);
      before.patch = { start: before.start, end: before.end, text };
      return true;
    }
    if (line.inserted !== '') return this.#escalate(line);
    const indentation = ' '.repeat(
      before ? Math.max(0, Math.min(before.indent, line.indent - 1)) : 0,
    );
    const decorated = before && this.#text.startsWith('@', before.first);
    const header = decorated ? plainFunction : this.#plainHeader(line, 0);
    line.inserted = lost ? `${lost.text}\n` : `${indentation}${header}\n`;
    return true;
  }

  /** A header for a block of which nothing is known but what stands in it. */
  #plainHeader(line: Line, from = 1): string {
    const at = this.#lines.indexOf(line);
    if (this.#isInFunction(at)) return plainCondition;
    const block: Line[] = [];
    const indent = this.#lines[at + from]?.indent ?? 0;
    for (let i = at + from; i < this.#lines.length; i++) {
      const inner = this.#lines[i] as Line;
      if (inner.indent < indent) break;
      if (inner.indent === indent || !startsHeader(this.#text.slice(inner.first)))
        block.push(inner);
    }
    const returns = block.some(({ first }) =>
      /^(?:return|yield)\b/.test(this.#text.slice(first, first + 7)),
    );
    return returns ? plainFunction : plainCondition;
  }

  /** Whether the innermost definition around the line is a function. */
  #isInFunction(at: number): boolean {
    let { indent } = this.#lines[at] as Line;
    for (let i = at - 1; i >= 0 && indent > 0; i--) {
      const line = this.#lines[i] as Line;
      if (line.indent >= indent) continue;
      indent = line.indent;
      const source = this.#text.slice(line.first, line.first + 12);
      if (/^(?:async\s+)?def\b/.test(source)) return true;
      if (/^class\b/.test(source)) return false;
    }
    return false;
  }

  #patches(): readonly Patch[] {
    const patches: Patch[] = [];
    let covered = 0;
    for (const line of this.#lines) {
      const { start, end, patch, inserted, passAdded } = line;
      if (start < covered) continue; // a longer patch holds it
      if (!patch && inserted === '' && !passAdded) continue;
      const last = Math.max(end, patch?.end ?? end);
      const text = patch?.text ?? this.#text.slice(start, end);
      patches.push({ start, end: last, text: inserted + withPass(text, passAdded) });
      covered = last;
    }
    return patches;
  }

  #recovered(patched: Patched, tokens: Tokens): Recovered {
    const broken = this.#patches().map(({ start, end }) => ({ start, end }));
    return { refusal: this.#first, patched, broken, tokens };
  }

  /** The whole stretch edited since the text was last good; without one, the lines from the first. */
  #lastResort(): Recovered {
    const candidates: Patch[] = [];
    if (this.#lastGood) candidates.push(difference(this.#lastGood.text, this.#text));
    const first = this.#lines.find(({ stage }) => stage !== 'as it is') ?? this.#lines[0];
    const start = first?.start ?? 0;
    const end = this.#text.length;
    candidates.push({ start, end, text: '' }, { start: 0, end, text: '' });
    for (const patch of candidates) {
      const patched = new Patched(this.#text, [patch]);
      const tokens = tokenize(patched.text);
      if (refusalIn(tokens)) continue;
      const broken = [{ start: patch.start, end: patch.end }];
      return { refusal: this.#first, patched, broken, tokens };
    }
    throw new Error('the empty text is a program');
  }
}

const plainCondition = `if ${unknownName}:`;
const plainFunction = 'def _(*_, **__):';

/** Where the statement begins, by the strict tokens, in which the refusal lies. */
function statementStart({ types, starts, ends }: Tokens, refusal: Refusal): number {
  let start = 0;
  for (let i = 0; i < types.length && (starts[i] as number) < refusal.start; i++) {
    if (types[i] === 'NEWLINE') start = ends[i] as number;
  }
  let at = 0;
  while (at < types.length && ((starts[at] as number) < start || layout.has(types[at] ?? ''))) at++;
  return starts[at] ?? start;
}

const layout = new Set(['NEWLINE', 'INDENT', 'DEDENT']);

function accepts(header: string): boolean {
  return !refusalIn(tokenize(`${header} pass\n`));
}

function isPrefixOfHeader(source: string): boolean {
  const words = ['def', 'class', 'if', 'elif', 'else', 'for', 'while', 'with', 'try', 'except'];
  return words.some((word) => word.startsWith(source)) || /^async \w*$/.test(source);
}

/** Behind the colon, not behind a comment. */
function withPass(text: string, passAdded: boolean): string {
  if (!passAdded) return text;
  const colon = text.lastIndexOf(':', /#[^'")\]]*$/.exec(text)?.index ?? text.length);
  return colon < 0 ? text : `${text.slice(0, colon + 1)} pass`;
}

function difference(good: string, text: string): Patch {
  const shorter = Math.min(good.length, text.length);
  let start = 0;
  while (start < shorter && good.charCodeAt(start) === text.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    good.charCodeAt(good.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, end: text.length - tail, text: good.slice(start, good.length - tail) };
}
