// Text to syntax tree: tree-sitter parses, incrementally where an earlier result is given, and the
// concrete tree is converted. The strict grammar of check/ decides what is right; what it refuses is
// replaced line by line in recover.ts, so that the rest keeps its tree.

import { Edit, Language, Parser as TreeSitter } from 'web-tree-sitter';
import type { Tree } from 'web-tree-sitter';
import { LineIndex } from '../../base/span.ts';
import type { Span } from '../../base/span.ts';
import { invariant } from '../../base/invariant.ts';
import * as l10n from '../../base/l10n.ts';
import type { Recognised } from '../check/grammar.ts';
import type { Marking, Refusal } from '../check/refusal.ts';
import { symbolErrors } from '../check/symbols.ts';
import { tokenize } from '../check/tokens.ts';
import type { Module, Statement } from '../syntax.ts';
import { Unexpected, readTree, vocabularyOf } from './concrete.ts';
import type { Vocabulary } from './concrete.ts';
import type { LastGood } from './lastGood.ts';
import { decodeSource } from './encoding.ts';
import { logicalLines } from './lines.ts';
import type { Patched } from './patches.ts';
import { recover } from './recover.ts';
import { relocate } from './relocate.ts';
import { statements } from './statements.ts';

/** The bytes of the two wasm files, which an entry reads: web-tree-sitter's own and the grammar's. */
export interface ParserWasm {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

export interface Parser {
  /** Parses a text; with an earlier result of the same document, only what changed. */
  parse(text: string, previous?: ParseResult): ParseResult;
  /** Parses a file, in the encoding that it declares. */
  parseFile(bytes: Uint8Array, path: string): ParseResult;
}

export interface SyntaxDiagnostic {
  /** CPython's class, or `Unsupported` where the text is right and we are not there yet. */
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | 'RecursionError' | 'Unsupported';
  readonly message: string;
  readonly span: Span;
  /** How CPython marks the place, where not from its start to its end. */
  readonly marking?: Marking;
  /** The tokenizer says so. */
  readonly lexical?: boolean;
}

export interface ParseResult {
  readonly text: string;
  readonly module: Module;
  readonly errors: readonly SyntaxDiagnostic[];
  /** The lines that could not be read and stand as something else in the tree, in order. */
  readonly broken: readonly Span[];
  readonly lineIndex: LineIndex;
  /** Frees the tree; the syntax stays. */
  dispose(): void;
}

export async function createParser(wasm: ParserWasm): Promise<Parser> {
  await TreeSitter.init({ wasmBinary: wasm.runtime });
  const language = await Language.load(wasm.grammar);
  const parser = new TreeSitter().setLanguage(language);
  const vocabulary = vocabularyOf(language);

  const made: Parser & { parseShallow(text: string, previous?: ParseResult): Parsed } = {
    parseFile(bytes, path) {
      const source = decodeSource(bytes, ` in file ${path}`);
      if ('text' in source) return made.parse(source.text);
      const parsed = made.parse(new TextDecoder().decode(bytes)) as Parsed;
      parsed.errors = [unreadable(source.refusal)];
      return parsed;
    },

    parse(text, previous) {
      try {
        return made.parseShallow(text, previous);
      } catch (error) {
        if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error;
        const parsed = made.parseShallow('');
        parsed.errors = [tooDeep];
        return parsed;
      }
    },

    parseShallow(text: string, previous?: ParseResult): Parsed {
      const earlier = previous instanceof Parsed ? previous : null;
      const recovered = recover(text, earlier?.lastGood(text) ?? null);
      const { refusal, patched, recognised } = recovered;
      const worded = reworded(patched.text, recognised);
      const old = earlier?.edited(worded) ?? null;
      const tree = parser.parse(worded, old);
      old?.delete();
      invariant(tree, 'the grammar is set and nothing cancels the parse');
      const read = convert(patched.text, worded, tree, parser, vocabulary);
      if (patched.patches.length > 0) relocate(read.body, patched);
      const module: Module = {
        kind: 'Module',
        span: { start: 0, end: text.length },
        body: read.body,
      };
      const unsupported = read.unread.map((span) => original(span, patched));
      const errors: SyntaxDiagnostic[] = refusal ? [diagnostic(refusal)] : symbolErrors(module);
      for (const span of unsupported) errors.push(notReadYet(span));
      return new Parsed({
        text,
        tree: read.tree,
        parsed: read.parsed,
        module,
        errors,
        broken: [...recovered.broken, ...unsupported].sort((a, b) => a.start - b.start),
        good: refusal ? (earlier?.lastGood(text) ?? null) : { text, edits: [] },
      });
    },
  };
  return made;
}

interface Read {
  readonly body: Statement[];
  readonly tree: Tree;
  /** The text that the tree stands for. */
  readonly parsed: string;
  /** Lines that are right Python, but that could not be read, as offsets into the text. */
  readonly unread: readonly Span[];
}

/** The strict grammar is wider than tree-sitter's in rare places: such a line is left out. */
const unreadMax = 20;

function convert(
  text: string,
  worded: string,
  tree: Tree,
  parser: TreeSitter,
  vocabulary: Vocabulary,
): Read {
  const unread: Span[] = [];
  let parsed = worded;
  let current = tree;
  if (current.rootNode.hasError) {
    parsed = unbroken(worded);
    current.delete();
    current = treeOf(parsed, parser);
  }
  for (;;) {
    let stuck: number;
    if (!current.rootNode.hasError) {
      try {
        const body = statements(text, readTree(current, vocabulary));
        return { body, tree: current, parsed, unread };
      } catch (caught) {
        if (!(caught instanceof Unexpected)) throw caught;
        stuck = caught.node.start;
      }
    } else {
      stuck = firstError(current);
    }
    const line = logicalLines(parsed).findLast(({ start }) => start <= stuck);
    const all = { start: 0, end: parsed.length };
    const again = unread.some(({ start }) => start === line?.first);
    const hopeless = !line || again || unread.length >= unreadMax;
    const span = hopeless ? all : { start: line.first, end: line.end };
    unread.push(span);
    const masked = parsed.slice(span.start, span.end).replace(/[^\r\n]/g, ' ');
    const pass = masked.length >= 4 && span !== all ? `pass${masked.slice(4)}` : masked;
    parsed = parsed.slice(0, span.start) + pass + parsed.slice(span.end);
    current.delete();
    current = treeOf(parsed, parser);
  }
}

function treeOf(text: string, parser: TreeSitter): Tree {
  const tree = parser.parse(text);
  invariant(tree, 'the grammar is set and nothing cancels the parse');
  return tree;
}

/** Tree-sitter ends some lines inside brackets: here they are one line, without comments. */
function unbroken(text: string): string {
  const { starts, ends, levels } = tokenize(text);
  const pieces: string[] = [];
  let at = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    const end = ends[i] as number;
    const next = starts[i + 1] as number;
    if (levels[i] === 0 || next <= end) continue;
    pieces.push(text.slice(at, end), ' '.repeat(next - end));
    at = next;
  }
  return pieces.join('') + text.slice(at);
}

