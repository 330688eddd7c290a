// Runs a program with its cases on numbers: the same trace as always, under the run budget, and each
// case's outputs computed by an engine as soon as its call has ended.

import * as l10n from '../base/l10n.ts';
import type { Evaluator } from '../graph/op.ts';
import type { Case, Trace } from '../trace/facts.ts';
import { runLimits, traceProgram, type ProgramRequest, type World } from '../trace/program.ts';
import { holdsUnknown } from '../trace/seen.ts';
import type { CaseResult, RunProgress, RunReport } from '../view/runReport.ts';
import { Ledger, type CaseRecord } from './ledger.ts';
import { compareStated, expectedOfCases, type StatedOutput, type Statement } from './stated.ts';

export interface RunCasesRequest extends Pick<
  ProgramRequest,
  'path' | 'parsed' | 'argv' | 'openFiles' | 'torchVersion' | 'signal' | 'readLine' | 'onPrint'
> {
  readonly stepsMax?: number;
  readonly evaluator: Evaluator;
  /** Why the engine is not the one that was asked for. */
  engineNote(): string | null;
  /** The cases to compute; all, if empty. */
  readonly cases: readonly number[];
  /** Texts that may state what the program prints. */
  readonly statements: readonly Statement[];
  onProgress?(progress: RunProgress): void;
}

export interface CasesRun {
  readonly trace: Trace;
  readonly report: RunReport;
}

export async function runCases(request: RunCasesRequest, world: World): Promise<CasesRun> {
  const { evaluator, signal, cases, stepsMax, onProgress, statements } = request;
  const started = world.now();
  const ledger = new Ledger(evaluator, signal);
  let done = 0;
  const trace = await traceProgram(
    {
      ...request,
      limits: runLimits(stepsMax),
      observe: 'everything',
      tests: 'run',
      evaluator: ledger,
      onCaseEntered: (index) => ledger.entered(index),
      onCase: (outputs) => {
        if (cases.length === 0 || cases.includes(outputs.index)) ledger.gave(outputs);
        onProgress?.({ done: done++, of: null, doing: l10n.t('case {0}', outputs.index + 1) });
      },
      between: () => ledger.computeWaiting(),
    },
    world,
  );
  const stated = statedOutput(trace, statements);
  const chosen = trace.cases.filter(({ index }) => cases.length === 0 || cases.includes(index));
  const stopped = trace.end === 'stopped';
  return {
    trace,
    report: {
      cases: caseResults(chosen, trace, ledger.records, stated),
      engine: ledger.engine,
      engineNote: request.engineNote(),
      milliseconds: world.now() - started,
      stated,
      stopped,
    },
  };
}

function statedOutput({ printed }: Trace, statements: readonly Statement[]): StatedOutput | null {
  const text = printed.filter(({ stream }) => stream === 'stdout').map((part) => part.text);
  return compareStated(statements, text.join(''));
}

function caseResults(
  chosen: readonly Case[],
  { printed, end }: Trace,
  records: ReadonlyMap<number, CaseRecord>,
  stated: StatedOutput | null,
): CaseResult[] {
  const stdout = printed.filter(({ stream }) => stream === 'stdout');
  const expected = stated ? expectedOfCases(stated, stdout) : null;
  return chosen.map((each) => {
    const record = records.get(each.index);
    const own = expected?.get(each.index) ?? null;
    const parts = stdout.filter(({ caseIndex }) => caseIndex === each.index);
    return {
      index: each.index,
      ...verdictOf(each, record, own, end === 'stopped'),
      engine: record?.engine ?? null,
      operators: record?.operators ?? 0,
      milliseconds: record?.milliseconds ?? 0,
      outputs: record?.outputs ?? [],
      expected: own?.expected ?? null,
      printed: parts.map(({ text }) => text).join(''),
    };
  });
}

/** A case passes when nothing speaks against it, and its numbers are there. */
export function verdictOf(
  { error, output }: Case,
  record: CaseRecord | undefined,
  expected: { readonly matches: boolean } | null,
  stopped: boolean,
): Pick<CaseResult, 'verdict' | 'message'> {
  if (error !== null) return { verdict: 'failed', message: error };
  if (record?.fault) return { verdict: 'failed', message: record.fault };
  if (record?.failure) return { verdict: 'notRun', message: record.failure };
  if (!record?.computed) {
    if (stopped) return { verdict: 'notRun', message: l10n.t('the run was stopped') };
    if (output === null) {
      return { verdict: 'failed', message: l10n.t('the call ended by an exception') };
    }
    return { verdict: 'notRun', message: l10n.t('its numbers are not known') };
  }
  if (output && holdsUnknown(output)) {
    return { verdict: 'notRun', message: l10n.t('a part of its output is not known') };
  }
  if (record.operators === 0) {
    return { verdict: 'notRun', message: l10n.t('there was nothing to compute') };
  }
  if (expected?.matches === false) {
    return { verdict: 'failed', message: l10n.t('the stated output is another') };
  }
  return { verdict: 'passed', message: null };
}
