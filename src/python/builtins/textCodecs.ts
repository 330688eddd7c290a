// Encoding and decoding for a program: with the codecs of text/, with the error handlers that it
// has registered, and with encodings of its own.
//
// https://docs.python.org/3.11/library/codecs.html

import { call, callSync } from '../evaluate/call.ts';
import { getAttribute, typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { UnsupportedText, type CustomErrors } from '../text/codecErrors.ts';
import { codecNamed, decode, encode, normalisedName } from '../text/codecs.ts';
import { lengthOf } from '../text/codePoints.ts';
import { Bytes, Tuple } from '../values/containers.ts';
import { raise, type ExceptionObject } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';

interface Registry {
  readonly errors: Map<string, Value>;
  readonly searches: Value[];
  readonly found: Map<string, Value>;
}

/** What the program has registered in this run. */
export function codecRegistry(vm: Interpreter): Registry {
  const known = vm.extensions.get('codecs') as Registry | undefined;
  if (known) return known;
  const made: Registry = { errors: new Map(), searches: [], found: new Map() };
  vm.extensions.set('codecs', made);
  return made;
}

/** `text.encode(name, errors)` */
export function* encodeText(vm: Interpreter, text: string, name: string, errors: string): Steps {
  const own = yield* ownCodec(vm, name);
  if (own === null) {
    vm.charge(text.length * 2);
    return guarded(vm, () => new Bytes(encode(text, name, errors, customErrors(vm))));
  }
  const made = yield* applied(vm, own, 'encode', text, errors);
  if (made instanceof Bytes) return made;
  const hint = 'use codecs.encode() to encode to arbitrary types';
  const what = `'${name}' encoder returned '${typeName(made)}' instead of 'bytes'`;
  return raise('TypeError', `${what}; ${hint}`);
}

/** `data.decode(name, errors)` */
export function* decodeBytes(
  vm: Interpreter,
  data: Uint8Array,
  name: string,
  errors: string,
): Steps {
  if (data.length === 0) return '';
  const own = yield* ownCodec(vm, name);
  if (own === null) {
    vm.charge(data.length * 2);
    return guarded(vm, () => decode(data, name, errors, customErrors(vm)));
  }
  const made = yield* applied(vm, own, 'decode', new Bytes(data), errors);
  if (typeof made === 'string' || made instanceof StrObject) return made;
  const hint = 'use codecs.decode() to decode to arbitrary types';
  const what = `'${name}' decoder returned '${typeName(made)}' instead of 'str'`;
  return raise('TypeError', `${what}; ${hint}`);
}

function guarded(vm: Interpreter, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnsupportedText) return vm.unsupported(error.what);
    throw error;
  }
}

/** The codec that one of the program's search functions gives; null where there is none. */
export function* ownCodec(vm: Interpreter, name: string): Generator<Pending, Value, Value> {
  const { searches, found } = codecRegistry(vm);
  if (searches.length === 0 || codecNamed(name) !== undefined) return null;
  const key = normalisedName(name);
  const known = found.get(key);
  if (known !== undefined) return known;
  for (const search of [...searches]) {
    const codec = yield* wait(call(vm, search, [key]));
    if (codec === null) continue;
    if (!(codec instanceof Tuple) || codec.items.length !== 4) {
      raise('TypeError', 'codec search functions must return 4-tuples');
    }
    found.set(key, codec);
    return codec;
  }
  return null;
}

function* applied(
  vm: Interpreter,
  codec: Value,
  method: 'encode' | 'decode',
  value: Value,
  errors: string,
): Steps {
  const apply = yield* wait(getAttribute(vm, codec, method));
  const made = yield* wait(call(vm, apply, [value, errors]));
  if (made instanceof Tuple && made.items.length === 2) return made.items[0] as Value;
  return raise('TypeError', `${method}r must return a tuple (object, integer)`);
}

/** The handlers of this run. */
export function customErrors(vm: Interpreter): CustomErrors {
  const { errors } = codecRegistry(vm);
  return {
    find(name) {
      const handler = errors.get(name);
      return handler === undefined ? undefined : (error) => handled(vm, handler, error);
    },
  };
}

function handled(
  vm: Interpreter,
  handler: Value,
  error: ExceptionObject,
): [string | Uint8Array, number] {
  const result = callSync(vm, handler, [error]);
  const isEncoding = error.cls.name === 'UnicodeEncodeError';
  const [text, at] = result instanceof Tuple && result.items.length === 2 ? result.items : [];
  const position = at === undefined ? undefined : intOf(at);
  const plain = text instanceof StrObject ? text.value : text;
  const usable = typeof plain === 'string' || (isEncoding && plain instanceof Bytes);
  if (!usable || position === undefined) {
    const wanted = isEncoding
      ? 'encoding error handler must return (str/bytes, int)'
      : 'decoding error handler must return (str, int)';
    return raise('TypeError', `${wanted} tuple`);
  }
  const object = error.args.items[1];
  const length =
    object instanceof Bytes
      ? object.data.length
      : typeof object === 'string'
        ? lengthOf(object)
        : 0;
  const next = position < 0 ? Number(position) + length : Number(position);
  if (next < 0 || next > length) {
    raise('IndexError', `position ${position} from error handler out of bounds`);
  }
  return [typeof plain === 'string' ? plain : plain.data, next];
}
