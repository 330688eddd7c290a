// How the page looks: the editor's own colors and fonts, by the variables it gives to webviews.
// Put in as style sheet objects, which the page's policy need not allow.

import { css } from 'lit';

export const page = css`
  :root {
    color-scheme: light dark;
  }
  body {
    margin: 0;
    padding: 0 20px 24px;
    color: var(--vscode-foreground);
    background: var(--vscode-editor-background);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
  }
`;

export const common = css`
  :host {
    display: block;
  }
  h1 {
    margin: 0;
    font-size: 1.35em;
    font-weight: 600;
  }
  h2 {
    margin: 28px 0 8px;
    font-size: 1em;
    font-weight: 600;
  }
  code,
  pre {
    font-family: var(--vscode-editor-font-family);
    font-size: var(--vscode-editor-font-size);
  }
  .quiet {
    color: var(--vscode-descriptionForeground);
  }
  /* A bar beside the text: in light themes the color of errors is too pale for letters. */
  .problem {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--vscode-errorForeground);
  }
  button {
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;

export const toolbar = css`
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
    align-items: center;
    padding: 16px 0 12px;
    background: var(--vscode-editor-background);
  }
  header .summary {
    flex: 1;
  }
  .action {
    padding: 4px 12px;
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
    border: 1px solid var(--vscode-button-border, transparent);
    border-radius: 3px;
  }
  .action:hover {
    background: var(--vscode-button-hoverBackground);
  }
  .action.stop {
    color: var(--vscode-button-secondaryForeground);
    background: var(--vscode-button-secondaryBackground);
  }
  .action.stop:hover {
    background: var(--vscode-button-secondaryHoverBackground);
  }
  .progress {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 20px;
  }
  progress {
    width: 160px;
    height: 4px;
    appearance: none;
    background: var(--vscode-editorWidget-border, var(--vscode-panel-border));
    border: none;
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--vscode-progressBar-background);
  }
`;

export const list = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 3px 0;
  }
  .link {
    padding: 0;
    color: var(--vscode-textLink-foreground);
    background: none;
    border: none;
  }
  .link:hover {
    text-decoration: underline;
  }
`;

export const caseTable = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 4px 12px 6px 0;
    color: var(--vscode-descriptionForeground);
    font-weight: normal;
    text-align: start;
    white-space: nowrap;
    border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-panel-border));
  }
  td {
    padding: 7px 12px 7px 0;
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 10px;
  }
  th.number,
  td.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  tbody tr.case {
    cursor: pointer;
    border-inline-start: 2px solid transparent;
  }
  tbody tr.case:hover td {
    background: var(--vscode-list-hoverBackground);
  }
  tr.case[aria-current='true'] {
    border-inline-start-color: var(--vscode-focusBorder);
  }
  tr.case .go {
    padding: 0;
    color: inherit;
    text-align: start;
    background: none;
    border: none;
  }
  tr.case:hover .go {
    text-decoration: underline;
  }
  td code {
    white-space: pre-line;
  }
  td.shape code {
    white-space: pre;
  }
  td small {
    display: block;
    margin-top: 2px;
    white-space: nowrap;
  }
  .verdict {
    white-space: nowrap;
  }
  .passed .mark {
    color: var(--vscode-testing-iconPassed);
  }
  .failed .mark {
    color: var(--vscode-testing-iconFailed);
  }
  .outdated {
    opacity: 0.75;
  }
  tr.message td {
    padding-top: 0;
  }
  tr.message pre {
    margin: 0;
    white-space: pre-wrap;
  }

  /* Beside the code there is room for two columns: a case is two lines instead of a row. */
  :host {
    container-type: inline-size;
  }
  @container (max-width: 840px) {
    table,
    tbody,
    tr.message,
    tr.message td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr.case {
      display: grid;
      grid-template:
        'case case verdict ms' auto
        'input output engine engine' auto
        'expected expected expected expected' auto / auto 1fr auto auto;
      gap: 3px 10px;
      align-items: baseline;
      padding: 8px 10px;
      border-top: 1px solid var(--vscode-editorWidget-border, var(--vscode-panel-border));
    }
    tr.case td {
      padding: 0;
    }
    tr.case:hover {
      background: var(--vscode-list-hoverBackground);
    }
    td.name {
      grid-area: case;
    }
    td.input {
      grid-area: input;
    }
    td.output {
      grid-area: output;
    }
    td.output::before {
      content: '→\\00a0';
      color: var(--vscode-descriptionForeground);
    }
    td.expected {
      grid-area: expected;
    }
    td.expected:not(:empty)::before {
      content: attr(data-label) ': ';
      color: var(--vscode-descriptionForeground);
    }
    td.verdict {
      grid-area: verdict;
    }
    td.engine {
      grid-area: engine;
      text-align: end;
    }
    td.number {
      grid-area: ms;
    }
    td.number:not(:empty)::after {
      content: ' ' attr(data-label);
    }
    tr.message td {
      padding: 0 10px 10px;
    }
  }
`;

export const printed = css`
  pre {
    margin: 0;
    padding: 10px 12px;
    line-height: 1.45;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--vscode-textCodeBlock-background);
    border-radius: 3px;
  }
  pre .problem {
    display: block;
  }
`;
