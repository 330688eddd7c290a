// Reads JSON text: https://docs.python.org/3.11/library/json.html
//
// One loop over a stack of open containers, so that neither nesting nor the program's hooks need
// JavaScript's stack. What is wrong with a text is an exception of the class that is handed in.

import { call } from '../../evaluate/call.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { pause, type Pending, type Steps, wait } from '../../evaluate/pending.ts';
import { Float, intType } from '../../values/numbers.ts';
import { List, Tuple } from '../../values/containers.ts';
import { PyError, raise, type ExceptionObject } from '../../values/exception.ts';
import { Dict, type Value } from '../../values/object.ts';
import { hasPairs, pointIndex, unitIndex } from '../../text/codePoints.ts';

/** What a JSONDecoder asks for; None for what is done here. */
export interface Hooks {
  readonly strict: boolean;
  readonly object: Value;
  readonly pairs: Value;
  readonly float: Value;
  readonly int: Value;
  readonly constant: Value;
  /** The class JSONDecodeError. */
  readonly error: Value;
}

interface Open {
  readonly items: Value[];
  readonly isObject: boolean;
}

type Stop = (message: string, at: number) => Generator<Pending, never, Value>;

/** The value that begins at a character, and the index of the character after it. */
export function scan(vm: Interpreter, text: string, start: number, hooks: Hooks): Steps {
  return scanning(vm, text, hasPairs(text) ? unitIndex(text, start) : start, hooks);
}

function* scanning(vm: Interpreter, text: string, start: number, hooks: Hooks): Steps {
  const stop: Stop = function* (message, at) {
    const error = yield* wait(call(vm, hooks.error, [message, text, pointAt(text, at)]));
    throw new PyError(error as ExceptionObject);
  };
  const open: Open[] = [];
  let at = start;
  let count = 0;
  for (;;) {
    if (++count % 4096 === 0) yield* pause(vm, 512);
    let value: Value;
    const char = text.charCodeAt(at);
    if (char === 0x7b || char === 0x5b) {
      if (open.length >= vm.recursionMax) tooDeep(char === 0x7b);
      const isObject = char === 0x7b;
      at = skipSpace(text, at + 1);
      const items: Value[] = [];
      if (text.charCodeAt(at) !== (isObject ? 0x7d : 0x5d)) {
        open.push({ items, isObject });
        if (isObject) at = yield* key(vm, text, at, items, hooks, stop);
        continue;
      }
      at++;
      value = yield* close(vm, { items, isObject }, hooks);
    } else if (char === 0x22) {
      const found = scanString(text, at + 1, hooks.strict);
      if ('problem' in found) return yield* stop(found.problem, found.at);
      vm.charge(found.value.length * 2);
      value = found.value;
      at = found.end;
    } else {
      const found = yield* scalar(vm, text, at, hooks);
      if (found === null) return yield* stop('Expecting value', at);
      [value, at] = found;
    }
    // The value is complete: it goes into the innermost container, which may be complete then.
    for (;;) {
      const inner = open.at(-1);
      if (inner === undefined) return new Tuple([value, pointAt(text, at)]);
      inner.items.push(value);
      at = skipSpace(text, at);
      const next = text.charCodeAt(at);
      if (next === 0x2c) {
        at = skipSpace(text, at + 1);
        if (inner.isObject) at = yield* key(vm, text, at, inner.items, hooks, stop);
        break;
      }
      if (next !== (inner.isObject ? 0x7d : 0x5d)) {
        return yield* stop("Expecting ',' delimiter", at);
      }
      at++;
      open.pop();
      value = yield* close(vm, inner, hooks);
    }
  }
}

/** Reads `"key":` and gives where the value begins. */
function* key(
  vm: Interpreter,
  text: string,
  start: number,
  items: Value[],
  hooks: Hooks,
  stop: Stop,
): Generator<Pending, number, Value> {
  if (text.charCodeAt(start) !== 0x22) {
    return yield* stop('Expecting property name enclosed in double quotes', start);
  }
  const found = scanString(text, start + 1, hooks.strict);
  if ('problem' in found) return yield* stop(found.problem, found.at);
  vm.charge(found.value.length * 2);
  items.push(found.value);
  const at = skipSpace(text, found.end);
  if (text.charCodeAt(at) !== 0x3a) return yield* stop("Expecting ':' delimiter", at);
  return skipSpace(text, at + 1);
}

