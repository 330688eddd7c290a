// Signatures of native functions, written as Python prints them (`pop(self, index=-1, /)`), and
// the binding of arguments to them with CPython's messages.

import { Float } from './values/numbers.ts';
import { Dict, type Value } from './values/object.ts';
import { Tuple } from './values/containers.ts';
import { raise } from './values/exception.ts';

export type ParameterKind = 'positional' | 'either' | 'varargs' | 'keyword' | 'varkw';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Whether it may be left out. With no default the body then sees `undefined`. */
  readonly optional: boolean;
  readonly default: Value | undefined;
}

export interface Signature {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** How many arguments a call by position alone may give, without *args. */
  readonly positionalCount: number;
  readonly requiredCount: number;
  readonly varargs: number;
  readonly varkw: number;
  readonly hasKeywordOnly: boolean;
}

export type Keywords = Map<string, Value> | null;

/** What a native's body receives: one entry a parameter; an array for *args, a Dict for **kw. */
export type Bound = (Value | undefined | Value[])[];

const cache = new Map<string, Signature>();

/**
 * Parses `name(parameters)`. A default is a Python literal; `=<none>` means that the parameter
 * may be left out and has no value then.
 */
export function parseSignature(text: string): Signature {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const open = text.indexOf('(');
  const parameters: Parameter[] = [];
  let kind: ParameterKind = 'either';
  for (const part of splitParameters(text.slice(open + 1, text.lastIndexOf(')')))) {
    if (part === '/') {
      for (const [i, p] of parameters.entries()) parameters[i] = { ...p, kind: 'positional' };
    } else if (part === '*') {
      kind = 'keyword';
    } else if (part.startsWith('**')) {
      parameters.push({ name: part.slice(2), kind: 'varkw', optional: true, default: undefined });
    } else if (part.startsWith('*')) {
      parameters.push({ name: part.slice(1), kind: 'varargs', optional: true, default: undefined });
      kind = 'keyword';
    } else {
      parameters.push(parseParameter(part, kind));
    }
  }
  const byPosition = parameters.filter((p) => p.kind === 'positional' || p.kind === 'either');
  const signature: Signature = {
    name: text.slice(0, open),
    text,
    parameters,
    positionalCount: byPosition.length,
    requiredCount: byPosition.filter((p) => !p.optional).length,
    varargs: parameters.findIndex((p) => p.kind === 'varargs'),
    varkw: parameters.findIndex((p) => p.kind === 'varkw'),
    hasKeywordOnly: parameters.some((p) => p.kind === 'keyword'),
  };
  cache.set(text, signature);
  return signature;
}

/** Binds a call's arguments. `owner` names the class in messages about methods. */
export function bind(
  signature: Signature,
  args: readonly Value[],
  keywords: Keywords,
  owner: string | null,
): Bound {
  const { parameters, positionalCount, varargs } = signature;
  if (args.length > positionalCount && varargs < 0) tooMany(signature, args.length, owner);
  const bound: Bound = new Array<Value | undefined>(parameters.length).fill(undefined);
  for (let i = 0; i < Math.min(args.length, positionalCount); i++) bound[i] = args[i];
  if (varargs >= 0) bound[varargs] = args.slice(positionalCount);
  if (signature.varkw >= 0) bound[signature.varkw] = new Dict();
  if (keywords !== null) bindKeywords(signature, bound, keywords, owner);
  for (const [i, parameter] of parameters.entries()) {
    if (bound[i] !== undefined) continue;
    if (parameter.optional) bound[i] = parameter.default;
    else missing(signature, i, args.length, owner);
  }
  return bound;
}

function bindKeywords(
  signature: Signature,
  bound: Bound,
  keywords: Map<string, Value>,
  owner: string | null,
): void {
  const title = displayName(signature, owner);
  for (const [name, value] of keywords) {
    const index = signature.parameters.findIndex(
      (p) => p.name === name && (p.kind === 'either' || p.kind === 'keyword'),
    );
    if (index >= 0) {
      if (bound[index] !== undefined) {
        raise(
          'TypeError',
          `argument for ${title}() given by name ('${name}') and position (${index + 1})`,
        );
      }
      bound[index] = value;
    } else if (signature.varkw >= 0) {
      (bound[signature.varkw] as Dict).setName(name, value);
    } else if (signature.parameters.every((p) => p.kind === 'positional' || p.kind === 'varargs')) {
      raise('TypeError', `${title}() takes no keyword arguments`);
    } else {
      raise(
        'TypeError',
        `'${name}' is an invalid keyword argument for ${shortName(signature, owner)}()`,
      );
    }
  }
}

function displayName(signature: Signature, owner: string | null): string {
  if (isConstructor(signature)) return owner ?? signature.name;
  return owner === null ? signature.name : `${owner}.${signature.name}`;
}

/** A class is called by its own name. */
function isConstructor(signature: Signature): boolean {
  return signature.name === '__new__' || signature.name === '__init__';
}

/** The name without the class that messages about plain functions show. */
function shortName(signature: Signature, owner: string | null): string {
  return isConstructor(signature) ? (owner ?? signature.name) : signature.name;
}

/** How many of the arguments the caller wrote: a method's `self` does not count. */
function implicit(signature: Signature): number {
  const first = signature.parameters[0]?.name;
  return first === 'self' || first === 'cls' ? 1 : 0;
}

