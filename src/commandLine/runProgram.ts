// Runs the cases of a file with the engine that the options name.

import { runCases, type CasesRun } from '../run/cases.ts';
import type { Statement } from '../run/stated.ts';
import type { OpenEngine } from './engine.ts';
import type { Options } from './options.ts';
import type { Program, Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface RunProgramOptions {
  readonly program: Program;
  readonly statements: readonly Statement[];
  readonly options: Options;
  readonly session: Session;
  readonly terminal: Terminal;
  /** Opened before the program is read, so that its process loads meanwhile. */
  readonly engine: OpenEngine;
}

export function runProgram(options: RunProgramOptions): Promise<CasesRun> {
  const { program, statements, session, terminal, engine } = options;
  const { torchVersion, stepsMax } = options.options;
  return runCases(
    {
      path: program.path,
      parsed: program.parsed,
      argv: [program.name],
      openFiles: new Map(),
      torchVersion,
      stepsMax,
      signal: terminal.signal,
      readLine: () => terminal.readLine(),
      evaluator: engine.evaluator,
      engineNote: () => engine.note(),
      cases: [],
      statements,
    },
    session.worldOf(program.path),
  );
}
