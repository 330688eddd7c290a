// Compiled patterns and matches as Python objects: https://docs.python.org/3.11/library/re.html

import type { Interpreter } from '../../evaluate/interpreter.ts';
import type { Pending } from '../../evaluate/pending.ts';
import { typeName } from '../../evaluate/attributes.ts';
import { index } from '../../evaluate/protocols.ts';
import { attribute, classMethods, methods } from '../../native.ts';
import { genericAlias } from '../../builtins/genericAlias.ts';
import { Tuple } from '../../values/containers.ts';
import { makeException, PyError, raise } from '../../values/exception.ts';
import { builtinType, Dict, PyObject, type PyType, type Value } from '../../values/object.ts';
import { codePointsOf, hasPairs } from '../../text/codePoints.ts';
import { strRepr } from '../../text/strRepr.ts';
import { matchAt, type Characters, type Machine } from './match.ts';
import type { Expression } from './syntax.ts';

export const patternType = builtinType('Pattern');
export const matchType = builtinType('Match');
patternType.module = matchType.module = 're';

export class Pattern extends PyObject {
  readonly source: string;
  readonly expression: Expression;
  readonly machine: Machine;
  constructor(source: string, expression: Expression, machine: Machine) {
    super(patternType);
    this.source = source;
    this.expression = expression;
    this.machine = machine;
  }
}

export class Match extends PyObject {
  readonly pattern: Pattern;
  readonly text: string;
  readonly characters: Characters;
  readonly registers: readonly number[];
  readonly from: number;
  readonly to: number;
  constructor(pattern: Pattern, search: Search, registers: readonly number[]) {
    super(matchType);
    this.pattern = pattern;
    this.text = search.text;
    this.characters = search.characters;
    this.registers = registers;
    this.from = search.from;
    this.to = search.to;
  }

  /** The text of a group; null where it took no part. */
  group(number: number): string | null {
    const from = this.registers[2 * number] as number;
    const to = this.registers[2 * number + 1] as number;
    return to < 0 ? null : piece(this.characters, from, to);
  }
}

/** A text to search in, from one character to another. */
export interface Search {
  readonly text: string;
  readonly characters: Characters;
  readonly from: number;
  readonly to: number;
}

export function searchIn(text: string, pos = 0, endpos = Infinity): Search {
  const characters = hasPairs(text) ? codePointsOf(text) : text;
  const to = Math.max(0, Math.min(characters.length, endpos));
  return { text, characters, from: Math.max(0, Math.min(pos, characters.length)), to };
}

export function piece(characters: Characters, from: number, to: number): string {
  if (typeof characters === 'string') return characters.slice(from, to);
  return characters.slice(from, to).join('');
}

/** The first match at `at` or behind it; where `empty` is false, it takes something if it is at `at`. */
export function* find(
  vm: Interpreter,
  pattern: Pattern,
  search: Search,
  at = search.from,
  empty = true,
): Generator<Pending, Match | null, Value> {
  for (let start = at; start <= search.to; start++) {
    const subject = { text: search.characters, end: search.to, whole: false };
    const nonEmpty = !empty && start === at;
    const registers = yield* matchAt(vm, pattern.machine, { ...subject, nonEmpty }, start);
    if (registers) return new Match(pattern, search, registers);
    vm.fuel--;
  }
  return null;
}

/** A match that begins where the search does. */
export function* matchHere(
  vm: Interpreter,
  pattern: Pattern,
  search: Search,
  whole: boolean,
): Generator<Pending, Match | null, Value> {
  if (search.from > search.to) return null;
  const subject = { text: search.characters, end: search.to, whole, nonEmpty: false };
  const registers = yield* matchAt(vm, pattern.machine, subject, search.from);
  return registers && new Match(pattern, search, registers);
}

/** The group that a program names or numbers; IndexError where there is none. */
export function groupNumber(vm: Interpreter, match: Match, key: Value): number {
  const { groups, names } = match.pattern.expression;
  const number = typeof key === 'string' ? names.get(key) : Number(index(vm, key));
  if (number === undefined || number < 0 || number > groups) {
    throw new PyError(makeException('IndexError', 'no such group'));
  }
  return number;
}

function groupTexts(match: Match, otherwise: Value): Value[] {
  const { groups } = match.pattern.expression;
  return Array.from({ length: groups }, (_, i) => match.group(i + 1) ?? otherwise);
}

methods(matchType, {
  'group(self, /, *args)': (vm: Interpreter, self: Match, keys: Value[]) => {
    if (keys.length <= 1) return self.group(groupNumber(vm, self, keys[0] ?? 0));
    return new Tuple(keys.map((key) => self.group(groupNumber(vm, self, key))));
  },
  '__getitem__(self, key, /)': (vm: Interpreter, self: Match, key: Value) =>
    self.group(groupNumber(vm, self, key)),
  'groups(self, /, default=None)': (_vm, self: Match, otherwise: Value) =>
    new Tuple(groupTexts(self, otherwise)),
  'groupdict(self, /, default=None)': (_vm, self: Match, otherwise: Value) => {
    const made = new Dict();
    for (const [name, number] of self.pattern.expression.names) {
      made.setName(name, self.group(number) ?? otherwise);
    }
    return made;
  },
  'start(self, group=0, /)': (vm: Interpreter, self: Match, key: Value) =>
    self.registers[2 * groupNumber(vm, self, key)] as number,
  'end(self, group=0, /)': (vm: Interpreter, self: Match, key: Value) =>
    self.registers[2 * groupNumber(vm, self, key) + 1] as number,
  'span(self, group=0, /)': (vm: Interpreter, self: Match, key: Value) => {
    const number = groupNumber(vm, self, key);
    return new Tuple(self.registers.slice(2 * number, 2 * number + 2));
  },
  '__repr__(self, /)': (_vm, self: Match) =>
    `<re.Match object; span=(${String(self.registers[0])}, ${String(self.registers[1])}), ` +
    `match=${strRepr(self.group(0) ?? '')}>`,
});

attribute(matchType, 're', (_vm, self: Match) => self.pattern);
attribute(matchType, 'string', (_vm, self: Match) => self.text);
attribute(matchType, 'pos', (_vm, self: Match) => self.from);
attribute(matchType, 'endpos', (_vm, self: Match) => self.to);
attribute(matchType, 'lastindex', (_vm, self: Match) => lastIndex(self));
attribute(matchType, 'lastgroup', (_vm, self: Match) => {
  const last = lastIndex(self);
  for (const [name, number] of self.pattern.expression.names) if (number === last) return name;
  return null;
});

/** The group that closed last. */
function lastIndex(match: Match): number | null {
  const last = match.registers[match.pattern.machine.lastClosed] as number;
  return last < 0 ? null : last;
}

attribute(patternType, 'pattern', (_vm, self: Pattern) => self.source);
attribute(patternType, 'flags', (_vm, self: Pattern) => self.expression.flags);
attribute(patternType, 'groups', (_vm, self: Pattern) => self.expression.groups);
attribute(patternType, 'groupindex', (_vm, self: Pattern) => {
  const made = new Dict();
  for (const [name, number] of self.expression.names) made.setName(name, number);
  return made;
});

for (const type of [patternType, matchType]) {
  classMethods(type, {
    '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
  });
}

/** The text that a method of patterns is given. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  return raise('TypeError', `expected string or bytes-like object, got '${typeName(value)}'`);
}
