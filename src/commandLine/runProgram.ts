// Runs the cases of a file with the engine that the options name.

import { runCases, type CasesRun } from '../run/cases.ts';
import type { Statement } from '../run/stated.ts';
import { openEngine } from './engine.ts';
import type { Options } from './options.ts';
import type { Program, Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface RunProgramOptions {
  readonly program: Program;
  readonly statements: readonly Statement[];
  readonly options: Options;
  readonly session: Session;
  readonly terminal: Terminal;
}

export async function runProgram(options: RunProgramOptions): Promise<CasesRun> {
  const { program, statements, session, terminal } = options;
  const { engine: choice, torchVersion, stepsMax } = options.options;
  const engine = openEngine(choice);
  try {
    return await runCases(
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
  } finally {
    engine.stop();
  }
}
