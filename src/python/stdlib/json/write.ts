// Writes values as JSON text, in the pieces that `JSONEncoder.iterencode` gives:
// https://docs.python.org/3.11/library/json.html#json.JSONEncoder
//
// One loop over a stack of what is open, so that nesting needs no JavaScript stack.

import { call, callMethod } from '../../evaluate/call.ts';
import { typeName } from '../../evaluate/attributes.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { pause, type Pending, wait } from '../../evaluate/pending.ts';
import { collect } from '../../evaluate/protocols.ts';
import { decimal } from '../../builtins/int.ts';
import { floatRepr } from '../../text/floatRepr.ts';
import { List, Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import { intOf } from '../../values/integers.ts';
import { Float, StrObject } from '../../values/numbers.ts';
import { Dict, dictType, type PyObject, type Value } from '../../values/object.ts';
import { isUnknown } from '../../values/unknown.ts';

export interface Style {
  /** Whether characters past ASCII are escaped. */
  readonly ascii: boolean;
  /** The text of one level; null for one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
  readonly checkCircular: boolean;
  /** Asked for what JSON has no form for. */
  readonly byDefault: Value;
  /** The level that the text begins at. */
  readonly level: number;
}

/** What is being written: a container with its next item, or the stand-in for an object. */
interface Open {
  readonly object: PyObject;
  readonly kind: 'list' | 'dict' | 'other';
  readonly items: readonly Value[];
  at: number;
  first: boolean;
}

/** The text of a value in pieces; an unknown value where a part of it is unknown. */
export function* write(
  vm: Interpreter,
  value: Value,
  style: Style,
): Generator<Pending, string[] | Value, Value> {
  const pieces: string[] = [];
  const open: Open[] = [];
  const underway = new Set<PyObject>();
  const put = (text: string): void => {
    vm.charge(text.length * 2 + 16);
    pieces.push(text);
  };
  // How many containers are open.
  let depth = 0;
  const line = (): string =>
    style.indent === null ? '' : `\n${style.indent.repeat(depth + style.level)}`;
  let current: Value = value;
  let before = '';
  let count = 0;
  for (;;) {
    if (++count % 1024 === 0) yield* pause(vm, 128);
    if (isUnknown(current)) return current;
    const plain = scalar(current, style);
    if (plain !== null) {
      put(before + plain);
    } else {
      if (before !== '') put(before);
      const entered: Open | null = yield* enter(vm, current as PyObject, style, put);
      if (entered !== null) {
        if (underway.has(entered.object)) raise('ValueError', 'Circular reference detected');
        if (style.checkCircular) underway.add(entered.object);
        if (open.length >= vm.recursionMax) tooDeep();
        open.push(entered);
        if (entered.kind !== 'other') depth++;
      }
    }
    before = '';
    // Goes on with the next item of the innermost container that has one.
    for (;;) {
      const inner = open.at(-1);
      if (inner === undefined) return pieces;
      if (inner.at < inner.items.length) {
        const separator = inner.first ? line() : style.itemSeparator + line();
        inner.first = false;
        if (inner.kind === 'dict') {
          const key = keyText(inner.items[inner.at] as Value, style);
          current = inner.items[inner.at + 1] as Value;
          inner.at += 2;
          if (separator !== '') put(separator);
          put(key);
          put(style.keySeparator);
          break;
        }
        before = inner.kind === 'other' ? '' : (inner.at === 0 ? '[' : '') + separator;
        current = inner.items[inner.at++] as Value;
        break;
      }
      open.pop();
      underway.delete(inner.object);
      if (inner.kind === 'other') continue;
      depth--;
      if (style.indent !== null && !inner.first) put(line());
      put(inner.kind === 'dict' ? '}' : ']');
    }
  }
}

/** Opens a container; null where it was empty and is written. */
function* enter(
  vm: Interpreter,
  object: PyObject,
  style: Style,
  put: (text: string) => void,
): Generator<Pending, Open | null, Value> {
  if (object instanceof List || object instanceof Tuple) {
    if (object.items.length > 0) return opened(object, 'list', object.items);
    put('[]');
    return null;
  }
  if (object instanceof Dict) {
    if (object.size === 0) {
      put('{}');
      return null;
    }
    const items: Value[] = yield* entries(vm, object, style);
    put('{');
    return opened(object, 'dict', items);
  }
  return opened(object, 'other', [yield* wait(call(vm, style.byDefault, [object]))]);
}

function opened(object: PyObject, kind: Open['kind'], items: readonly Value[]): Open {
  return { object, kind, items, at: 0, first: true };
}

/** Keys and values in turn, without those whose keys are left out. */
function* entries(vm: Interpreter, object: Dict, style: Style): Generator<Pending, Value[], Value> {
  let pairs: Value[] =
    object.cls === dictType
      ? [...object.entries()].map((pair) => new Tuple(pair))
      : yield* collect(vm, yield* wait(callMethod(vm, object, 'items', [])));
  if (style.sortKeys) {
    const sorted = new List(pairs);
    yield* wait(callMethod(vm, sorted, 'sort', []));
    pairs = sorted.items;
  }
  const flat: Value[] = [];
  for (const pair of pairs) {
    if (!(pair instanceof Tuple) || pair.items.length !== 2) {
      raise('ValueError', 'items must return 2-tuples');
    }
    if (style.skipKeys && !isKey(pair.items[0] as Value)) continue;
    flat.push(...pair.items);
  }
  return flat;
}

function isKey(key: Value): boolean {
  return key === null || textOf(key) !== null || key instanceof Float || intOf(key) !== undefined;
}

function keyText(key: Value, style: Style): string {
  const text = textOf(key);
  if (text !== null) return quote(text, style.ascii);
  const plain = scalar(key, style);
  if (plain === null) {
    raise('TypeError', `keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }
  return `"${plain}"`;
}

function textOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  return value instanceof StrObject ? value.value : null;
}

/** The text of what contains nothing else; null for everything else. */
function scalar(value: Value, style: Style): string | null {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const text = textOf(value);
  if (text !== null) return quote(text, style.ascii);
  const int = intOf(value);
  if (int !== undefined) return decimal(int);
  return value instanceof Float ? floatText(value.value, style) : null;
}

function floatText(value: number, style: Style): string {
  if (Number.isFinite(value)) return floatRepr(value);
  if (!style.allowNan) {
    const shown = style.indent === null ? '' : `: ${floatRepr(value)}`;
    raise('ValueError', `Out of range float values are not JSON compliant${shown}`);
  }
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string in quotes. */
export function quote(text: string, ascii: boolean): string {
  const special = ascii ? NOT_PLAIN_ASCII : NOT_PLAIN;
  return `"${special.test(text) ? text.replace(ascii ? ASCII_ALL : ALL, escaped) : text}"`;
}

const NOT_PLAIN = /[^ !#-[\]-\uffff]/;
const ALL = new RegExp(NOT_PLAIN, 'g');
const NOT_PLAIN_ASCII = /[^ !#-[\]-~]/;
const ASCII_ALL = new RegExp(NOT_PLAIN_ASCII, 'g');

function escaped(unit: string): string {
  return ESCAPES[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function tooDeep(): never {
  raise('RecursionError', 'maximum recursion depth exceeded while encoding a JSON object');
}
