// What takes time and can be begun before a command's own code is there: the native engine's process.

import type { Connect, Port } from '../engine/protocol.ts';
import { connectIn } from '../engineProcess.ts';
import { here } from '../world.ts';
import type { CommandName } from './usage.ts';

let started: Port | null = null;

/** Begins what the command is going to need. */
export function startEarly(command: CommandName, args: readonly string[]): void {
  const computes = command === 'cases' || command === 'check';
  if (!computes || args.some((arg) => /^(?:--engine=)?bundled$/.test(arg))) return;
  started ??= connectIn(here)();
  started.hold(false);
}

/** Connects to the process that was started early, where there is one. */
export const connectEarly: Connect = () => {
  const port = started ?? connectIn(here)();
  started = null;
  return port;
};
