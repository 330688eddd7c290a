// `torchpad check FILE.md`: runs the program on a page, or a Python file, and compares what it prints
// with what is stated there.

import * as l10n from '../base/l10n.ts';
import { readPage } from '../run/page.ts';
import type { Statement } from '../run/stated.ts';
import { casesJson, exitCode, printCases } from './cases.ts';
import { openEngine } from './engine.ts';
import { readOptions, UsageError } from './options.ts';
import { runProgram, type RunProgramOptions } from './runProgram.ts';
import { parse } from '../python/parse/parse.ts';
import { openSession, readSource, type Program, type SourceFile } from './session.ts';
import { statementsBeside } from './statements.ts';
import type { Terminal } from './terminal.ts';

export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args, terminal);
  const [first] = options.positionals;
  if (first === undefined) throw new UsageError(l10n.t('A file is missing.'));
  const engine = openEngine(options.engine);
  try {
    const session = openSession(terminal, options);
    const surroundings = { options, session, terminal, engine };
    let code = 0;
    for (const name of options.positionals) {
      const source = readSource(name, terminal);
      if (options.positionals.length > 1 && !options.json) terminal.stdout(`${name}\n`);
      code = Math.max(code, await checkOne(source, surroundings));
    }
    return code;
  } finally {
    engine.stop();
  }
}

type Surroundings = Omit<RunProgramOptions, 'program' | 'statements'>;

async function checkOne(source: SourceFile, surroundings: Surroundings): Promise<number> {
  const { options, terminal } = surroundings;
  const isPage = /\.(?:md|markdown)$/i.test(source.path);
  const { text, statements, blocks } = isPage ? page(source) : whole(source);
  if (blocks === 0) {
    terminal.stderr(
      `torchpad check: ${l10n.t('There is no Python program on {0}.', source.name)}\n`,
    );
    return 1;
  }
  const program: Program = { ...source, text, parsed: parse(text) };
  const run = await runProgram({ ...surroundings, program, statements });
  if (options.json) terminal.stdout(`${JSON.stringify(casesJson(run, program))}\n`);
  else {
    printCases(run, program, terminal);
    if (!run.report.stated) terminal.stdout(`${l10n.t('No output is stated.')}\n`);
  }
  return exitCode(run);
}

interface Checked {
  readonly text: string;
  readonly blocks: number;
  readonly statements: readonly Statement[];
}

function page({ text }: SourceFile): Checked {
  const { program, statements, blocks } = readPage(text, (block) => {
    return parse(block).errors.length === 0;
  });
  return { text: program, statements, blocks };
}

function whole(source: SourceFile): Checked {
  return { text: source.text, blocks: 1, statements: statementsBeside(source) };
}
