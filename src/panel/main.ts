// The panel's page: the cases of one document, their run, and what the program printed. It knows
// the editor only by the messages of `protocol`.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as l10n from '../base/l10n.ts';
import type { CaseTable, SkippedTestRow } from '../view/caseTable.ts';
import type { RunProgress } from '../view/runReport.ts';
import { CaseTableElement } from './caseTable.ts';
import type { GoToCase } from './caseTable.ts';
import { PrintedElement } from './printed.ts';
import type { FromPage, PageState, Place, ShownCases, ToPage } from './protocol.ts';
import { common, list, page, toolbar } from './style.ts';

/** What VS Code gives to the page of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();

class CasesElement extends LitElement {
  static override readonly styles = [common, toolbar, list];
  static override readonly properties = { shown: { attribute: false } };

  declare shown: ShownCases | null;

  constructor() {
    super();
    this.shown = null;
  }

  override render(): TemplateResult {
    if (!this.shown) {
      return html`<header><h1>${l10n.t('Cases')}</h1></header>
        <p class="quiet">${l10n.t('Open a Python file that calls a module.')}</p>`;
    }
    const { name, table } = this.shown;
    return html`
      <header>
        <h1>${name}</h1>
        <span class="summary" role="status">${summary(table)}</span>
        ${runControls(table.progress)}
      </header>
      ${table.engineNote === null ? nothing : html`<p class="quiet">${table.engineNote}</p>`}
      ${programError(table)} ${stated(table)}
      ${
        table.rows.length === 0
          ? html`<p class="quiet">${l10n.t('The program calls no module: there are no cases.')}</p>`
          : html`<torchpad-case-table
              .rows=${table.rows}
              @gotocase=${({ row }: GoToCase) => goTo(row)}
            ></torchpad-case-table>`
      }
      ${skipped(table.skipped)}
      ${
        table.printed.length === 0
          ? nothing
          : html`<torchpad-printed
              .printed=${table.printed}
              .rows=${table.rows}
            ></torchpad-printed>`
      }
    `;
  }
}

function summary({ rows, engine }: CaseTable): string {
  const ran = rows.filter(({ result }) => result && result.verdict !== 'notRun');
  if (ran.length === 0) return l10n.t('{0} cases, not run yet', rows.length);
  const passed = ran.filter(({ result }) => result?.verdict === 'passed').length;
  const text = l10n.t('{0} of {1} cases passed', passed, rows.length);
  return engine === null ? text : `${text} · ${l10n.t('engine: {0}', engine)}`;
}

function runControls(progress: RunProgress | null): TemplateResult {
  if (!progress) {
    return html`<button class="action" @click=${() => editor.postMessage({ kind: 'run' })}>
      ${l10n.t('Run Cases')}
    </button>`;
  }
  const { done, of, doing } = progress;
  return html`
    <div class="progress">
      <progress
        aria-label=${l10n.t('Progress of the run')}
        max=${of ?? nothing}
        value=${of === null ? nothing : done}
      ></progress>
      <span>${doing ?? (of === null ? '' : `${done} / ${of}`)}</span>
      <button class="action stop" @click=${() => editor.postMessage({ kind: 'stop' })}>
        ${l10n.t('Stop')}
      </button>
    </div>
  `;
}

/** The error that ended the program, unless a case tells it already. */
function programError({ error, rows }: CaseTable): TemplateResult | typeof nothing {
  if (error === null || rows.some(({ result }) => result?.message === error)) return nothing;
  return html`<p class="problem">${error}</p>`;
}

function stated({ statedMatches }: CaseTable): TemplateResult | typeof nothing {
  if (statedMatches === null) return nothing;
  return statedMatches
    ? html`<p class="quiet">${l10n.t('The printed output is the stated one.')}</p>`
    : html`<p class="problem">${l10n.t('The printed output is not the stated one.')}</p>`;
}

function skipped(tests: readonly SkippedTestRow[]): TemplateResult | typeof nothing {
  if (tests.length === 0) return nothing;
  return html`
    <h2>${l10n.t('Not run')}</h2>
    <ul>
      ${tests.map(
        (test) =>
          html`<li>
            <button class="link" @click=${() => goTo(test)}><code>${test.name}</code></button>
            <span class="quiet">${test.reason}</span>
          </li>`,
      )}
    </ul>
  `;
}

function goTo({ path, start, end }: Place): void {
  editor.postMessage({ kind: 'goTo', place: { path, start, end } });
}

l10n.useLanguage(document.documentElement.lang);
if (page.styleSheet) document.adoptedStyleSheets = [page.styleSheet];
customElements.define('torchpad-case-table', CaseTableElement);
customElements.define('torchpad-printed', PrintedElement);
customElements.define('torchpad-cases', CasesElement);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const cases = document.querySelector<CasesElement>('torchpad-cases');
  if (!cases) return;
  cases.shown = data.shown;
  if (data.shown) editor.setState({ uri: data.shown.uri });
});
editor.postMessage({ kind: 'ready' });
