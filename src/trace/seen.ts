// A Python value as the trace keeps it: plain data, made while the program runs. What a layer looks
// like is asked once, at the end of the run, in modules.ts.

import { intValue, NamedInt } from '../base/origin.ts';
import { isValue } from '../graph/build.ts';
import { printCall } from '../graph/print.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { Dict, PyObject, type Value } from '../python/values/object.ts';
import { reasonOf, unknownType } from '../python/values/unknown.ts';
import { strRepr } from '../python/text/strRepr.ts';
import { moduleType } from '../torch/module.ts';
import { isParameter, TensorObject } from '../torch/tensor.ts';
import { tensorOfArray } from '../torch/wrapped.ts';
import type { Seen, SeenModule, SeenTensor } from './facts.ts';

/** How deep containers are looked into, and how many tensors of one value are kept. */
const DEPTH_MAX = 6;
const TENSORS_MAX = 64;

/** Gives what is kept of a module, now or at the end of the run. */
export type ModuleSeen = (module: PyObject) => SeenModule;

/** What is kept of a value. */
export function seen(value: Value, moduleSeen: ModuleSeen): Seen {
  return look(value, moduleSeen, 0, { tensors: TENSORS_MAX });
}

interface Left {
  tensors: number;
}

function look(value: Value, moduleSeen: ModuleSeen, depth: number, left: Left): Seen {
  if (value instanceof TensorObject) {
    left.tensors--;
    return seenTensor(value);
  }
  const array = tensorOfArray(value);
  if (array) {
    left.tensors--;
    return seenTensor(array);
  }
  if (!(value instanceof PyObject)) return { type: 'other', className: primitiveText(value) };
  if (value.cls === unknownType) return { type: 'unknown', reason: reasonOf(value) };
  if (value.cls.isSubtypeOf(moduleType)) return moduleSeen(value);
  if (depth >= DEPTH_MAX) return { type: 'other', className: value.cls.name };
  if (value instanceof List || value instanceof Tuple) {
    const items: Seen[] = [];
    for (const item of value.items) {
      if (left.tensors <= 0 || items.length >= TENSORS_MAX) break;
      items.push(look(item, moduleSeen, depth + 1, left));
    }
    return { type: value instanceof List ? 'list' : 'tuple', items, length: value.items.length };
  }
  if (value instanceof Dict) {
    const entries: [string, Seen][] = [];
    for (const [key, item] of value.entries()) {
      if (left.tensors <= 0 || entries.length >= TENSORS_MAX) break;
      entries.push([keyText(key), look(item, moduleSeen, depth + 1, left)]);
    }
    return { type: 'dict', entries, length: value.size };
  }
  return { type: 'other', className: value.cls.name };
}

/** None and booleans stand for themselves: what they choose is a case of its own. */
function primitiveText(value: Exclude<Value, PyObject>): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  return typeof value === 'string' ? 'str' : 'int';
}

function keyText(key: Value): string {
  if (typeof key === 'string') return strRepr(key);
  if (key instanceof PyObject) return key.cls.name;
  return key instanceof NamedInt ? String(key.value) : String(key);
}

export function seenTensor(tensor: TensorObject): SeenTensor {
  return {
    type: 'tensor',
    shape: tensor.sizes.map((dim) => ({ value: intValue(dim), name: null })),
    dtype: tensor.dtype,
    device: tensor.device.text,
    requiresGrad: tensor.requiresGrad,
    parameter: isParameter(tensor),
    madeBy: madeBy(tensor),
  };
}

/** `conv2d(input, weight, stride=[2, 2])`: the operator, tensors by the names of its parameters. */
function madeBy(tensor: TensorObject): string {
  const { node } = tensor.storage.value;
  const { op } = node;
  if (op.signature.parameters.length === 0) return '';
  const names = new Map<GraphValue, string>();
  for (const { name } of op.signature.parameters) {
    const argument = node.args[name];
    if (isValue(argument)) {
      names.set(argument, name);
    }
  }
  return printCall(node, (value) => names.get(value) ?? `${value.type.dtype} tensor`);
}

/** Shapes and dtypes of a value as a text to compare. */
export function shapeKey(value: Seen): string {
  switch (value.type) {
    case 'tensor':
      return `${value.dtype}[${value.shape.map((dim) => dim.value).join(',')}]`;
    case 'tuple':
      return `(${value.items.map(shapeKey).join(';')})`;
    case 'list':
      // A list that grows from pass to pass teaches nothing new by its length.
      return `[${[...new Set(value.items.map(shapeKey))].join(';')}]`;
    case 'dict':
      // So does a large dict by its keys, which are then numbers of steps or of samples.
      if (value.length > 16) {
        return `{${[...new Set(value.entries.map(([, v]) => shapeKey(v)))].join(';')}}`;
      }
      return `{${value.entries.map(([k, v]) => `${k}:${shapeKey(v)}`).join(';')}}`;
    case 'module':
      return value.className;
    case 'unknown':
      return '?';
    case 'other':
      return '-';
  }
}

/** Whether some of it is unknown. */
export function holdsUnknown(value: Seen): boolean {
  switch (value.type) {
    case 'tuple':
    case 'list':
      return value.items.some(holdsUnknown);
    case 'dict':
      return value.entries.some(([, item]) => holdsUnknown(item));
    default:
      return value.type === 'unknown';
  }
}

/** Whether there is anything in it that an editor shows. */
export function isTelling(value: Seen): boolean {
  switch (value.type) {
    case 'tuple':
    case 'list':
      return value.items.some(isTelling);
    case 'dict':
      return value.entries.some(([, item]) => isTelling(item));
    case 'other':
      return false;
    default:
      return true;
  }
}
