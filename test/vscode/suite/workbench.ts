// The editor's window as a person sees it: the page of the workbench, reached from inside the
// extension host through the browser's debugging port, and the parts of it that tests look at.

import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

let browser: Browser | undefined;
let page: Page | undefined;

/** The workbench's page, connected at the first call. */
export async function workbench(): Promise<Page> {
  if (page) return page;
  const address = process.env['TORCHPAD_TEST_BROWSER'];
  assert.ok(address, 'started without TORCHPAD_TEST_BROWSER');
  browser = await chromium.connectOverCDP(address);
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const candidate of pages) {
    if ((await candidate.locator('.monaco-workbench').count()) > 0) page = candidate;
  }
  assert.ok(page, `no workbench among: ${pages.map((each) => each.url()).join(', ')}`);
  page.setDefaultTimeout(15_000);
  return page;
}

/** Leaves the browser as it is: others started it. */
export async function closeWorkbench(): Promise<void> {
  await browser?.close();
}

/** The editor that has the focus, or had it last. */
export async function activeEditor(): Promise<Locator> {
  return (await workbench()).locator('.editor-group-container.active .editor-instance');
}

/** The first painted line with the text; inlay hints and decorations count as text of their line. */
export async function paintedLine(text: string | RegExp): Promise<Locator> {
  return (await activeEditor()).locator('.view-line', { hasText: text }).first();
}

/** What the extension painted after the end of a line. */
export interface LineEnd {
  /** The line's own text, without its indentation. */
  readonly line: string;
  readonly text: string;
  readonly color: string;
}

/**
 * What stands after the ends of the lines in view. Decorations are pseudo elements, which no query
 * by text sees.
 */
export async function lineEnds(): Promise<LineEnd[]> {
  const editor = await activeEditor();
  return editor.locator('.view-line').evaluateAll((lines) =>
    lines.flatMap((line) => {
      const ends = [...line.querySelectorAll('span')]
        .map((span) => getComputedStyle(span, '::after'))
        .filter(({ content }) => content.startsWith('"'))
        .map(({ content, color }) => ({ text: content.slice(1, -1), color }));
      const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();
      return ends.map(({ text, color }) => ({
        line: plain(line.textContent),
        text: plain(text),
        color,
      }));
    }),
  );
}

export async function codeLens(text: string | RegExp): Promise<Locator> {
  return (await activeEditor()).locator('.codelens-decoration', { hasText: text }).first();
}

/** Hovers a word of the painted line that holds the text, and gives the popup. */
export async function hover(line: string, word: string): Promise<Locator> {
  await (await paintedLine(line)).locator('span > span', { hasText: word }).first().hover();
  const popup = (await workbench()).locator('.monaco-resizable-hover .monaco-hover:visible');
  await popup.waitFor();
  return popup;
}

/** A row of the Problems view, which has to be open. */
export async function problem(text: string | RegExp): Promise<Locator> {
  return (await workbench()).locator('.markers-panel .monaco-list-row', { hasText: text }).first();
}

/** Opens every folded row of the Test Explorer, which has to be open. */
export async function unfoldTests(): Promise<void> {
  const rows = (await workbench()).locator('.test-explorer .monaco-list-row');
  await rows.first().waitFor();
  const folded = rows.and((await workbench()).locator('[aria-expanded="false"]'));
  while ((await folded.count()) > 0) await folded.first().locator('.monaco-tl-twistie').click();
}

/** A row of the Test Explorer, which has to be open. */
export async function testItem(text: string | RegExp): Promise<Locator> {
  return (await workbench()).locator('.test-explorer .monaco-list-row', { hasText: text }).first();
}

export async function statusBar(text: string | RegExp): Promise<Locator> {
  return (await workbench()).locator('.statusbar-item', { hasText: text }).first();
}

/** The document of the webview that was created last. */
export async function webview(): Promise<ReturnType<Locator['frameLocator']>> {
  const frame = (await workbench()).frameLocator('iframe.webview.ready >> nth=-1');
  return frame.frameLocator('#active-frame');
}

/** Leaves a picture of the window in test/vscode/screenshots/. */
export async function screenshot(name: string): Promise<string> {
  const root = process.env['TORCHPAD_TEST_ROOT'] ?? '.';
  const file = path.join(root, 'test', 'vscode', 'screenshots', `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await (await workbench()).screenshot({ path: file });
  return file;
}

/** Makes a screenshot the README's picture, if it has none yet or UPDATE=1 asks for a new one. */
export function useInReadme(screenshot: string): void {
  const picture = path.join(process.env['TORCHPAD_TEST_ROOT'] ?? '.', 'media', 'editor.png');
  if (process.env['UPDATE'] || !fs.existsSync(picture)) fs.copyFileSync(screenshot, picture);
}
