// One open document with all that is known of it: its text, its last parse, what its last trace
// learnt, what was typed since, the cases chosen and the last run.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween, type Edit } from '../ide/edit.ts';
import { select, type Selection } from '../ide/selection.ts';
import type { LastGood } from '../ide/shapes.ts';
import { isBroken, type Snapshot } from '../ide/snapshot.ts';
import { parse, type ParseResult } from '../python/parse/parse.ts';
import type { Trace } from '../trace/facts.ts';
import { defaultSettings, type Settings } from '../view/contributions.ts';
import type { RunProgress } from '../view/runReport.ts';
import { pathOf } from './paths.ts';
import { isPage, programText } from './programText.ts';
import type { RunOutcome } from './services.ts';
import { noChoice, type PythonChoice } from './pythonChoice.ts';

export interface DocumentRun extends RunOutcome {
  /** The version of the document that ran. */
  readonly version: number;
}

export class OpenDocument {
  readonly uri: string;
  readonly path: string;
  /** Changes in place with each edit. */
  readonly document: TextDocument;
  settings: Settings = defaultSettings;
  python: PythonChoice = noChoice;
  selection: Selection = [];
  /** The version whose trace is published; below the document's while one is under way. */
  tracedVersion = -1;
  snapshot: Snapshot | null = null;
  lastRun: DocumentRun | null = null;
  progress: RunProgress | null = null;
  /** Stops the run that is under way. */
  running: AbortController | null = null;
  #parsed: ParseResult | null = null;
  #parsedVersion = -1;
  #lastGood: LastGood | null = null;

  constructor(document: TextDocument) {
    this.uri = document.uri;
    this.path = pathOf(document.uri);
    this.document = document;
  }

  get version(): number {
    return this.document.version;
  }

  /** The text of the program, at the same offsets as in the document. */
  get program(): string {
    return programText(this.document.languageId, this.document.getText());
  }

  /** The text of the page that the program stands on; null for a Python file. */
  get page(): string | null {
    return isPage(this.document.languageId) ? this.document.getText() : null;
  }

  /** The last right program, for what can't be shown of the present one. */
  get lastGood(): LastGood | null {
    return this.#lastGood;
  }

  parse(): ParseResult {
    if (this.#parsed && this.#parsedVersion === this.version) return this.#parsed;
    const before = this.#parsed;
    const parsed = parse(this.program, before ?? undefined);
    if (before) this.#typed(editBetween(before.text, parsed.text));
    this.#parsed = parsed;
    this.#parsedVersion = this.version;
    return parsed;
  }

  /** Keeps what the trace of the present version learnt. */
  traced(parsed: ParseResult, trace: Trace): void {
    const { text, module, errors, broken, lineIndex } = parsed;
    const snapshot = {
      path: this.path,
      parsed: { text, module, errors, broken, lineIndex },
      trace,
    };
    this.snapshot = snapshot;
    this.tracedVersion = this.version;
    if (this.#isGood(snapshot)) this.#lastGood = { snapshot, edits: [] };
  }

  /** A program that came to its end; one that was cut short only where no better is known. */
  #isGood(snapshot: Snapshot): boolean {
    const { end } = snapshot.trace;
    if (isBroken(snapshot) || end === 'raised' || end === 'stopped') return false;
    return end === 'finished' || this.#lastGood?.snapshot.trace.end !== 'finished';
  }

  choose(caseIndex: number): void {
    this.selection = select(this.selection, caseIndex);
  }

  dispose(): void {
    this.running?.abort();
    this.#parsed = null;
  }

  #typed(edit: Edit | null): void {
    if (!edit || !this.#lastGood) return;
    const { snapshot, edits } = this.#lastGood;
    const all = [...edits, edit];
    // So many edits without a right program in between: one that holds them all moves as well.
    const one = all.length > editsMax ? editBetween(snapshot.parsed.text, this.program) : null;
    this.#lastGood = { snapshot, edits: one ? [one] : all };
  }
}

const editsMax = 500;
