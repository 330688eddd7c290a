// Shapes at the ends of lines, painted as decorations: inlay hints can't be dimmed and have no
// margin. They belong to the editor, so they stay while the server restarts; where they stand
// after edits is computed in `shiftedShapes`.

import * as vscode from 'vscode';
import type { LineShape } from '../view/shape.ts';
import { colors } from '../view/contributions.ts';
import type { Client } from './client.ts';
import { openDocument } from './documents.ts';
import { onDidChangeSettings, setting } from './settings.ts';
import { shiftShapes, shiftThrough, type Edit, type Replacement } from './shiftedShapes.ts';

interface ShownShapes {
  shapes: readonly LineShape[];
  /** The last edits, for an answer to a version that is older than the text. */
  edits: readonly Edit[];
}

/** An answer this many edits late is worth nothing any more. */
const editsMax = 200;

/**
 * The text stands after the whole line that the decoration is anchored in, so that neither what is
 * typed at the line's end nor a line break there takes it along.
 */
const textAfterLine: vscode.DecorationRenderOptions = {
  after: { margin: '0 0 0 4ch' },
  isWholeLine: true,
  rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
};

export class ShapeDecorations implements vscode.Disposable {
  readonly #texts = vscode.window.createTextEditorDecorationType(textAfterLine);
  /** Apart from the texts, since a hover of a whole line would answer everywhere in it. */
  readonly #hovers = vscode.window.createTextEditorDecorationType({});
  readonly #byUri = new Map<string, ShownShapes>();
  /** What each editor shows; the editor itself moves it while a person types. */
  readonly #painted = new WeakMap<vscode.TextEditor, readonly LineShape[]>();
  readonly #hovering = new WeakSet<vscode.TextEditor>();
  readonly #listeners: vscode.Disposable[];

  constructor(client: Client) {
    this.#listeners = [
      client.on('torchpad/shapes', ({ uri, version, shapes }) => this.#show(uri, version, shapes)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#byUri.delete(uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(this.#paint)),
      onDidChangeSettings(['hints.enabled', 'hints.position'], () => {
        vscode.window.visibleTextEditors.forEach(this.#paint);
      }),
    ];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#texts.dispose();
    this.#hovers.dispose();
  }

  #show(uri: string, version: number, shapes: readonly LineShape[]): void {
    const document = openDocument(uri);
    if (!document) return;
    const edits = this.#byUri.get(uri)?.edits ?? [];
    const shifted = shiftThrough(shapes, version, edits, document.version);
    if (!shifted) return;
    this.#byUri.set(uri, { shapes: shifted, edits: edits.filter((e) => e.version > version) });
    this.#paintDocument(document);
  }

  /** Moves what is shown along with an edit. The editor has moved its decorations already. */
  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const uri = document.uri.toString();
    const shown = this.#byUri.get(uri);
    if (!shown) return;
    const replacements = contentChanges.map(replacementOf);
    const shapes = shiftShapes(shown.shapes, replacements);
    const edits = [...shown.edits, { version: document.version, replacements }].slice(-editsMax);
    this.#byUri.set(uri, { shapes, edits });
    // An edit within a line leaves the decorations where they belong, at its end. Where line breaks
    // come or go the editor may have taken them elsewhere.
    if (replacements.every(withinLine)) return;
    this.#forget(document);
    this.#paintDocument(document);
  }

  #paintDocument(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) this.#paint(editor);
    }
  }

  #forget(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) this.#painted.delete(editor);
    }
  }

  readonly #paint = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    const shapes = isOn(document) ? (this.#byUri.get(document.uri.toString())?.shapes ?? []) : [];
    const before = this.#painted.get(editor);
    if (before ? sameShapes(before, shapes) : shapes.length === 0) return;
    const inside = shapes.filter(({ line }) => line < document.lineCount);
    editor.setDecorations(
      this.#texts,
      inside.map((shape) => textOf(shape, document)),
    );
    // Most shapes have no hover; the texts are what a person waits for.
    const hovers = inside.flatMap((shape) => hoverOf(shape, document));
    if (hovers.length > 0 || this.#hovering.has(editor)) {
      editor.setDecorations(this.#hovers, hovers);
      if (hovers.length > 0) this.#hovering.add(editor);
      else this.#hovering.delete(editor);
    }
    this.#painted.set(editor, shapes);
  };
}

function textOf(shape: LineShape, document: vscode.TextDocument): vscode.DecorationOptions {
  const line = document.lineAt(shape.line);
  const first = line.firstNonWhitespaceCharacterIndex;
  const color = shape.stale ? colors.staleShapeHint : colors.shapeHint;
  return {
    range: new vscode.Range(shape.line, first, shape.line, first + 1),
    renderOptions: { after: { contentText: shape.text, color: new vscode.ThemeColor(color) } },
  };
}

/** At the end of the line, which is where an editor thinks of a pointer on the text after it. */
function hoverOf(shape: LineShape, document: vscode.TextDocument): vscode.DecorationOptions[] {
  if (shape.hover === null) return [];
  const { end } = document.lineAt(shape.line).range;
  return [
    { range: new vscode.Range(end, end), hoverMessage: new vscode.MarkdownString(shape.hover) },
  ];
}

function isOn(document: vscode.TextDocument): boolean {
  return setting('hints.enabled', document) && setting('hints.position', document) === 'lineEnd';
}

function sameShapes(a: readonly LineShape[], b: readonly LineShape[]): boolean {
  return (
    a.length === b.length &&
    a.every((shape, i) => {
      const other = b[i];
      return (
        shape.line === other?.line &&
        shape.text === other.text &&
        shape.stale === other.stale &&
        shape.hover === other.hover
      );
    })
  );
}

function replacementOf({ range, text }: vscode.TextDocumentContentChangeEvent): Replacement {
  return { start: positionOf(range.start), end: positionOf(range.end), text };
}

function positionOf({ line, character }: vscode.Position): Replacement['start'] {
  return { line, column: character };
}

function withinLine({ start, end, text }: Replacement): boolean {
  return start.line === end.line && !/[\r\n]/.test(text);
}
