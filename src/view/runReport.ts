// What running the cases of a program on numbers gave.

/** `notRun`: the run was stopped before the case, or the case could not be computed. */
export type Verdict = 'passed' | 'failed' | 'notRun';

export type EngineName = 'native' | 'bundled';

/** The numbers of one output tensor, in four. */
export interface NumberSummary {
  /** `output[0]`, or empty where the output is one tensor. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
}

export interface CaseResult {
  /** The case's index in the trace of the run. */
  readonly index: number;
  readonly verdict: Verdict;
  /** Why it did not pass; PyTorch's words where the program raised. */
  readonly message: string | null;
  /** Null where nothing was computed. */
  readonly engine: EngineName | null;
  /** Operators that the engine ran for the case. */
  readonly operators: number;
  readonly milliseconds: number;
  readonly outputs: readonly NumberSummary[];
  /** The stated output that belongs to the case, if the program states any. */
  readonly expected: string | null;
  /** What the program printed for the case. */
  readonly printed: string;
}

export interface RunReport {
  readonly cases: readonly CaseResult[];
  /** The engine that computed the numbers; null where none was needed. */
  readonly engine: EngineName | null;
  /** Why it is not the engine that was asked for. */
  readonly engineNote: string | null;
  readonly milliseconds: number;
  /** The whole stated output, compared with the whole printed text; null where none is stated. */
  readonly stated: {
    readonly matches: boolean;
    readonly expected: string;
    readonly printed: string;
  } | null;
  readonly stopped: boolean;
}

/** How far a run is. */
export interface RunProgress {
  readonly done: number;
  /** Null while the number of cases is not known. */
  readonly of: number | null;
  /** What is going on, for people: a case's title. */
  readonly doing: string | null;
}
