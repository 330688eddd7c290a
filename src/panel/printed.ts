// What the program printed, each part below the case that it belongs to.

import { html, LitElement, type TemplateResult } from 'lit';
import * as l10n from '../base/l10n.ts';
import type { CaseRow, PrintedText } from '../view/caseTable.ts';
import { lastOf, partsOf } from './printedParts.ts';
import { common, printed } from './style.ts';

export class PrintedElement extends LitElement {
  static override readonly styles = [common, printed];
  static override readonly properties = {
    printed: { attribute: false },
    rows: { attribute: false },
  };

  declare printed: readonly PrintedText[];
  declare rows: readonly CaseRow[];

  constructor() {
    super();
    this.printed = [];
    this.rows = [];
  }

  override render(): TemplateResult {
    const { texts, dropped } = lastOf(this.printed);
    return html`
      <h2>${l10n.t('Printed output')}</h2>
      ${
        dropped > 0
          ? html`<p class="quiet">${l10n.t('The first {0} characters are left out.', dropped)}</p>`
          : ''
      }
      <pre>${partsOf(texts).map((part) => this.#part(part))}</pre>
    `;
  }

  #part({ caseIndex, text, stream }: PrintedText): TemplateResult {
    const title = this.rows.find(({ index }) => index === caseIndex)?.constructed ?? '';
    return html`<span class=${stream === 'stderr' ? 'problem' : ''} title=${title}>${text}</span>`;
  }
}
