// What the extension host runs: mocha with every file of this folder, in the order below, which is
// that of a person who opens an editor. One page of the workbench is shared by all.

import Mocha from 'mocha';
import path from 'node:path';
import { closeWorkbench } from './workbench.ts';

export async function run(): Promise<void> {
  const root = process.env['TORCHPAD_TEST_ROOT'] ?? '';
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    slow: 5_000,
    color: false,
    reporter: path.join(root, 'test', 'reporter.cjs'),
  });
  // describe() and it() become global here, as mocha does before it loads a file.
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./activation.test.ts');
  await import('./shapes.test.ts');
  await import('./hovers.test.ts');
  await import('./diagnostics.test.ts');
  await import('./cases.test.ts');
  await import('./panel.test.ts');
  await import('./commands.test.ts');
  await import('./badInput.test.ts');
  await import('./restart.test.ts');

  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await closeWorkbench();
  if (failures > 0) throw new Error(`${failures} failed`);
}
