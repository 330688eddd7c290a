// The command line, started from its sources; what is built is started by launch.ts.

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from './commandLine/main.ts';

export { main };

function isStartedDirectly(): boolean {
  const [, script] = process.argv;
  if (script === undefined) return false;
  try {
    return realpathSync(script) === fileURLToPath(import.meta.url);
  } catch {
    return false;
  }
}

if (isStartedDirectly()) process.exitCode = await main(process.argv.slice(2));
