// The command line: the same core without an editor. A command's own file is loaded when it is asked
// for, so that each starts as fast as it can.

import { commandNames, usage, type CommandName } from './usage.ts';
import { terminal, type Terminal } from './terminal.ts';
import { UsageError } from './options.ts';
import * as l10n from '../base/l10n.ts';

type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

const commands: Record<CommandName, () => Promise<Command>> = {
  run: async () => (await import('./run.ts')).run,
  annotate: async () => (await import('./annotate.ts')).annotate,
  trace: async () => (await import('./traceJson.ts')).trace,
  parse: async () => (await import('./parse.ts')).parse,
  cases: async () => (await import('./cases.ts')).cases,
  check: async () => (await import('./check.ts')).check,
  export: async () => (await import('./export.ts')).exportModel,
  lsp: async () => (await import('./lsp.ts')).lsp,
};

/** Runs a command; gives the exit code. */
export async function main(args: readonly string[], io: Terminal = terminal()): Promise<number> {
  l10n.useLanguage(io.environment['LC_ALL'] || io.environment['LANG'] || 'en');
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    io.stdout(usage());
    return name === '' ? 2 : 0;
  }
  if (!isCommand(name)) {
    io.stderr(`torchpad: ${l10n.t('There is no command {0}.', name)}\n\n${usage()}`);
    return 2;
  }
  try {
    const { startEarly } = await import('./early.ts');
    startEarly(name, rest);
    const command = await commands[name]();
    return await command(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`torchpad ${name}: ${error.message}\n`);
    return 2;
  } finally {
    io.flush();
  }
}

function isCommand(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}
