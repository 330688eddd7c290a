// The workbench of a VS Code server in headless Chromium, with the extension under test loaded from
// its sources and, once the workbench is up, the suite started in the extension host.

import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './location.ts';

export interface WorkbenchOptions {
  /** `host:port` of the server. */
  readonly authority: string;
  readonly folder: string;
  readonly extension: string;
  /** The module whose `run()` the extension host calls. */
  readonly suite: string;
  /** Where the suite reaches this same browser, to see and to press what a person would. */
  readonly debuggingPort: number;
  readonly onExit: (code: number) => void;
  readonly onLog: (type: string, args: readonly unknown[]) => void;
}

export async function openWorkbench(
  options: WorkbenchOptions,
): Promise<{ browser: Browser; page: Page }> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found');
  const browser = await chromium.launch({
    executablePath,
    args: [
      `--remote-debugging-port=${options.debuggingPort}`,
      '--no-sandbox', // Chromium's sandbox refuses to run as root
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const context = browser.contexts()[0] ?? (await browser.newContext());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.setViewportSize({ width: 1400, height: 900 });
    // The web workbench calls these two while it runs an extension's tests.
    await page.exposeFunction('codeAutomationExit', options.onExit);
    await page.exposeFunction('codeAutomationLog', options.onLog);
    await page.goto(workbenchAddress(options));
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function workbenchAddress({ authority, folder, extension, suite }: WorkbenchOptions): string {
  const remote = (file: string): string => `vscode-remote://${authority}${path.resolve(file)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(suite)],
  ];
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('folder', path.resolve(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
