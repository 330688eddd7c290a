// Connects tests to the real engine host, run from its source.

import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BundledEngine } from '../../src/engine/bundled.ts';
import { NativeEngine } from '../../src/engine/native.ts';
import { NativeHost } from '../../src/engine/nativeHost.ts';
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

/** The engines as an entry makes them, without a choice between them. */
export function makeEngines(connect: Connect = connectHost): {
  bundled: BundledEngine;
  native: NativeEngine;
  host: NativeHost;
  stop(): void;
} {
  const now = (): number => performance.now();
  const pause = async (): Promise<void> => {
    await setImmediate();
  };
  const bundled = new BundledEngine({ now, pause });
  const host = new NativeHost(connect);
  const native = new NativeEngine({ host, bundled, now });
  return { bundled, native, host, stop: () => host.stop() };
}
