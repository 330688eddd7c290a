// The table of cases: a row each, reached with one Tab and walked with the arrow keys.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as l10n from '../base/l10n.ts';
import type { CaseRow, CaseRowResult } from '../view/caseTable.ts';
import type { NumberSummary, Verdict } from '../view/runReport.ts';
import { neighbour } from './roving.ts';
import { caseTable, common } from './style.ts';

/** A click or Enter on a case. */
export class GoToCase extends Event {
  static readonly type = 'gotocase';
  readonly row: CaseRow;

  constructor(row: CaseRow) {
    super(GoToCase.type);
    this.row = row;
  }
}

export class CaseTableElement extends LitElement {
  static override readonly styles = [common, caseTable];
  static override readonly properties = { rows: { attribute: false }, focused: { state: true } };

  declare rows: readonly CaseRow[];
  /** The row that Tab leads to. */
  declare focused: number;

  constructor() {
    super();
    this.rows = [];
    this.focused = 0;
  }

  override render(): TemplateResult {
    const reached = Math.min(this.focused, this.rows.length - 1);
    // The roles are what the elements have by themselves, until the style lays them out otherwise.
    return html`
      <div class="scroll">
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${l10n.t('Case')}</th>
              <th role="columnheader" scope="col">${l10n.t('Input')}</th>
              <th role="columnheader" scope="col">${l10n.t('Output')}</th>
              <th role="columnheader" scope="col">${l10n.t('Expected')}</th>
              <th role="columnheader" scope="col">${l10n.t('Verdict')}</th>
              <th role="columnheader" scope="col">${l10n.t('Engine')}</th>
              <th role="columnheader" scope="col" class="number">${l10n.t('ms')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${this.rows.map((row, place) => [
              this.#row(row, place, place === reached),
              messageRow(row.result),
            ])}
          </tbody>
        </table>
      </div>
    `;
  }

  #row(row: CaseRow, place: number, reached: boolean): TemplateResult {
    const { result } = row;
    return html`
      <tr
        role="row"
        class="case"
        aria-current=${row.selected ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new GoToCase(row))}
      >
        <td role="cell" class="name">
          <button
            class="go"
            tabindex=${reached ? 0 : -1}
            title=${l10n.t('Go to line {0}', row.start.line + 1)}
            @focus=${() => (this.focused = place)}
            @keydown=${(event: KeyboardEvent) => this.#walk(event, place)}
          >
            <code>${row.constructed}</code>
          </button>
          ${where(row)}
        </td>
        <td role="cell" class="shape input"><code>${row.input}</code></td>
        <td role="cell" class="shape output">
          <code>${row.output}</code>${result?.numbers.map(numbers)}
        </td>
        ${textCell('expected', l10n.t('Expected'), result?.expected)}
        <td role="cell" class="verdict">${verdictCell(result)}</td>
        <td role="cell" class="engine">${engineCell(result)}</td>
        ${textCell('number', l10n.t('ms'), result ? milliseconds(result.milliseconds) : null)}
      </tr>
    `;
  }

  #walk(event: KeyboardEvent, place: number): void {
    const next = neighbour(event.key, place, this.rows.length);
    if (next === null) return;
    event.preventDefault();
    this.renderRoot.querySelectorAll<HTMLButtonElement>('.go')[next]?.focus();
  }
}

/** A cell that is wholly empty where there is no text: the style then leaves out its label. */
function textCell(name: string, label: string, text: string | null | undefined): TemplateResult {
  const content = text ? html`<code>${text}</code>` : null;
  return content
    ? html`<td role="cell" class=${name} data-label=${label}>${content}</td>`
    : html`<td role="cell" class=${name}></td>`;
}

function messageRow(result: CaseRowResult | null): TemplateResult | typeof nothing {
  if (!result?.message) return nothing;
  return html`<tr role="row" class="message">
    <td role="cell" colspan="7"><pre class="problem">${result.message}</pre></td>
  </tr>`;
}

function where({ caller, start, count }: CaseRow): TemplateResult {
  const parts = [
    ...(caller === '' ? [] : [caller]),
    l10n.t('line {0}', start.line + 1),
    ...(count > 1 ? [l10n.t('{0} calls', count)] : []),
  ];
  return html`<small class="quiet">${parts.join(' · ')}</small>`;
}

function numbers(summary: NumberSummary): TemplateResult {
  const { name, mean, std } = summary;
  const text = l10n.t('mean {0}, std {1}', short(mean), short(std));
  return html`<small class="quiet">${name === '' ? text : `${name}: ${text}`}</small>`;
}

function verdictCell(result: CaseRowResult | null): TemplateResult | typeof nothing {
  if (!result) return nothing;
  const edited = result.outdated
    ? html`<small class="quiet">${l10n.t('edited since')}</small>`
    : nothing;
  return html`<span class="${result.verdict} ${result.outdated ? 'outdated' : ''}"
      ><span class="mark" aria-hidden="true">${marks[result.verdict]}</span> ${verdictText(
        result.verdict,
      )}</span
    >${edited}`;
}

const marks: Record<Verdict, string> = { passed: '✓', failed: '✕', notRun: '–' };

function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case 'passed':
      return l10n.t('passed');
    case 'failed':
      return l10n.t('failed');
    case 'notRun':
      return l10n.t('not run');
  }
}

function engineCell(result: CaseRowResult | null): TemplateResult | typeof nothing {
  if (!result?.engine) return nothing;
  const operators = l10n.t('{0} operators', result.operators);
  return html`${result.engine}<small class="quiet">${operators}</small>`;
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value);
}
