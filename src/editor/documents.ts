// Which documents Torchpad looks at, and which of them the person means when a command names none.

import * as vscode from 'vscode';

const languages = ['python', 'markdown'] as const;

/**
 * Files, unsaved texts and what the workspace's own file systems hold; not the other sides of a
 * diff, output channels or histories, which are nobody's program.
 */
export function documentSelector(): { readonly language: string; readonly scheme: string }[] {
  const schemes = new Set(['file', 'untitled', 'vscode-vfs']);
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) schemes.add(uri.scheme);
  return languages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
}

/** Remembers the document that a person looked at last, since a panel or a view takes the focus. */
export class CurrentDocument implements vscode.Disposable {
  readonly #selector = documentSelector();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument | undefined>();
  readonly #listeners: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;

  constructor() {
    this.#document = this.#traced(vscode.window.activeTextEditor?.document);
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        const document = this.#traced(editor?.document);
        if (document) this.#become(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#become(undefined);
      }),
    ];
  }

  /** Fires when the person turned to another document; undefined when it was closed. */
  readonly onDidChange = this.#changed.event;

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  get uri(): string | undefined {
    return this.#document?.uri.toString();
  }

  /** Whether Torchpad looks at the document at all. */
  isTraced(document: vscode.TextDocument): boolean {
    return vscode.languages.match(this.#selector, document) > 0;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  #traced(document: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
    return document && this.isTraced(document) ? document : undefined;
  }

  #become(document: vscode.TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#changed.fire(document);
  }
}

/** The open document of a URI as the server writes it. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
