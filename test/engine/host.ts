// Connects tests to the real engine host, run from its source.

import { fileURLToPath } from 'node:url';
import type { Connect, Port } from '../../src/engine/protocol.ts';
import { connectTo } from '../../src/engineProcess.ts';

export const connectHost: Connect = connectTo(
  fileURLToPath(new URL('../../src/engineHost.ts', import.meta.url)),
);

/** Connects like `connectHost`, and lets the test kill the process as the system might. */
export function killableHost(): { connect: Connect; kill(): void; starts(): number } {
  let last: Port | undefined;
  let starts = 0;
  return {
    connect() {
      starts++;
      return (last = connectHost());
    },
    kill: () => last?.kill(),
    starts: () => starts,
  };
}