function firstError(tree: Tree): number {
  let node = tree.rootNode;
  for (;;) {
    const inner = node.children.find((child) => child?.hasError);
    if (!inner) return node.startIndex;
    node = inner;
  }
}

/**
 * Tree-sitter takes some words for keywords where they are plain names: it gets other words. Some
 * stars it knows only before names: it gets none, and the conversion finds them in the text. It ends
 * lines at `\n` only.
 */
function reworded(text: string, { plainNames, stars }: Recognised): string {
  let worded = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  for (const { offset, name, instead } of plainNames) {
    const end = offset + name.length;
    worded = worded.slice(0, offset) + (instead ?? '_'.repeat(name.length)) + worded.slice(end);
  }
  for (const star of stars) {
    // At the beginning of a line a form feed starts the count of the columns again.
    const indent = /(?<=[\r\n]|^)[ \t\f]*$/.exec(worded.slice(0, star))?.[0];
    const from = star - (indent?.length ?? 0);
    const blank = indent === undefined ? ' ' : `\f${indent}`;
    worded = worded.slice(0, from) + blank + worded.slice(star + 1);
  }
  return worded;
}

function original({ start, end }: Span, patched: Patched): Span {
  return { start: patched.startOf(start), end: patched.endOf(end) };
}

function diagnostic({ type, message, start, end, marking, lexical }: Refusal): SyntaxDiagnostic {
  return { type, message, span: { start, end }, marking, lexical };
}

