// Text to syntax tree: tree-sitter parses, incrementally where an earlier result is given, and the
// concrete tree is converted. Where a logical line is broken, it is masked and the rest parsed
// without it. What compile() would refuse beyond that is found by check/.

import { Edit, Language, Parser as TreeSitter } from 'web-tree-sitter';
import type { Tree } from 'web-tree-sitter';
import { LineIndex } from '../../base/span.ts';
import type { Span } from '../../base/span.ts';
import { invariant } from '../../base/invariant.ts';
import type { Module } from '../syntax.ts';
import { readTree, vocabularyOf } from './concrete.ts';
import { statements } from './statements.ts';

/** The bytes of the two wasm files, which an entry reads: web-tree-sitter's own and the grammar's. */
export interface ParserWasm {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

export interface Parser {
  /** Parses a text; with an earlier result of the same document, only what changed. */
  parse(text: string, previous?: ParseResult): ParseResult;
}

export interface SyntaxDiagnostic {
  /** CPython's class, or `Unsupported` where the text is right and we are not there yet. */
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | 'Unsupported';
  readonly message: string;
  readonly span: Span;
}

export interface ParseResult {
  readonly text: string;
  readonly module: Module;
  readonly errors: readonly SyntaxDiagnostic[];
  /** The logical lines that were masked, in order. */
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

  return {
    parse(text, previous) {
      const old = previous instanceof Parsed ? previous.edited(text) : null;
      const tree = parser.parse(text, old);
      old?.delete();
      invariant(tree, 'the grammar is set and nothing cancels the parse');
      const body = statements(text, readTree(tree, vocabulary));
      const module: Module = { kind: 'Module', span: { start: 0, end: text.length }, body };
      return new Parsed(text, tree, text, module, [], []);
    },
  };
}

class Parsed implements ParseResult {
  readonly text: string;
  readonly module: Module;
  readonly errors: readonly SyntaxDiagnostic[];
  readonly broken: readonly Span[];
  readonly lineIndex: LineIndex;
  /** The text that the tree stands for: the broken lines masked. */
  readonly #parsed: string;
  #tree: Tree | null;

  constructor(
    text: string,
    tree: Tree,
    parsed: string,
    module: Module,
    errors: readonly SyntaxDiagnostic[],
    broken: readonly Span[],
  ) {
    this.text = text;
    this.#tree = tree;
    this.#parsed = parsed;
    this.module = module;
    this.errors = errors;
    this.broken = broken;
    this.lineIndex = new LineIndex(text);
  }

  /** A copy of the tree, told of the stretch in which the new text differs. */
  edited(text: string): Tree | null {
    if (!this.#tree) return null;
    const tree = this.#tree.copy();
    const edit = difference(this.#parsed, text);
    if (edit) tree.edit(edit);
    return tree;
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
