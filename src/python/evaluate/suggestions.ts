// "Did you mean: 'name'?" after NameError and AttributeError, by CPython's measure of how alike two
// names are. Only tracebacks show it; it is no part of the message.

import { List } from '../values/containers.ts';
import { entriesOf, exceptionType, PyError, type ExceptionObject } from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { call, finishNow } from './call.ts';
import type { Interpreter } from './interpreter.ts';

/** The text to put after the message; empty where there is nothing alike. */
export function suggestion(vm: Interpreter, exception: ExceptionObject): string {
  const name = exception.fields?.get('name');
  if (typeof name !== 'string') return '';
  const found = exception.cls.isSubtypeOf(exceptionType('AttributeError'))
    ? amongAttributes(vm, exception, name)
    : exception.cls.isSubtypeOf(exceptionType('NameError'))
      ? amongNames(vm, exception, name)
      : null;
  return found === null ? '' : `. Did you mean: '${found}'?`;
}

function amongAttributes(vm: Interpreter, exception: ExceptionObject, name: string): string | null {
  const object = exception.fields?.get('obj');
  const dir = vm.builtins.values.get('dir');
  if (object === undefined || dir === undefined || isUnknown(object)) return null;
  let names: Value;
  try {
    names = finishNow(vm, call(vm, dir, [object]));
  } catch (error) {
    if (error instanceof PyError) return null;
    throw error;
  }
  return names instanceof List ? closest(name, names.items.filter(isText)) : null;
}

function amongNames(vm: Interpreter, exception: ExceptionObject, name: string): string | null {
  const innermost = entriesOf(exception.traceback).at(-1);
  if (!innermost) return null;
  const { code, globals } = innermost.frame;
  const locals = [...code.slotNames, ...code.cellNames, ...code.freeNames].filter((n) =>
    /^[^\d\W]/u.test(n),
  );
  const groups = [
    locals,
    [...globals.keys()].filter(isText),
    [...vm.builtins.keys()].filter(isText),
  ];
  for (const names of groups) {
    const found = closest(name, names);
    if (found !== null) return found;
  }
  return null;
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}

const CANDIDATES_MAX = 750;
const LENGTH_MAX = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

function closest(name: string, candidates: readonly string[]): string | null {
  if (candidates.length >= CANDIDATES_MAX) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    // No more than a third of the characters involved should have to change.
    const third = Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6);
    const most = Math.min(third, bestDistance - 1);
    const distance = editDistance(name, candidate, most);
    if (distance > most || distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** The edit distance, or more than `most` where it is more than that. */
function editDistance(first: string, second: string, most: number): number {
  let [a, b] = [first, second];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  [a, b] = [a.slice(start), b.slice(start)];
  let end = 0;
  while (end < a.length && end < b.length && a.at(-1 - end) === b.at(-1 - end)) end++;
  [a, b] = [a.slice(0, a.length - end), b.slice(0, b.length - end)];
  if (a === '' || b === '') return (a.length + b.length) * MOVE_COST;
  if (a.length > LENGTH_MAX || b.length > LENGTH_MAX) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > most) return most + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (const [i, char] of [...b].entries()) {
    let distance = i * MOVE_COST;
    result = distance;
    let least = Infinity;
    for (const [j, other] of [...a].entries()) {
      const substitute = distance + substitutionCost(char, other);
      distance = row[j] ?? 0;
      result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
      row[j] = result;
      least = Math.min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}
