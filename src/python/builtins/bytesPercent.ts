// The conversions of `bytes % values`: https://docs.python.org/3.11/library/stdtypes.html#printf-style-bytes-formatting

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import { wait } from '../evaluate/pending.ts';
import { ascii, index } from '../evaluate/protocols.ts';
import type { PercentKind } from '../text/percent.ts';
import { Bytes } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { bufferOf } from '../values/memoryView.ts';
import { fromLatin, latin } from './bytesArguments.ts';

export const bytesKind: PercentKind = {
  noun: 'bytes',
  key: (name) => new Bytes(fromLatin(name)),
  *text(vm, value, letter) {
    if (letter === 'a' || letter === 'r') return (yield* wait(ascii(vm, value))) as string;
    const data = bufferOf(value);
    if (data !== null) return latin(data);
    const own = callSpecial(vm, value, '__bytes__', []);
    const made = own === undefined ? null : yield* wait(own);
    if (made instanceof Bytes) return latin(made.data);
    return raise(
      'TypeError',
      own === undefined
        ? `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`
        : `__bytes__ returned non-bytes (type ${typeName(made)})`,
    );
  },
  character(vm, value) {
    if (value instanceof Bytes && value.data.length === 1) return latin(value.data);
    if (typeOf(value).lookup('__index__') === undefined) {
      raise('TypeError', '%c requires an integer in range(256) or a single byte');
    }
    const code = index(vm, value);
    if (code < 0 || code > 255) raise('OverflowError', '%c arg not in range(256)');
    return String.fromCharCode(Number(code));
  },
};
