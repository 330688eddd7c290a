// The terminal that a command speaks to, or what a test hands in instead of it.

import fs from 'node:fs';

export interface Terminal {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Writes out what waits. */
  flush(): void;
  /** A line of the input without its end; null at its end. */
  readLine(): string | null;
  readonly colour: boolean;
  readonly columns: number;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** How much text waits before it is written; a terminal gets every line at once. */
const BUFFER_MAX = 16_384;

/** The process's own. */
export function terminal(): Terminal {
  const { env, stdout } = process;
  const interactive = stdout.isTTY;
  let waiting = '';
  const flush = (): void => {
    if (waiting === '') return;
    const text = waiting;
    waiting = '';
    stdout.write(text);
  };
  // Whoever reads has gone, as in `torchpad … | head`.
  stdout.on('error', () => process.exit(1));
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const input = stdinReader();
  return {
    stdout(text) {
      waiting += text;
      if (interactive || waiting.length > BUFFER_MAX) flush();
    },
    stderr(text) {
      flush();
      process.stderr.write(text);
    },
    flush,
    readLine() {
      flush();
      return input();
    },
    colour: interactive && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    columns: interactive ? stdout.columns : 100,
    workingDirectory: process.cwd(),
    environment: env,
    signal: abort.signal,
  };
}

/** Lines of standard input, read when they are asked for. */
function stdinReader(): () => string | null {
  const chunk = Buffer.alloc(65_536);
  const decoder = new TextDecoder();
  let text = '';
  let ended = false;
  return () => {
    for (;;) {
      const end = text.indexOf('\n');
      if (end >= 0) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        return line;
      }
      if (ended) {
        const last = text;
        text = '';
        return last === '' ? null : last;
      }
      const count = readChunk(chunk);
      if (count === 0) ended = true;
      text += decoder.decode(chunk.subarray(0, count), { stream: count > 0 });
    }
  };
}

function readChunk(chunk: Buffer): number {
  try {
    return fs.readSync(0, chunk, 0, chunk.length, null);
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EOF') return 0;
    // A terminal that has nothing yet: asked again.
    if (code === 'EAGAIN') {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      return readChunk(chunk);
    }
    throw error;
  }
}
