// What `sys` tells of the interpreter that programs are to find: CPython 3.11 on a 64-bit Linux.

import { attribute, methods } from '../native.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { repr } from '../evaluate/protocols.ts';
import { Tuple, tupleType } from '../values/containers.ts';
import { Float } from '../values/numbers.ts';
import { builtinType, PyObject, types, type PyType, type Value } from '../values/object.ts';

/** A type of tuples whose places have names, as `sys.version_info`. */
function recordType(name: string, fields: readonly string[]): PyType {
  const type = builtinType(name, [tupleType], (cls) => new Tuple([], cls));
  delete types[name];
  type.module = 'sys';
  type.name = name.replace('sys.', '');
  type.qualname = type.name;
  for (const [i, field] of fields.entries()) {
    attribute<Tuple>(type, field, (_vm, self) => self.items[i] ?? null);
  }
  methods(type, {
    *'__repr__(self, /)'(vm, self: Tuple): Steps {
      const parts: string[] = [];
      for (const [i, field] of fields.entries()) {
        parts.push(`${field}=${(yield* wait(repr(vm, self.items[i] ?? null))) as string}`);
      }
      return `${name}(${parts.join(', ')})`;
    },
  });
  return type;
}

const VERSION_FIELDS = ['major', 'minor', 'micro', 'releaselevel', 'serial'];
const versionType = recordType('sys.version_info', VERSION_FIELDS);

export function versionInfo(): Tuple {
  return new Tuple([3, 11, 2, 'final', 0], versionType);
}

function record(name: string, fields: Readonly<Record<string, Value>>): () => Tuple {
  const type = recordType(name, Object.keys(fields));
  return () => new Tuple(Object.values(fields), type);
}

export const floatInfo = record('sys.float_info', {
  max: new Float(Number.MAX_VALUE),
  max_exp: 1024,
  max_10_exp: 308,
  min: new Float(2 ** -1022),
  min_exp: -1021,
  min_10_exp: -307,
  dig: 15,
  mant_dig: 53,
  epsilon: new Float(Number.EPSILON),
  radix: 2,
  rounds: 1,
});

export const intInfo = record('sys.int_info', {
  bits_per_digit: 30,
  sizeof_digit: 4,
  default_max_str_digits: 4300,
  str_digits_check_threshold: 640,
});

export const threadInfo = record('sys.thread_info', {
  name: 'pthread',
  lock: 'semaphore',
  version: 'NPTL 2.36',
});

export const hashInfo = record('sys.hash_info', {
  width: 64,
  modulus: 2n ** 61n - 1n,
  inf: 314159,
  nan: 0,
  imag: 1000003,
  algorithm: 'siphash13',
  hash_bits: 64,
  seed_bits: 128,
  cutoff: 0,
});

export const flags = record('sys.flags', {
  debug: 0,
  inspect: 0,
  interactive: 0,
  optimize: 0,
  dont_write_bytecode: 0,
  no_user_site: 0,
  no_site: 0,
  ignore_environment: 0,
  verbose: 0,
  bytes_warning: 0,
  quiet: 0,
  hash_randomization: 1,
  isolated: 0,
  dev_mode: false,
  utf8_mode: 0,
  warn_default_encoding: 0,
  safe_path: false,
  int_max_str_digits: -1,
});

const namespaceType = builtinType('types.SimpleNamespace');
delete types['types.SimpleNamespace'];

export function implementation(): PyObject {
  const namespace = new PyObject(namespaceType);
  namespace.setAttr('name', 'cpython');
  namespace.setAttr('cache_tag', 'cpython-311');
  namespace.setAttr('version', versionInfo());
  namespace.setAttr('hexversion', 0x030b02f0);
  return namespace;
}
