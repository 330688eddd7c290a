// Hosts the panel's page: gives it the cases of the document in front of the person, and does what
// a click or a key in it asks for. The page itself is src/panel/.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import { pageStateOf, type FromPage, type ToPage } from '../panel/protocol.ts';
import type { Cases } from './cases.ts';
import type { CurrentDocument } from './documents.ts';
import { openDocument } from './documents.ts';
import type { Log } from './log.ts';
import { pageHtml } from './panelPage.ts';
import { goTo } from './places.ts';

const viewType = 'torchpad.panel';

export class Panel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #cases: Cases;
  readonly #current: CurrentDocument;
  readonly #log: Log;
  readonly #listeners: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  /** The document that is shown. */
  #uri: string | undefined;
  /** The page's script has asked to be shown something. */
  #ready = false;

  constructor(extensionUri: vscode.Uri, cases: Cases, current: CurrentDocument, log: Log) {
    this.#extensionUri = extensionUri;
    this.#cases = cases;
    this.#current = current;
    this.#log = log;
    this.#listeners = [
      cases.onDidChange((uri) => {
        if (uri === this.#uri) this.#show();
      }),
      current.onDidChange((document) => {
        if (document) this.#turnTo(document.uri.toString());
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => {
          this.#uri = pageStateOf(state)?.uri ?? this.#current.uri;
          this.#adopt(panel);
          return Promise.resolve();
        },
      }),
    ];
  }

  get isVisible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** Shows the panel beside the code, where it leaves the focus; makes it if there is none. */
  readonly open = (): void => {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    this.#uri = this.#current.uri;
    this.#adopt(
      vscode.window.createWebviewPanel(
        viewType,
        l10n.t('Torchpad Cases'),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { retainContextWhenHidden: true },
      ),
    );
  };

  dispose(): void {
    this.#panel?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    const dist = vscode.Uri.joinPath(this.#extensionUri, 'dist');
    this.#panel = panel;
    this.#ready = false;
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.#answer(message));
    panel.onDidDispose(() => (this.#panel = undefined));
    panel.webview.html = pageHtml({
      script: panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.js')).toString(),
      title: l10n.t('Torchpad Cases'),
      language: l10n.language() === 'zh-cn' ? 'zh-CN' : 'en',
    });
  }

  async #answer(message: FromPage): Promise<void> {
    const uri = this.#uri;
    try {
      switch (message.kind) {
        case 'ready':
          this.#ready = true;
          this.#show();
          return;
        case 'goTo':
          await goTo(message.place);
          return;
        case 'run':
          if (uri !== undefined) await this.#cases.run(uri, []);
          return;
        case 'stop':
          if (uri !== undefined) await this.#cases.stop(uri);
          return;
        default:
          message satisfies never;
      }
    } catch (error) {
      this.#log.error(`The panel asked for "${message.kind}": ${String(error)}`);
    }
  }

  #turnTo(uri: string): void {
    if (uri === this.#uri) return;
    this.#uri = uri;
    this.#show();
  }

  #show(): void {
    if (!this.#panel || !this.#ready) return;
    const cases = this.#uri === undefined ? undefined : this.#cases.of(this.#uri);
    const name = this.#uri === undefined ? '' : nameOf(this.#uri);
    const shown = cases ? { uri: cases.uri, name, table: cases.table } : null;
    void this.#panel.webview.postMessage({ kind: 'show', shown } satisfies ToPage);
  }
}

function nameOf(uri: string): string {
  const path = openDocument(uri)?.uri ?? vscode.Uri.parse(uri);
  return path.path.split('/').at(-1) ?? uri;
}
