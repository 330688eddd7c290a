// What takes time and can be begun before a command's own code is there: the parser's WebAssembly,
// which compiles beside the JavaScript, and the native engine's process.

import v8 from 'node:v8';
import type { Connect, Port } from '../engine/protocol.ts';
import { connectIn } from '../engineProcess.ts';
import type { Parser } from '../python/parse/parse.ts';
import { here, openParser } from '../world.ts';
import type { CommandName } from './usage.ts';

let parser: Promise<Parser> | undefined;
let started: Port | null = null;

/** Begins what the command is going to need. */
export function startEarly(command: CommandName, args: readonly string[]): void {
  if (command === 'lsp') return;
  // The optimising compiler takes longer on the parser's WebAssembly than a command parses: 110 ms
  // of 590 ms of processor time.
  v8.setFlagsFromString('--liftoff-only');
  // Whoever waits for the parser sees why there is none.
  earlyParser().catch(() => undefined);
  const computes = command === 'cases' || command === 'check';
  if (!computes || args.some((arg) => /^(?:--engine=)?bundled$/.test(arg))) return;
  started ??= connectIn(here)();
  started.hold(false);
}

export function earlyParser(): Promise<Parser> {
  return (parser ??= openParser());
}

/** Connects to the process that was started early, where there is one. */
export const connectEarly: Connect = () => {
  const port = started ?? connectIn(here)();
  started = null;
  return port;
};
