// `_codecs`: what `codecs` is made of that is not Python.

import { decodeBytes, codecRegistry, encodeText } from '../builtins/textCodecs.ts';
import { bytesLike } from '../builtins/bytesArguments.ts';
import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { steps } from '../evaluate/pending.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { replaceBytes, replaceCharacters } from '../text/codecErrors.ts';
import { codecNamed, normalisedName } from '../text/codecs.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { ExceptionObject, PyError, raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';

export const codecs: BuiltinModule = {
  name: '_codecs',
  build: () => ({
    encode_text: native(
      'encode_text(text, name, errors, /)',
      (run: Interpreter, text: Value, name: Value, errors: Value) =>
        steps(encodeText(run, textOf(text), textOf(name), textOf(errors))),
    ),
    decode_bytes: native(
      'decode_bytes(data, name, errors, /)',
      (run: Interpreter, data: Value, name: Value, errors: Value) =>
        steps(decodeBytes(run, bytesLike(data), textOf(name), textOf(errors))),
    ),
    /** The name of a codec of ours; None where there is none. */
    known: native('known(name, /)', (_vm: Interpreter, name: Value) => {
      return codecNamed(textOf(name))?.canonical ?? null;
    }),
    normalised: native('normalised(name, /)', (_vm: Interpreter, name: Value) =>
      normalisedName(textOf(name)),
    ),
    set_error: native('set_error(name, handler, /)', (run: Interpreter, name: Value, by: Value) => {
      codecRegistry(run).errors.set(textOf(name), by);
      return null;
    }),
    get_error: native('get_error(name, /)', (run: Interpreter, name: Value) => {
      return codecRegistry(run).errors.get(textOf(name)) ?? null;
    }),
    handle: native('handle(name, error, /)', (_vm: Interpreter, name: Value, error: Value) =>
      handle(textOf(name), error),
    ),
    add_search: native('add_search(search, /)', (run: Interpreter, search: Value) => {
      codecRegistry(run).searches.push(search);
      return null;
    }),
    remove_search: native('remove_search(search, /)', (run: Interpreter, search: Value) => {
      const { searches, found } = codecRegistry(run);
      const at = searches.indexOf(search);
      if (at >= 0) searches.splice(at, 1);
      found.clear();
      return null;
    }),
    searches: native(
      'searches()',
      (run: Interpreter) => new List([...codecRegistry(run).searches]),
    ),
  }),
};

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `argument must be str, not ${typeName(value)}`);
}

/** What one of the standard handlers does with an error: `(replacement, position)`. */
function handle(name: string, error: Value): Value {
  if (!(error instanceof ExceptionObject)) {
    return raise('TypeError', `argument must be an exception, not ${typeName(error)}`);
  }
  const kind = error.cls.mro.find((type) => type.name.startsWith('Unicode'))?.name;
  const fields = kind === 'UnicodeTranslateError' ? [null, ...error.args.items] : error.args.items;
  const [encoding, object] = fields as Value[];
  const field = (i: number, key: string): number =>
    Number(intOf(error.fields?.get(key) ?? (fields[i] as Value)) ?? 0);
  const [start, end] = [field(2, 'start'), field(3, 'end')];
  const codec = typeof encoding === 'string' ? normalisedName(encoding).replaceAll('_', '-') : '';
  if (kind === 'UnicodeDecodeError' && object instanceof Bytes) {
    const problem = { codec, data: object.data, start, end, reason: '' };
    const [text, at] = strictly(error, () => replaceBytes(problem, name, null));
    return new Tuple([text, at]);
  }
  if (
    (kind !== 'UnicodeEncodeError' && kind !== 'UnicodeTranslateError') ||
    typeof object !== 'string'
  ) {
    return raise('TypeError', `don't know how to handle ${error.cls.name} in error callback`);
  }
  const points = Uint32Array.from(object, (char) => char.codePointAt(0) as number);
  if (kind === 'UnicodeTranslateError' && name === 'replace') {
    return new Tuple(['\ufffd'.repeat(Math.max(0, end - start)), end]);
  }
  const problem = { codec, text: object, points, start, end, reason: '' };
  const [made, at] = strictly(error, () => replaceCharacters(problem, name, null));
  return new Tuple([typeof made === 'string' ? made : new Bytes(made), at]);
}

/** Where a handler gives up, it raises the error that it was given. */
function strictly<T>(error: ExceptionObject, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    const same = thrown instanceof PyError && thrown.value.cls.name.startsWith('Unicode');
    if (same) throw new PyError(error);
    throw thrown;
  }
}
