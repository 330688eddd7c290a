// How long a person waits from a key to the shapes that follow from it, painted, in the real editor.
// Not a test: `npm run bench` runs it in place of the suite, by `run.ts test/vscode/latency.ts`, and
// reads the last line of its output.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { open, rangeOf, setSelection } from './suite/document.ts';
import { eventually } from './suite/eventually.ts';
import { closeWorkbench, lineEnds, workbench } from './suite/workbench.ts';
import * as vscode from 'vscode';

const keys = 120;
const warmUp = 10;
const input = 'torch.randn(1, 64, 32, 32';
const watched = 'out = self.relu(self.bn1(self.conv1(x)))';

export async function run(): Promise<void> {
  const editor = await open('residual_block.py');
  const end = rangeOf(editor.document, input).end;
  await setSelection(editor, new vscode.Selection(end, end));
  await eventually(async () => {
    assert.ok(
      (await lineEnds()).some(({ line }) => line === watched),
      'no shapes',
    );
  });

  const page = await workbench();
  await watch(page, watched);
  const milliseconds: number[] = [];
  for (let i = 0; i < keys; i++) {
    // A last digit comes and goes: every shape below changes with each key.
    const ms = await pressAndWait(page, i % 2 === 0 ? '8' : 'Backspace');
    if (i >= warmUp) milliseconds.push(ms);
    await page.waitForTimeout(100);
  }
  report(milliseconds);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await closeWorkbench();
}

declare global {
  interface Window {
    /** Resolves with the time from the next key to the frame that shows another text. */
    nextPaint?: () => Promise<number>;
    painted?: Promise<number> | undefined;
  }
}

/** Measured in the page itself, so that the way to this process does not count. */
async function watch(page: Page, line: string): Promise<void> {
  await page.evaluate((line) => {
    const text = (): string => {
      for (const candidate of document.querySelectorAll('.view-line')) {
        if (candidate.textContent.replaceAll('\u00a0', ' ').trim() !== line) continue;
        for (const span of candidate.querySelectorAll('span')) {
          const { content } = getComputedStyle(span, '::after');
          if (content.startsWith('"')) return content;
        }
      }
      return '';
    };
    window.nextPaint = () =>
      new Promise((resolve) => {
        const before = text();
        const onKey = (): void => {
          const pressed = performance.now();
          const look = (): void => {
            const now = text();
            if (now !== '' && now !== before) {
              // The frame is painted after its callbacks: a message comes right behind it.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - pressed);
              port2.postMessage(null);
            } else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        window.addEventListener('keydown', onKey, { capture: true, once: true });
      });
  }, line);
}

async function pressAndWait(page: Page, key: string): Promise<number> {
  // In two steps: the listener has to stand before the key comes, however busy the machine is.
  await page.evaluate(() => {
    window.painted = window.nextPaint?.();
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.painted ?? Promise.reject(new Error('lost')));
}

function report(milliseconds: readonly number[]): void {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  const result = { keys: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) };
  const output = process.env['TORCHPAD_TEST_OUTPUT'];
  assert.ok(output, 'started without TORCHPAD_TEST_OUTPUT');
  fs.appendFileSync(output, `${JSON.stringify(result)}\n`);
}