/** The file is not in the encoding that it should be in: CPython names no place. */
function unreadable(message: string): SyntaxDiagnostic {
  return { type: 'SyntaxError', message, span: { start: 0, end: 0 }, marking: 'nowhere' };
}

const tooDeep: SyntaxDiagnostic = {
  type: 'RecursionError',
  message: 'maximum recursion depth exceeded during compilation',
  span: { start: 0, end: 0 },
  marking: 'nowhere',
};

function notReadYet(span: Span): SyntaxDiagnostic {
  return { type: 'Unsupported', message: l10n.t('not supported yet: this syntax'), span };
}

interface ParsedFields {
  readonly text: string;
  readonly tree: Tree;
  /** The text that the tree stands for: broken lines replaced. */
  readonly parsed: string;
  readonly module: Module;
  readonly errors: readonly SyntaxDiagnostic[];
  readonly broken: readonly Span[];
  readonly good: LastGood | null;
}

class Parsed implements ParseResult {
  readonly text: string;
  readonly module: Module;
  errors: readonly SyntaxDiagnostic[];
  readonly broken: readonly Span[];
  readonly lineIndex: LineIndex;
  readonly #parsed: string;
  readonly #good: LastGood | null;
  #tree: Tree | null;

  constructor(fields: ParsedFields) {
    this.text = fields.text;
    this.#tree = fields.tree;
    this.#parsed = fields.parsed;
    this.module = fields.module;
    this.errors = fields.errors;
    this.broken = fields.broken;
    this.#good = fields.good;
    this.lineIndex = new LineIndex(fields.text);
  }

  /** A copy of the tree, told of the stretch in which the new text differs. */
  edited(text: string): Tree | null {
    if (!this.#tree) return null;
    const tree = this.#tree.copy();
    const edit = difference(this.#parsed, text);
    if (edit) tree.edit(edit);
    return tree;
  }

  /** The last right text of the document, with what was typed since up to this new text. */
  lastGood(text: string): LastGood | null {
    if (!this.#good) return null;
    const edit = difference(this.text, text);
    if (!edit) return this.#good;
    const { startIndex: start, oldEndIndex: end, newEndIndex: newEnd } = edit;
    const edits = [...this.#good.edits, { start, end, newEnd }];
    return { text: this.#good.text, edits };
  }

  dispose(): void {
    this.#tree?.delete();
    this.#tree = null;
  }
}

/** The one replacement that turns the old text into the new, or null where they are equal. */
function difference(old: string, text: string): Edit | null {
  if (old === text) return null;
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let tail = 0;
  const most = shorter - start;
  while (
    tail < most &&
    old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  const oldEndIndex = old.length - tail;
  const newEndIndex = text.length - tail;
  return new Edit({
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition: pointAt(old, start),
    oldEndPosition: pointAt(old, oldEndIndex),
    newEndPosition: pointAt(text, newEndIndex),
  });
}

/** Row and column as tree-sitter counts them: rows end at `\n` only. */
function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end >= offset) return { row, column: offset - start };
    row++;
    start = end + 1;
  }
}
