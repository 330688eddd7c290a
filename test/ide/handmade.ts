// Traces made by hand, for what an editor shows of them. Places are given by the text that stands
// there: `at(source, 'out = f(x)', 'out')` is the span of `out` in that line.

import { parse } from '../../src/python/parse/parse.ts';
import type { Span } from '../../src/base/span.ts';
import type { Snapshot } from '../../src/ide/snapshot.ts';
import type { Case, Fact, Seen, SeenModule, SeenTensor, Trace } from '../../src/trace/facts.ts';

export const path = '/home/ann/net.py';

export function at(source: string, line: string, part = line): Span {
  const start = source.indexOf(line) + line.indexOf(part);
  if (!source.includes(line) || !line.includes(part))
    throw new Error(`not there: ${line}, ${part}`);
  return { start, end: start + part.length };
}

export function tensor(...sizes: readonly number[]): SeenTensor {
  return {
    type: 'tensor',
    shape: sizes.map((value) => ({ value, name: null })),
    dtype: 'float32',
    device: 'cpu',
    requiresGrad: false,
    parameter: false,
    madeBy: '',
  };
}

export function layer(className: string, title: string, parameterCount: number): SeenModule {
  return { type: 'module', className, title, parameterCount, trainable: parameterCount };
}

export function fact(
  span: Span,
  seen: Seen,
  options: Partial<Pick<Fact, 'kind' | 'name' | 'caseIndex' | 'first' | 'visits' | 'steady'>> = {},
): Fact {
  return {
    span,
    statement: span,
    kind: 'target',
    name: '',
    caseIndex: null,
    first: seen,
    last: seen,
    distinct: options.first ? [options.first, seen] : [seen],
    firstVisit: 0,
    lastVisit: 0,
    visits: 1,
    steady: true,
    ...options,
  };
}

export function caseAt(index: number, callSpan: Span, options: Partial<Case> = {}): Case {
  return {
    index,
    className: 'Net',
    constructed: `Net(${index})`,
    path,
    callSpan,
    definition: null,
    inputs: [tensor(1, 3)],
    output: tensor(1, 5 + index),
    error: null,
    count: 1,
    ...options,
  };
}

export async function snapshot(
  source: string,
  facts: readonly Fact[],
  trace: Partial<Trace> = {},
): Promise<Snapshot> {
  const parsed = parse(source);
  return {
    path,
    parsed,
    trace: {
      path,
      files: new Map([[path, { path, facts }]]),
      sources: [path],
      cases: [],
      printed: [],
      diagnostics: [],
      loops: [],
      skippedTests: [],
      end: 'finished',
      exitCode: 0,
      milliseconds: 1,
      ...trace,
    },
  };
}
