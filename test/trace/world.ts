// A world for traces in tests: no files, the clock of this process, the bundled engine.

import { BundledEngine } from '../../src/engine/bundled.ts';
import { SourceCache } from '../../src/trace/sources.ts';
import type { World } from '../../src/trace/program.ts';

const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const now = (): number => performance.now();

export async function ambientWorld(
  files: Readonly<Record<string, string>> = {},
  cache = new SourceCache(),
): Promise<World> {
  const encoder = new TextEncoder();
  const texts = new Map(Object.entries(files));
  return {
    cache,
    files: {
      readFile: (path) => {
        const text = texts.get(path);
        return text === undefined ? null : encoder.encode(text);
      },
      listDirectory: () => null,
      modified: (path) => (texts.has(path) ? 0 : null),
    },
    now,
    wallClock: () => 0,
    entropy: () => 1n,
    environment: new Map(),
    workingDirectory: '/home/ann',
    pause,
    immediate: new BundledEngine({ now, pause }),
  };
}
