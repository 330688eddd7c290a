// `torchpad trace --json [--first] FILE`.

import path from 'node:path';
import { traceJson } from '../run/traceJson.ts';
import { runLimits, traceProgram } from '../trace/program.ts';
import { LineIndex } from '../base/span.ts';
import { slashed } from '../world.ts';
import { openEngine } from './engine.ts';
import { readOptions, UsageError } from './options.ts';
import { openSession, readProgram, readSource } from './session.ts';
import type { Terminal } from './terminal.ts';
import * as l10n from '../base/l10n.ts';

export async function trace(args: readonly string[], terminal: Terminal): Promise<number> {
  const accepted = { flags: ['first'], stopAtFile: true };
  const options = readOptions(args, terminal, accepted);
  const [file, ...rest] = options.positionals;
  if (file === undefined) throw new UsageError(l10n.t('A file is missing.'));
  const session = openSession(terminal, options);
  const program = readProgram(file, terminal);
  const engine = openEngine(options.engine);
  const texts = new Map([[program.path, program.parsed.lineIndex]]);
  try {
    const traced = await traceProgram(
      {
        path: program.path,
        parsed: program.parsed,
        limits: runLimits(options.stepsMax),
        argv: [file, ...rest],
        openFiles: new Map(),
        torchVersion: options.torchVersion,
        observe: 'targets',
        tests: 'leave',
        signal: terminal.signal,
        evaluator: engine.evaluator,
        readLine: () => terminal.readLine(),
      },
      session.worldOf(program.path),
    );
    const folder = path.dirname(program.path);
    const json = traceJson(traced, {
      pass: options.flags.has('first') ? 'first' : 'last',
      shownPath: (name) => slashed(path.relative(folder, name)),
      linesOf: (name) => {
        let lines = texts.get(name);
        if (!lines) texts.set(name, (lines = new LineIndex(readSource(name, terminal).text)));
        return lines;
      },
    });
    terminal.stdout(`${JSON.stringify(json)}\n`);
    return traced.exitCode;
  } finally {
    engine.stop();
  }
}
