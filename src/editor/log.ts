// The log channel "Torchpad", and its last lines for a problem report. Everything that the
// extension, the client and the server have to say goes through this one channel, with its level.

import * as vscode from 'vscode';

export interface Log extends vscode.LogOutputChannel {
  /** The last lines, the oldest first. */
  recentLines(): readonly string[];
}

/** Enough to see what led to a problem, few enough to read before posting them. */
const recentLinesMax = 60;

export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('Torchpad', { log: true });
  const recent: string[] = [];
  const remember = (level: string, message: string | Error, args: readonly unknown[]): void => {
    const text = message instanceof Error ? (message.stack ?? message.message) : message;
    const extra = args.filter((arg) => arg !== undefined).map(String);
    recent.push([new Date().toISOString(), `[${level}]`, text, ...extra].join(' '));
    if (recent.length > recentLinesMax) recent.shift();
  };
  return {
    get name() {
      return channel.name;
    },
    get logLevel() {
      return channel.logLevel;
    },
    onDidChangeLogLevel: channel.onDidChangeLogLevel,
    // Traces are every message of the protocol: they would push out all that matters.
    trace: (message, ...args: unknown[]) => channel.trace(message, ...args),
    debug: (message, ...args: unknown[]) => channel.debug(message, ...args),
    info(message, ...args: unknown[]) {
      remember('info', message, args);
      channel.info(message, ...args);
    },
    warn(message, ...args: unknown[]) {
      remember('warning', message, args);
      channel.warn(message, ...args);
    },
    error(message, ...args: unknown[]) {
      remember('error', message, args);
      channel.error(message, ...args);
    },
    append(value) {
      remember('output', value.trimEnd(), []);
      channel.append(value);
    },
    appendLine(value) {
      remember('output', value, []);
      channel.appendLine(value);
    },
    replace: (value) => channel.replace(value),
    clear: () => channel.clear(),
    show: (columnOrFocus?: vscode.ViewColumn | boolean, preserveFocus?: boolean) =>
      channel.show(typeof columnOrFocus === 'boolean' ? columnOrFocus : preserveFocus),
    hide: () => channel.hide(),
    dispose: () => channel.dispose(),
    recentLines: () => recent,
  };
}
