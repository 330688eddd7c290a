// A trace as JSON for other programs: what each line assigned, by file, line and name.

import type { LineIndex } from '../base/span.ts';
import type { Fact, Seen, Trace } from '../trace/facts.ts';

export type TensorJson = readonly [shape: readonly number[], dtype: string];

export interface TraceJson {
  readonly files: Record<string, Record<string, Record<string, readonly TensorJson[]>>>;
  readonly stdout: string;
  readonly errors: readonly {
    readonly file: string;
    readonly line: number;
    readonly type: string;
    readonly message: string;
  }[];
}

export interface TraceJsonOptions {
  /** Which pass over a line counts. */
  readonly pass: 'first' | 'last';
  /** The lines of a file; null where it was not read. */
  linesOf(path: string): LineIndex | null;
  /** The path as it is printed. */
  shownPath(path: string): string;
}

const TENSORS_MAX = 64;

export function traceJson(trace: Trace, options: TraceJsonOptions): TraceJson {
  const files: [string, Record<string, Record<string, readonly TensorJson[]>>][] = [];
  for (const { path, facts } of trace.files.values()) {
    const lines = options.linesOf(path);
    if (!lines) continue;
    const byLine = linesJson(facts, lines, options.pass);
    if (Object.keys(byLine).length > 0) files.push([options.shownPath(path), byLine]);
  }
  const printed = trace.printed.filter(({ stream }) => stream === 'stdout');
  return {
    files: Object.fromEntries(files),
    stdout: printed.map(({ text }) => text).join(''),
    errors: errorsJson(trace, options),
  };
}

/** What is known of one name on one line, from all cases and places of it. */
interface Place {
  first: Fact;
  last: Fact;
  order: number;
}

function linesJson(
  facts: readonly Fact[],
  lines: LineIndex,
  pass: 'first' | 'last',
): Record<string, Record<string, readonly TensorJson[]>> {
  const places = new Map<number, Map<string, Place>>();
  for (const fact of facts) {
    if (fact.kind === 'expression') continue;
    const line = lines.lineAt(fact.statement.start) + 1;
    let names = places.get(line);
    if (!names) places.set(line, (names = new Map()));
    const place = names.get(fact.name);
    if (!place) {
      names.set(fact.name, { first: fact, last: fact, order: 0 });
      continue;
    }
    if (fact.firstVisit < place.first.firstVisit) place.first = fact;
    if (fact.lastVisit > place.last.lastVisit) place.last = fact;
  }
  const sorted = [...places].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    sorted.flatMap(([line, names]) => {
      const entries = [...names].flatMap(([name, { first, last }]) => {
        const [firstTensors, lastTensors] = [tensors(first.first), tensors(last.last)];
        if (firstTensors.length + lastTensors.length === 0) return [];
        return [[name, pass === 'first' ? firstTensors : lastTensors] as const];
      });
      return entries.length > 0 ? [[String(line), Object.fromEntries(entries)] as const] : [];
    }),
  );
}

function tensors(value: Seen): TensorJson[] {
  return flatten(value).slice(0, TENSORS_MAX);
}

function flatten(value: Seen): TensorJson[] {
  switch (value.type) {
    case 'tensor':
      return [[value.shape.map((dim) => dim.value), value.dtype]];
    case 'tuple':
    case 'list':
      return value.items.flatMap(flatten);
    case 'dict':
      return value.entries.flatMap(([, item]) => flatten(item));
    default:
      return [];
  }
}

/** The uncaught exception first, then what is not supported. */
function errorsJson(trace: Trace, options: TraceJsonOptions): TraceJson['errors'] {
  const raised = trace.diagnostics.filter(({ severity }) => severity === 'error');
  const unsupported = trace.diagnostics.filter(({ severity }) => severity !== 'error');
  const found = [...raised, ...unsupported].map(({ path, span, type, message }) => ({
    file: options.shownPath(path),
    line: (options.linesOf(path)?.lineAt(span.start) ?? 0) + 1,
    type,
    message,
  }));
  if (trace.end === 'finished' || found.length > 0) return found;
  const limit = { file: options.shownPath(trace.path), line: 1, type: 'LimitReached' };
  return [{ ...limit, message: trace.end }, ...found];
}
