// Binding a call's arguments to the parameters of a Python function, with CPython's messages.

import type { FunctionObject } from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { Dict, type Value } from '../values/object.ts';
import type { Keywords } from '../signature.ts';
import type { Code } from './code.ts';
import type { Frame } from './frame.ts';

/** Fills the parameter slots of a fresh frame. */
export function bindArguments(
  frame: Frame,
  func: FunctionObject,
  args: readonly Value[],
  keywords: Keywords,
): void {
  const { code } = func;
  const { slots } = frame;
  const { positionalCount } = code;
  const given = args.length;
  const direct = given < positionalCount ? given : positionalCount;
  for (let i = 0; i < direct; i++) slots[i] = args[i];
  if (
    given === positionalCount &&
    keywords === null &&
    code.keywordOnlyCount === 0 &&
    !code.hasVarArgs &&
    !code.hasVarKeywords
  ) {
    return;
  }
  const rest = positionalCount + code.keywordOnlyCount;
  if (code.hasVarArgs) slots[rest] = new Tuple(args.slice(direct));
  const extra = code.hasVarKeywords ? new Dict() : null;
  if (extra) slots[rest + (code.hasVarArgs ? 1 : 0)] = extra;
  if (keywords !== null) bindKeywords(func, slots, keywords, extra);
  if (given > positionalCount && !code.hasVarArgs) tooMany(func, slots, given);
  fillDefaults(func, slots, direct);
}

function bindKeywords(
  func: FunctionObject,
  slots: (Value | undefined)[],
  keywords: Map<string, Value>,
  extra: Dict | null,
): void {
  const { code } = func;
  const named = code.positionalCount + code.keywordOnlyCount;
  for (const [name, value] of keywords) {
    const index = code.slotNames.indexOf(name);
    if (index >= code.positionalOnlyCount && index < named) {
      if (slots[index] !== undefined) {
        raise('TypeError', `${func.qualname}() got multiple values for argument '${name}'`);
      }
      slots[index] = value;
    } else if (extra) {
      extra.setName(name, value);
    } else {
      refuseKeyword(func, name, keywords);
    }
  }
}

function refuseKeyword(func: FunctionObject, name: string, keywords: Map<string, Value>): never {
  const { code } = func;
  const positionalOnly = code.slotNames
    .slice(0, code.positionalOnlyCount)
    .filter((parameter) => keywords.has(parameter));
  if (positionalOnly.length > 0) {
    raise(
      'TypeError',
      `${func.qualname}() got some positional-only arguments passed as keyword arguments: ` +
        `'${positionalOnly.join(', ')}'`,
    );
  }
  raise('TypeError', `${func.qualname}() got an unexpected keyword argument '${name}'`);
}

function fillDefaults(func: FunctionObject, slots: (Value | undefined)[], direct: number): void {
  const { code, defaults, kwDefaults } = func;
  const { positionalCount } = code;
  const firstDefault = positionalCount - defaults.length;
  const missing: string[] = [];
  for (let i = direct; i < positionalCount; i++) {
    if (slots[i] !== undefined) continue;
    if (i >= firstDefault) slots[i] = defaults[i - firstDefault];
    else missing.push(code.slotNames[i] as string);
  }
  if (missing.length > 0) raiseMissing(func, missing, 'positional');
  for (let i = positionalCount; i < positionalCount + code.keywordOnlyCount; i++) {
    if (slots[i] !== undefined) continue;
    const name = code.slotNames[i] as string;
    const value = kwDefaults?.values.get(name);
    if (value === undefined) missing.push(name);
    else slots[i] = value;
  }
  if (missing.length > 0) raiseMissing(func, missing, 'keyword-only');
}

function raiseMissing(func: FunctionObject, names: readonly string[], kind: string): never {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() as string;
  const list =
    quoted.length === 0
      ? last
      : quoted.length === 1
        ? `${quoted[0]} and ${last}`
        : `${quoted.join(', ')}, and ${last}`;
  const noun = names.length === 1 ? 'argument' : 'arguments';
  raise(
    'TypeError',
    `${func.qualname}() missing ${names.length} required ${kind} ${noun}: ${list}`,
  );
}

function tooMany(func: FunctionObject, slots: (Value | undefined)[], given: number): never {
  const { code, defaults } = func;
  const most = code.positionalCount;
  const least = most - defaults.length;
  const keywordOnly = keywordOnlyGiven(code, slots);
  const takes = defaults.length > 0 ? `from ${least} to ${most}` : String(most);
  const plural = most === 1 && defaults.length === 0 ? '' : 's';
  const also =
    keywordOnly > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${keywordOnly} keyword-only ` +
        `argument${keywordOnly === 1 ? '' : 's'})`
      : '';
  const were = given === 1 && keywordOnly === 0 ? 'was' : 'were';
  raise(
    'TypeError',
    `${func.qualname}() takes ${takes} positional argument${plural} but ${given}${also} ${were} given`,
  );
}

function keywordOnlyGiven(code: Code, slots: (Value | undefined)[]): number {
  let count = 0;
  for (let i = code.positionalCount; i < code.positionalCount + code.keywordOnlyCount; i++) {
    if (slots[i] !== undefined) count++;
  }
  return count;
}
