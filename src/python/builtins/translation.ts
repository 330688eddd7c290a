// `str.translate` and the tables that `str.maketrans` makes for it.

import { typeName, typeOf } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { getItem, isException } from '../evaluate/protocols.ts';
import { codePointsOf } from '../text/codePoints.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import { Dict, dictType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';

/** `text.translate(table)`: the table maps ordinals to ordinals, strings or None. */
export function* translate(vm: Interpreter, text: string, table: Value): Steps {
  if (isUnknown(table)) return new Unknown(reasonOf(table));
  let result = '';
  for (const char of text) {
    const mapped = yield* lookUp(vm, table, char.codePointAt(0) as number);
    if (isUnknown(mapped)) return new Unknown(reasonOf(mapped));
    result += mapped === undefined ? char : replacement(mapped);
  }
  return result;
}

function* lookUp(
  vm: Interpreter,
  table: Value,
  code: number,
): Generator<Pending, Value | undefined, Value> {
  if (table instanceof Dict && table.cls === dictType) return table.get(code);
  if (typeOf(table).lookup('__getitem__') === undefined) {
    raise('TypeError', `'${typeName(table)}' object is not subscriptable`);
  }
  try {
    return yield* wait(getItem(vm, table, code));
  } catch (error) {
    if (isException(error, 'LookupError')) return undefined;
    throw error;
  }
}

function replacement(mapped: Value): string {
  if (mapped === null) return '';
  const text = textOf(mapped);
  if (text !== undefined) return text;
  const code = intOf(mapped);
  if (code === undefined) {
    raise('TypeError', 'character mapping must return integer, None or str');
  }
  if (code < 0 || code > 0x10ffff) {
    raise('ValueError', 'character mapping must be in range(0x110000)');
  }
  return String.fromCodePoint(Number(code));
}

function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof StrObject ? value.value : undefined;
}

/** `str.maketrans(x, y, z)` */
export function makeTable(
  _vm: Interpreter,
  x: Value,
  y: Value | undefined,
  z: Value | undefined,
): Value {
  if (y === undefined) return tableOfDict(x);
  const table = new Dict();
  if (textOf(x) === undefined) {
    raise('TypeError', 'first maketrans argument must be a string if there is a second argument');
  }
  const from = charactersOf(x, 1);
  const to = charactersOf(y, 2);
  if (from.length !== to.length) {
    raise('ValueError', 'the first two maketrans arguments must have equal length');
  }
  for (const [i, char] of from.entries()) table.set(ordinal(char), ordinal(to[i] as string));
  for (const char of z === undefined ? [] : charactersOf(z, 3)) table.set(ordinal(char), null);
  return table;
}

function tableOfDict(given: Value): Value {
  if (!(given instanceof Dict)) {
    raise('TypeError', 'if you give only one argument to maketrans it must be a dict');
  }
  const table = new Dict();
  for (const [key, value] of given.entries()) {
    const text = textOf(key);
    if (text !== undefined) {
      const characters = codePointsOf(text);
      if (characters.length !== 1) {
        raise('ValueError', 'string keys in translate table must be of length 1');
      }
      table.set(ordinal(text), value);
    } else if (intOf(key) !== undefined) {
      table.set(key, value);
    } else {
      raise('TypeError', 'keys in translate table must be strings or integers');
    }
  }
  return table;
}

function charactersOf(value: Value, position: number): string[] {
  const text = textOf(value);
  if (text !== undefined) return codePointsOf(text);
  return raise('TypeError', `maketrans() argument ${position} must be str, not ${typeName(value)}`);
}

function ordinal(char: string): number {
  return char.codePointAt(0) as number;
}
