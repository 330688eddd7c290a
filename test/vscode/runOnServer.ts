// One run of the suite in a VS Code server, from its installation to its exit code.

import { format } from 'node:util';
import { openWorkbench } from './browser.ts';
import { installServer } from './install.ts';
import type { Run } from './run.ts';
import { startServer } from './server.ts';

const runMsMax = 600_000;

/** Resolves to 0 only if every test passed; rejects where the host broke before it could tell. */
export async function runOnServer(run: Run): Promise<number> {
  installServer();
  const exit = pendingExit();
  const timer = setTimeout(() => {
    exit.reject(new Error(`The suite did not end within ${runMsMax / 1000} s`));
  }, runMsMax);

  const server = await startServer({
    settings: run.settings,
    environment: run.environment,
    onOutput(text) {
      run.log(text.trimEnd());
      // A host that crashed never calls codeAutomationExit.
      const crash = /Extension Host Process exited with code: (?!0,).*/.exec(text);
      if (crash) exit.reject(new Error(crash[0]));
    },
  });
  try {
    const { browser, page } = await openWorkbench({
      ...run,
      authority: server.authority,
      onExit: exit.resolve,
      onLog: (type, args) => run.log(`[${type}] ${format(...args)}`),
    });
    page.once('crash', () => exit.reject(new Error('The page of the workbench crashed')));
    try {
      return await exit.promise;
    } finally {
      await browser.close();
    }
  } finally {
    clearTimeout(timer);
    await server.stop();
  }
}

interface PendingExit {
  readonly promise: Promise<number>;
  readonly resolve: (code: number) => void;
  readonly reject: (error: Error) => void;
}

function pendingExit(): PendingExit {
  let resolve: PendingExit['resolve'] = () => undefined;
  let reject: PendingExit['reject'] = () => undefined;
  const promise = new Promise<number>((onExit, onError) => {
    resolve = onExit;
    reject = onError;
  });
  promise.catch(() => undefined); // it may be rejected before anyone waits for it
  return { promise, resolve, reject };
}
