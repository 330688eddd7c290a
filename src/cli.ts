#!/usr/bin/env node
// The command line: the same core without an editor. A command's own file is loaded when it is asked
// for, so that each starts as fast as it can.

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandNames, usage, type CommandName } from './commandLine/usage.ts';
import { terminal, type Terminal } from './commandLine/terminal.ts';
import { UsageError } from './commandLine/options.ts';
import * as l10n from './base/l10n.ts';

type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

const commands: Record<CommandName, () => Promise<Command>> = {
  run: async () => (await import('./commandLine/run.ts')).run,
  annotate: async () => (await import('./commandLine/annotate.ts')).annotate,
  trace: async () => (await import('./commandLine/traceJson.ts')).trace,
  parse: async () => (await import('./commandLine/parse.ts')).parse,
  cases: async () => (await import('./commandLine/cases.ts')).cases,
  check: async () => (await import('./commandLine/check.ts')).check,
  lsp: async () => (await import('./commandLine/lsp.ts')).lsp,
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
    const { startEarly } = await import('./commandLine/early.ts');
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
