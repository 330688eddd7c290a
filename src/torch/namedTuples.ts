// The results of operators that give several tensors with names: `torch.max(x, dim=0).values`.

import { attribute, methods } from '../python/native.ts';
import { repr } from '../python/evaluate/protocols.ts';
import { wait } from '../python/evaluate/pending.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { publicName } from '../ops/define.ts';
import type { Op } from '../graph/op.ts';
import { Tuple, tupleType } from '../python/values/containers.ts';
import type { PyType, Value } from '../python/values/object.ts';
import { torchType } from './module.ts';

/** Fields by operator, without what stands after the dot. */
const FIELDS: Record<string, readonly string[]> = {
  max: ['values', 'indices'],
  min: ['values', 'indices'],
  median: ['values', 'indices'],
  nanmedian: ['values', 'indices'],
  mode: ['values', 'indices'],
  sort: ['values', 'indices'],
  topk: ['values', 'indices'],
  kthvalue: ['values', 'indices'],
  cummax: ['values', 'indices'],
  cummin: ['values', 'indices'],
  aminmax: ['min', 'max'],
  frexp: ['mantissa', 'exponent'],
  histogram: ['hist', 'bin_edges'],
  histogramdd: ['hist', '*bin_edges'],
};

const types = new Map<string, PyType>();

/** The results as a tuple with names; null where the operator gives a plain tuple. */
export function namedTuple(op: Op, items: readonly Value[]): Tuple | null {
  const plain = publicName(op.name);
  const name = op.variants.includes('linalg') ? `linalg_${plain}` : plain;
  const fields = FIELDS[name] ?? op.signature.outputNames;
  if (!fields) return null;
  // A field with a star holds all the rest.
  const rest = fields.findIndex((field) => field.startsWith('*'));
  if (rest >= 0) {
    const all = [...items.slice(0, rest), new Tuple(items.slice(rest))];
    return new Tuple(
      all,
      typeOf(
        name,
        fields.map((field) => field.replace('*', '')),
      ),
    );
  }
  if (fields.length !== items.length) return null;
  return new Tuple([...items], typeOf(name, fields));
}

function typeOf(name: string, fields: readonly string[]): PyType {
  let type = types.get(name);
  if (type) return type;
  type = torchType(name, 'torch.return_types', [tupleType], (cls) => new Tuple([], cls));
  for (const [i, field] of fields.entries()) {
    attribute<Tuple>(type, field, (_vm, self) => self.items[i] ?? null);
  }
  methods(type, {
    *'__repr__(self, /)'(vm: Interpreter, self: Tuple) {
      const lines: string[] = [];
      for (const [i, field] of fields.entries()) {
        lines.push(`${field}=${String(yield* wait(repr(vm, self.items[i] ?? null)))}`);
      }
      return `torch.return_types.${name}(\n${lines.join(',\n')})`;
    },
  });
  types.set(name, type);
  return type;
}
