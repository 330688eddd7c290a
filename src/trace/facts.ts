// What a trace has learnt about a program: the values seen at each place of the source, the cases
// that were run and what was printed. Plain data, no Python objects and no graph: it outlives the
// run. Nothing here shows it to anyone.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';

/** A dimension as it is shown: its number, and the name that it is known by where there is one. */
export interface SeenDim {
  readonly value: number;
  readonly name: string | null;
}

/** A value as a trace keeps it. */
export type Seen =
  | SeenTensor
  | { readonly type: 'tuple' | 'list'; readonly items: readonly Seen[]; readonly length: number }
  | {
      readonly type: 'dict';
      readonly entries: readonly (readonly [key: string, value: Seen])[];
      readonly length: number;
    }
  | SeenModule
  | { readonly type: 'unknown'; readonly reason: string }
  | { readonly type: 'other'; readonly className: string };

export interface SeenTensor {
  readonly type: 'tensor';
  readonly shape: readonly SeenDim[];
  /** `float32`, as PyTorch names it after the dot. */
  readonly dtype: string;
  readonly device: string;
  readonly requiresGrad: boolean;
  readonly parameter: boolean;
  /** The operator and its main arguments, as the graph prints them. */
  readonly madeBy: string;
}

export interface SeenModule {
  readonly type: 'module';
  readonly className: string;
  /** `Conv2d(3, 16, kernel_size=(3, 3), stride=(1, 1))`, for layers of torch. */
  readonly title: string;
  /** Null where the sizes of some are not known. */
  readonly parameterCount: number | null;
  readonly trainable: number;
}

/** What was seen at one place, under one case. */
export interface Fact {
  readonly span: Span;
  readonly statement: Span;
  readonly kind: 'target' | 'return' | 'expression';
  /** As `ast.unparse` writes the target; `<return>`; empty for an expression. */
  readonly name: string;
  /** The case under which it was seen; null outside of all. */
  readonly caseIndex: number | null;
  readonly first: Seen;
  last: Seen;
  /** One value for each different shape, in the order in which they came; the first few. */
  readonly distinct: Seen[];
  /** When the place was passed first and last, counted over all places of the run. */
  readonly firstVisit: number;
  lastVisit: number;
  /** How often the place was passed. */
  visits: number;
  /** Whether all passes saw the same shapes. */
  steady: boolean;
}

/** The outermost call of a module of the program. */
export interface Case {
  readonly index: number;
  readonly className: string;
  /** `ResidualBlock(64, 128, stride=1)` */
  readonly constructed: string;
  readonly path: string;
  /** The call that is the case. */
  readonly callSpan: Span;
  /** The `class` statement's name, and the `forward` of the class, where they are in a file. */
  readonly definition: {
    readonly path: string;
    readonly name: Span;
    readonly forward: Span | null;
  } | null;
  readonly inputs: readonly Seen[];
  output: Seen | null;
  /** The exception that ended it. */
  error: string | null;
  /** How many calls of the same class, arguments and shapes from this place it stands for. */
  count: number;
}

export interface Printed {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  /** The case whose call came before it. */
  readonly caseIndex: number | null;
}

/** Something that stands in a file and was left early, for a hint at its line. */
export interface LoopNote {
  readonly path: string;
  readonly span: Span;
  readonly passes: number;
}

export interface FileFacts {
  readonly path: string;
  readonly facts: readonly Fact[];
}

/** A `test_*` function that the program did not call, and why Torchpad did not either. */
export interface SkippedTest {
  readonly path: string;
  readonly name: string;
  readonly span: Span;
  readonly reason: string;
}

export interface Trace {
  /** The file that was run. */
  readonly path: string;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** All files of the program that it loaded, with facts or without. */
  readonly sources: readonly string[];
  readonly cases: readonly Case[];
  readonly printed: readonly Printed[];
  readonly diagnostics: readonly Diagnostic[];
  readonly loops: readonly LoopNote[];
  readonly skippedTests: readonly SkippedTest[];
  /** How the run ended: to the end, by an exception, or by a limit. */
  readonly end: 'finished' | 'raised' | 'time' | 'steps' | 'memory' | 'stopped';
  readonly exitCode: number;
  readonly milliseconds: number;
}
