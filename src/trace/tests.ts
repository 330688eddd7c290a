// `test_*` functions that the program defines and did not call: those without required arguments are
// called by us, one after the other; of the others it is said why not.

import * as l10n from '../base/l10n.ts';
import { Frame } from '../python/evaluate/frame.ts';
import { bindArguments } from '../python/evaluate/arguments.ts';
import { FunctionObject } from '../python/values/callable.ts';
import type { Dict } from '../python/values/object.ts';
import type { Code } from '../python/evaluate/code.ts';
import type { LimitReached } from '../python/evaluate/interpreter.ts';
import type { End } from './drive.ts';
import type { SkippedTest } from './facts.ts';

export interface TestsOptions {
  readonly namespace: Dict;
  readonly path: string;
  /** Whether the program came to its end, so that all it defines is there. */
  readonly programEnded: boolean;
  call(frame: Frame): Promise<End>;
}

export async function runTests(
  options: TestsOptions,
): Promise<{ skipped: SkippedTest[]; limit: LimitReached['limit'] | null }> {
  const skipped: SkippedTest[] = [];
  for (const [func, wasCalled] of testFunctions(options)) {
    if (wasCalled) continue;
    const { path, span } = func.code;
    const reason = reasonAgainst(func, options);
    if (reason !== null) {
      skipped.push({ path, name: func.name, span, reason });
      continue;
    }
    const frame = new Frame(func.code, func.globals, null, func);
    bindArguments(frame, func, [], null);
    frame.openCells(func.closure);
    const end = await options.call(frame);
    if (end.kind === 'limit') return { skipped, limit: end.limit };
  }
  return { skipped, limit: null };
}

/** In the order of the file, each with whether the program called it. */
function testFunctions({ namespace, path }: TestsOptions): [FunctionObject, boolean][] {
  const found: [FunctionObject, boolean][] = [];
  for (const [name, value] of namespace.values) {
    if (typeof name !== 'string' || !name.startsWith('test_')) continue;
    if (!(value instanceof FunctionObject) || value.code.path !== path) continue;
    found.push([value, wasEntered(value.code)]);
  }
  return found.sort(([a], [b]) => a.code.span.start - b.code.span.start);
}

/** A function's body is lowered when it is called first. */
function wasEntered(code: Code): boolean {
  return code.prepare === null;
}

function reasonAgainst(func: FunctionObject, { programEnded }: TestsOptions): string | null {
  const required = requiredParameters(func);
  if (required.length > 0) return l10n.t('needs arguments: {0}', required.join(', '));
  if (func.code.generator !== 'none') return l10n.t('is a generator or coroutine');
  if (!programEnded) return l10n.t('the program did not come to its end');
  return null;
}

function requiredParameters({ code, defaults, kwDefaults }: FunctionObject): string[] {
  const positional = code.slotNames.slice(0, code.positionalCount - defaults.length);
  const keywordOnly = code.slotNames
    .slice(code.positionalCount, code.positionalCount + code.keywordOnlyCount)
    .filter((name) => kwDefaults?.values.has(name) !== true);
  return [...positional, ...keywordOnly];
}
