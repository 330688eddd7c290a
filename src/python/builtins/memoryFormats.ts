// How elements of memory are read and written, by their format as `struct` names it, in the order
// of bytes of this machine's kind: little-endian.

import { Bytes } from '../values/containers.ts';
import { normalise } from '../values/integers.ts';
import { Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';

export interface Elements {
  readonly size: number;
  readonly isFloat: boolean;
  readonly min: number | bigint;
  readonly max: number | bigint;
  read(view: DataView, at: number): Value;
  write(view: DataView, at: number, value: number | bigint): void;
}

function integers(bits: 8 | 16 | 32, signed: boolean): Elements {
  const kind = signed ? 'Int' : 'Uint';
  const get = `get${kind}${bits}` as 'getInt16';
  const set = `set${kind}${bits}` as 'setInt16';
  return {
    size: bits / 8,
    isFloat: false,
    min: signed ? -(2 ** (bits - 1)) : 0,
    max: signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1,
    read: (view, at) => view[get](at, true),
    write: (view, at, value) => view[set](at, Number(value), true),
  };
}

function longs(signed: boolean): Elements {
  const get = signed ? 'getBigInt64' : 'getBigUint64';
  const set = signed ? 'setBigInt64' : 'setBigUint64';
  return {
    size: 8,
    isFloat: false,
    min: signed ? -(2n ** 63n) : 0n,
    max: signed ? 2n ** 63n - 1n : 2n ** 64n - 1n,
    read: (view, at) => normalise(view[get](at, true)),
    write: (view, at, value) => view[set](at, BigInt(value), true),
  };
}

function floats(size: 4 | 8): Elements {
  const get = size === 4 ? 'getFloat32' : 'getFloat64';
  const set = size === 4 ? 'setFloat32' : 'setFloat64';
  return {
    size,
    isFloat: true,
    min: -Infinity,
    max: Infinity,
    read: (view, at) => new Float(view[get](at, true)),
    write: (view, at, value) => view[set](at, Number(value), true),
  };
}

const byte = integers(8, false);
const KINDS: Record<string, Elements> = {
  B: byte,
  b: integers(8, true),
  c: { ...byte, read: (view, at) => new Bytes(Uint8Array.of(view.getUint8(at))) },
  '?': { ...byte, max: 1, read: (view, at) => view.getUint8(at) !== 0 },
  h: integers(16, true),
  H: integers(16, false),
  i: integers(32, true),
  I: integers(32, false),
  l: longs(true),
  L: longs(false),
  q: longs(true),
  Q: longs(false),
  n: longs(true),
  N: longs(false),
  f: floats(4),
  d: floats(8),
};

export function elements(format: string): Elements {
  return KINDS[format] as Elements;
}