function* close(vm: Interpreter, { items, isObject }: Open, hooks: Hooks): Steps {
  vm.charge(16 * items.length + 64);
  if (!isObject) return new List(items);
  if (hooks.pairs !== null) {
    const pairs: Value[] = [];
    for (let i = 0; i < items.length; i += 2) {
      pairs.push(new Tuple([items[i] as Value, items[i + 1] as Value]));
    }
    return yield* wait(call(vm, hooks.pairs, [new List(pairs)]));
  }
  const made = new Dict();
  for (let i = 0; i < items.length; i += 2) {
    made.set(items[i] as Value, items[i + 1] as Value);
  }
  return hooks.object === null ? made : yield* wait(call(vm, hooks.object, [made]));
}

const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;

const CONSTANTS: readonly [string, Value][] = [
  ['null', null],
  ['true', true],
  ['false', false],
];
const NAMED_FLOATS: readonly [string, number][] = [
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
];

function* scalar(
  vm: Interpreter,
  text: string,
  at: number,
  hooks: Hooks,
): Generator<Pending, [Value, number] | null, Value> {
  for (const [name, value] of CONSTANTS) {
    if (text.startsWith(name, at)) return [value, at + name.length];
  }
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (match) {
    const [whole, digits = '', fraction, exponent] = match;
    const end = at + whole.length;
    if (fraction === undefined && exponent === undefined) {
      if (hooks.int !== null) return [yield* wait(call(vm, hooks.int, [whole])), end];
      if (digits.length < 16) return [Number(digits) + 0, end];
      return [yield* wait(call(vm, intType, [digits])), end];
    }
    if (hooks.float !== null) return [yield* wait(call(vm, hooks.float, [whole])), end];
    return [new Float(Number(whole)), end];
  }
  for (const [name, value] of NAMED_FLOATS) {
    if (!text.startsWith(name, at)) continue;
    const end = at + name.length;
    if (hooks.constant === null) return [new Float(value), end];
    return [yield* wait(call(vm, hooks.constant, [name])), end];
  }
  return null;
}

type Scanned =
  | { readonly value: string; readonly end: number }
  | { readonly problem: string; readonly at: number };

const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The rest of a string whose opening quote stands before `start`; units, not characters. */
export function scanString(text: string, start: number, strict: boolean): Scanned {
  const parts: string[] = [];
  let at = start;
  for (;;) {
    PLAIN.lastIndex = at;
    PLAIN.exec(text);
    const end = PLAIN.lastIndex;
    if (end > at) parts.push(text.slice(at, end));
    at = end;
    const char = text[at];
    if (char === undefined) return { problem: 'Unterminated string starting at', at: start - 1 };
    if (char === '"') return { value: parts.join(''), end: at + 1 };
    if (char !== '\\') {
      if (strict) return { problem: 'Invalid control character at', at };
      parts.push(char);
      at++;
      continue;
    }
    const escape = text[at + 1];
    if (escape === undefined) return { problem: 'Unterminated string starting at', at: start - 1 };
    if (escape === 'u') {
      const hex = text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) return { problem: 'Invalid \\uXXXX escape', at: at + 1 };
      parts.push(String.fromCharCode(Number.parseInt(hex, 16)));
      at += 6;
      continue;
    }
    const plain = ESCAPES[escape];
    if (plain === undefined) return { problem: 'Invalid \\escape', at };
    parts.push(plain);
    at += 2;
  }
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const char = text.charCodeAt(at);
    if (char !== 0x20 && char !== 0x0a && char !== 0x0d && char !== 0x09) return at;
    at++;
  }
}

function pointAt(text: string, unit: number): number {
  return hasPairs(text) ? pointIndex(text, unit) : unit;
}

/** The index of a character in units, for those who call with Python's indices. */
export function unitAt(text: string, point: number): number {
  return hasPairs(text) ? unitIndex(text, point) : point;
}

function tooDeep(isObject: boolean): never {
  const what = isObject ? 'object' : 'array';
  raise(
    'RecursionError',
    `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`,
  );
}
