// Values as source would write them, for the title of a case: short, and without running any Python.

import { intValue, NamedInt } from '../base/origin.ts';
import { ModuleObject } from '../python/values/callable.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { Float, IntObject, StrObject } from '../python/values/numbers.ts';
import { Dict, PyObject, PyType, type Value } from '../python/values/object.ts';
import { floatRepr } from '../python/text/floatRepr.ts';
import { strRepr } from '../python/text/strRepr.ts';
import { DTypeObject } from '../torch/dtypes.ts';
import { TensorObject } from '../torch/tensor.ts';
import { printShape } from '../tensor/shape.ts';

/** How long one argument and how many items of a container may be. */
const ARGUMENT_MAX = 60;
const ITEMS_MAX = 12;
const DEPTH_MAX = 3;

export type NameOf = (value: PyObject) => string | null;

/** `ResidualBlock(64, 128, stride=1)` */
export function callText(
  name: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
  nameOf: NameOf,
): string {
  const positional = args.map((value) => cut(sourceText(value, nameOf, 0)));
  const named = [...(keywords ?? [])].map(
    ([key, value]) => `${key}=${cut(sourceText(value, nameOf, 0))}`,
  );
  return `${name}(${[...positional, ...named].join(', ')})`;
}

function cut(text: string): string {
  return text.length <= ARGUMENT_MAX ? text : `${text.slice(0, ARGUMENT_MAX - 1)}…`;
}

function sourceText(value: Value, nameOf: NameOf, depth: number): string {
  if (!(value instanceof PyObject)) return primitive(value);
  if (value instanceof Float) return floatRepr(value.value);
  if (value instanceof IntObject) return String(value.value);
  if (value instanceof StrObject) return strRepr(value.value);
  if (value instanceof TensorObject) return `Tensor${printShape(value.sizes)}`;
  if (value instanceof DTypeObject) return `torch.${value.dtype}`;
  if (value instanceof PyType) return value.name;
  if (value instanceof ModuleObject) return value.name;
  if (depth < DEPTH_MAX) {
    const inner = container(value, nameOf, depth + 1);
    if (inner !== null) return inner;
  }
  const known = nameOf(value);
  if (known !== null) return known;
  const named: unknown = 'name' in value ? value.name : null;
  return typeof named === 'string' && named !== '' ? named : `${value.cls.name}(…)`;
}

function primitive(value: Exclude<Value, PyObject>): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return strRepr(value);
  return String(value instanceof NamedInt ? intValue(value) : value);
}

function container(value: PyObject, nameOf: NameOf, depth: number): string | null {
  const text = (item: Value): string => sourceText(item, nameOf, depth);
  if (value instanceof List) return `[${some(value.items.map(text))}]`;
  if (value instanceof Tuple) {
    return value.items.length === 1
      ? `(${text(value.items[0] as Value)},)`
      : `(${some(value.items.map(text))})`;
  }
  if (value instanceof Dict) {
    return `{${some([...value.entries()].map(([key, item]) => `${text(key)}: ${text(item)}`))}}`;
  }
  return null;
}

function some(texts: readonly string[]): string {
  return [...texts.slice(0, ITEMS_MAX), ...(texts.length > ITEMS_MAX ? ['…'] : [])].join(', ');
}
