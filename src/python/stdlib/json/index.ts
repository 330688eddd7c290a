// `_jsontext`: what `json` is made of that is not Python.

import { call } from '../../evaluate/call.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { wait, type Steps } from '../../evaluate/pending.ts';
import { index, truth } from '../../evaluate/protocols.ts';
import { typeName } from '../../evaluate/attributes.ts';
import type { BuiltinModule } from '../../imports.ts';
import { native } from '../../native.ts';
import { lengthOf } from '../../text/codePoints.ts';
import { List, Tuple } from '../../values/containers.ts';
import { PyError, raise, type ExceptionObject } from '../../values/exception.ts';
import { intOf } from '../../values/integers.ts';
import { StrObject } from '../../values/numbers.ts';
import type { Value } from '../../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../../values/unknown.ts';
import { scan, scanString, unitAt } from './scan.ts';
import { quote, write, type Style } from './write.ts';

export const json: BuiltinModule = {
  name: '_jsontext',
  build: () => ({
    scan: scanValue,
    scan_string: scanText,
    write: writeValue,
    encode_basestring: native('encode_basestring(string, /)', (vm: Interpreter, text: Value) =>
      quoted(vm, text, false),
    ),
    encode_basestring_ascii: native(
      'encode_basestring_ascii(string, /)',
      (vm: Interpreter, text: Value) => quoted(vm, text, true),
    ),
  }),
};

function textOf(value: Value): string | undefined {
  return value instanceof StrObject ? value.value : typeof value === 'string' ? value : undefined;
}

function quoted(vm: Interpreter, value: Value, ascii: boolean): Value {
  const text = textOf(value);
  if (text === undefined) {
    return raise('TypeError', `first argument must be a string, not ${typeName(value)}`);
  }
  vm.charge(text.length * 2);
  const made = quote(text, ascii);
  vm.charge(made.length * 2);
  return made;
}

/** Reads the value at an index: `(value, end)`. StopIteration where the text has ended. */
const scanValue = native(
  'scan(string, idx, strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant, error, /)',
  function* (
    vm: Interpreter,
    source: Value,
    at: Value,
    strict: Value,
    object: Value,
    pairs: Value,
    float: Value,
    int: Value,
    constant: Value,
    error: Value,
  ): Steps {
    if (isUnknown(source)) return new Unknown(reasonOf(source));
    const text = textOf(source);
    if (text === undefined) {
      return raise('TypeError', `first argument must be a string, not ${typeName(source)}`);
    }
    const start = Number(index(vm, at));
    if (start < 0) raise('ValueError', 'idx cannot be negative');
    if (start > lengthOf(text)) raise('StopIteration', start);
    const isStrict = (yield* wait(truth(vm, strict))) === true;
    const hooks = { strict: isStrict, object, pairs, float, int, constant, error };
    return yield* scan(vm, text, start, hooks);
  },
);

/** Reads the rest of a string: `(text, end)`. */
const scanText = native(
  'scan_string(string, end, strict, error, /)',
  function* (vm: Interpreter, source: Value, end: Value, strict: Value, error: Value): Steps {
    const start = index(vm, end);
    if (start >= 2n ** 63n) raise('OverflowError', 'Python int too large to convert to C ssize_t');
    const text = textOf(source);
    if (text === undefined) {
      return raise('TypeError', `first argument must be a string, not ${typeName(source)}`);
    }
    if (start < 0 || start > lengthOf(text)) raise('ValueError', 'end is out of bounds');
    const isStrict = (yield* wait(truth(vm, strict))) === true;
    const found = scanString(text, unitAt(text, Number(start)), isStrict);
    if ('problem' in found) {
      const at = lengthOf(text.slice(0, found.at));
      const problem = yield* wait(call(vm, error, [found.problem, source, at]));
      throw new PyError(problem as ExceptionObject);
    }
    return new Tuple([found.value, lengthOf(text.slice(0, found.end))]);
  },
);

/** The pieces of a value's text, as a list. */
const writeValue = native(
  'write(o, ascii, indent, item_separator, key_separator, sort_keys, skipkeys, allow_nan, check_circular, default, level, /)',
  function* (vm: Interpreter, value: Value, ...given: Value[]): Steps {
    const truths: boolean[] = [];
    for (const flag of [0, 4, 5, 6, 7]) {
      truths.push((yield* wait(truth(vm, given[flag] as Value))) === true);
    }
    const [ascii, sortKeys, skipKeys, allowNan, checkCircular] = truths as [
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
    ];
    const style: Style = {
      ascii,
      indent: textOf(given[1] as Value) ?? null,
      itemSeparator: separator(given[2] as Value),
      keySeparator: separator(given[3] as Value),
      sortKeys,
      skipKeys,
      allowNan,
      checkCircular,
      byDefault: given[8] as Value,
      level: Number(intOf(given[9] as Value) ?? 0),
    };
    const pieces = yield* write(vm, value, style);
    return Array.isArray(pieces) ? new List(pieces) : pieces;
  },
);

function separator(value: Value): string {
  return textOf(value) ?? raise('TypeError', `separator must be str, not ${typeName(value)}`);
}