/** Special methods that CPython defines as ordinary ones, with their messages. */
const ordinarySpecials =
  /^__(init|new|format|round|reversed|class_getitem|init_subclass|getnewargs|trunc|floor|ceil|length_hint|dir|sizeof|reduce|reduce_ex|missing|instancecheck|subclasscheck|prepare|enter|exit|subclasshook)__$/;

/** Whether the message about a wrong count leaves the name out: that of operators does. */
function isSlot({ name }: Signature, owner: string | null): boolean {
  if (owner === null || !/^__\w+__$/.test(name) || ordinarySpecials.test(name)) return false;
  if (name === '__getitem__') return owner !== 'list' && owner !== 'dict';
  return name !== '__contains__' || !['dict', 'set', 'frozenset'].includes(owner);
}

/** Methods of text that CPython parses the arguments of in its older way. */
function isSearch({ name, positionalCount }: Signature, owner: string | null): boolean {
  const isText = owner === 'str' || owner === 'bytes' || owner === 'bytearray';
  return isText && positionalCount === 4 && SEARCHES.has(name);
}

const SEARCHES = new Set(['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith']);

function tooMany(signature: Signature, given: number, owner: string | null): never {
  const self = implicit(signature);
  const most = signature.positionalCount - self;
  const least = signature.requiredCount - self;
  const count = given - self;
  const positionalOnly = signature.parameters.every(
    (p) => p.kind === 'positional' || p.kind === 'varkw',
  );
  const title = displayName(signature, owner);
  if (isSlot(signature, owner)) raise('TypeError', `expected ${plural(most)}, got ${count}`);
  if (most === 0 && signature.hasKeywordOnly) {
    raise('TypeError', `${shortName(signature, owner)}() takes no positional arguments`);
  }
  if (most === 0) raise('TypeError', `${title}() takes no arguments (${count} given)`);
  if (positionalOnly && most === 1 && least === 1 && !isConstructor(signature)) {
    raise('TypeError', `${title}() takes exactly one argument (${count} given)`);
  }
  if (isSearch(signature, owner)) {
    raise('TypeError', `${signature.name}() takes at most ${plural(most)} (${count} given)`);
  }
  if (positionalOnly) {
    const bound = least === most ? '' : 'at most ';
    raise(
      'TypeError',
      `${shortName(signature, owner)} expected ${bound}${plural(most)}, got ${count}`,
    );
  }
  const bound = least === most ? 'exactly' : 'at most';
  raise(
    'TypeError',
    `${shortName(signature, owner)}() takes ${bound} ${plural(most)} (${count} given)`,
  );
}

function missing(signature: Signature, index: number, given: number, owner: string | null): never {
  const self = implicit(signature);
  const parameter = signature.parameters[index] as Parameter;
  const most = signature.positionalCount - self;
  const least = signature.requiredCount - self;
  if (parameter.kind === 'positional') {
    if (isSlot(signature, owner)) {
      raise('TypeError', `expected ${plural(most)}, got ${given - self}`);
    }
    if (signature.parameters.some((p) => p.kind !== 'positional')) {
      const bound = least < most ? 'at least' : 'exactly';
      const noun = least === 1 ? 'argument' : 'arguments';
      const name = shortName(signature, owner);
      raise(
        'TypeError',
        `${name}() takes ${bound} ${least} positional ${noun} (${given - self} given)`,
      );
    }
    if (most === 1 && !isConstructor(signature)) {
      raise(
        'TypeError',
        `${displayName(signature, owner)}() takes exactly one argument (${given - self} given)`,
      );
    }
    if (isSearch(signature, owner)) {
      const count = given - self;
      raise('TypeError', `${signature.name}() takes at least ${plural(least)} (${count} given)`);
    }
    const bound = least === most ? '' : 'at least ';
    raise(
      'TypeError',
      `${shortName(signature, owner)} expected ${bound}${plural(least)}, got ${given - self}`,
    );
  }
  raise(
    'TypeError',
    `${shortName(signature, owner)}() missing required argument '${parameter.name}' (pos ${index + 1 - self})`,
  );
}

function plural(count: number): string {
  return `${count} argument${count === 1 ? '' : 's'}`;
}

function parseParameter(part: string, kind: ParameterKind): Parameter {
  const equals = part.indexOf('=');
  if (equals < 0) return { name: part, kind, optional: false, default: undefined };
  const name = part.slice(0, equals).trim();
  return { name, kind, optional: true, default: literal(part.slice(equals + 1).trim()) };
}

function literal(text: string): Value | undefined {
  if (text === '<none>') return undefined;
  if (text === 'None') return null;
  if (text === 'True') return true;
  if (text === 'False') return false;
  if (text === '()') return new Tuple([]);
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^-?[\d.]+(e[-+]?\d+)?$/i.test(text)) return new Float(Number(text));
  const quoted = /^'([^']*)'$/.exec(text);
  if (quoted) return (quoted[1] as string).replaceAll('\\n', '\n');
  throw new Error(`no default value that a signature can have: ${text}`);
}

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let current = '';
  let depth = 0;
  let quoted = false;
  for (const char of text) {
    if (char === "'") quoted = !quoted;
    if (!quoted && (char === '(' || char === '[')) depth++;
    if (!quoted && (char === ')' || char === ']')) depth--;
    if (char === ',' && depth === 0 && !quoted) {
      parts.push(current.trim());
      current = '';
    } else {
      current += char;
    }
  }
  if (current.trim() !== '') parts.push(current.trim());
  return parts;
}
