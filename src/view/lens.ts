// What stands in small print above a line of code, and what a click on it does.

export interface Lens {
  /** Zero-based; the lens stands above it. */
  readonly line: number;
  readonly title: string;
  readonly tooltip: string | null;
  /** Null where the lens only tells something. */
  readonly action: LensAction | null;
}

export type LensAction =
  | { readonly kind: 'run'; readonly cases: readonly number[] }
  | { readonly kind: 'select'; readonly caseIndex: number };
