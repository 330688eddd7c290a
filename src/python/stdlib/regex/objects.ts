// Compiled patterns and matches as Python objects: https://docs.python.org/3.11/library/re.html

import type { Interpreter } from '../../evaluate/interpreter.ts';
import { getAttribute, typeOf } from '../../evaluate/attributes.ts';
import { wait, type Steps } from '../../evaluate/pending.ts';
import { importModule } from '../../imports.ts';
import { index } from '../../evaluate/protocols.ts';
import { attribute, classMethods, methods, staticMethods } from '../../native.ts';
import { MappingProxy } from '../../builtins/mappingProxy.ts';
import { genericAlias } from '../../builtins/genericAlias.ts';
import { bytesRepr, strRepr } from '../../text/strRepr.ts';
import { Bytes, Tuple } from '../../values/containers.ts';
import { isException } from '../../evaluate/protocols.ts';
import { raise } from '../../values/exception.ts';
import { notImplemented } from '../../values/numbers.ts';
import { builtinType, Dict, PyObject, type PyType, type Value } from '../../values/object.ts';
import type { Machine } from './compile.ts';
import type { Matcher } from './match.ts';
import { piece, textOf, valueOf, type Subject } from './subject.ts';
import { UNICODE, type Expression } from './syntax.ts';

export const patternType = builtinType('Pattern');
export const matchType = builtinType('Match');
export const scannerType = builtinType('SRE_Scanner');
patternType.module = matchType.module = 're';
scannerType.module = '_sre';
patternType.final = matchType.final = scannerType.final = true;

export class Pattern extends PyObject {
  readonly source: Value;
  readonly isText: boolean;
  readonly expression: Expression;
  readonly machine: Machine;
  /** A matcher that no search uses now. */
  spare: Matcher | null = null;
  constructor(source: Value, isText: boolean, expression: Expression, machine: Machine) {
    super(patternType);
    this.source = source;
    this.isText = isText;
    this.expression = expression;
    this.machine = machine;
  }
}

export class Match extends PyObject {
  readonly pattern: Pattern;
  readonly subject: Subject;
  readonly registers: readonly number[];
  constructor(pattern: Pattern, subject: Subject, registers: readonly number[]) {
    super(matchType);
    this.pattern = pattern;
    this.subject = subject;
    this.registers = registers.slice(0, pattern.machine.lastClosed + 1);
  }

  /** The text of a group in units; null where it took no part. */
  text(number: number): string | null {
    const from = this.registers[2 * number] as number;
    const to = this.registers[2 * number + 1] as number;
    return to < 0 ? null : piece(this.subject.characters, from, to);
  }

  /** A group as a value, or what stands for one that took no part. */
  group(number: number, otherwise: Value = null): Value {
    const text = this.text(number);
    return text === null ? otherwise : valueOf(text, this.subject.isText);
  }
}

/** The group that a program names or numbers; IndexError where there is none. */
export function groupNumber(vm: Interpreter, match: Match, key: Value): number {
  const { groups, names } = match.pattern.expression;
  const name = textOf(key);
  let number: number | undefined;
  if (name !== null) number = names.get(name);
  else if (typeOf(key).lookup('__index__') !== undefined) number = indexOrNone(vm, key);
  if (number === undefined || number < 0 || number > groups) raise('IndexError', 'no such group');
  return number;
}

function indexOrNone(vm: Interpreter, key: Value): number | undefined {
  try {
    return Number(index(vm, key));
  } catch (error) {
    if (isException(error, 'TypeError')) return undefined;
    throw error;
  }
}

/** The span of a group, -1 where it took no part. */
function spanOf(match: Match, number: number): [number, number] {
  const to = match.registers[2 * number + 1] as number;
  return to < 0 ? [-1, -1] : [match.registers[2 * number] as number, to];
}

methods(matchType, {
  'group(self, /, *args)': (vm: Interpreter, self: Match, keys: Value[]) => {
    if (keys.length <= 1) return self.group(groupNumber(vm, self, keys[0] ?? 0));
    return new Tuple(keys.map((key) => self.group(groupNumber(vm, self, key))));
  },
  '__getitem__(self, key, /)': (vm: Interpreter, self: Match, key: Value) =>
    self.group(groupNumber(vm, self, key)),
  'groups(self, /, default=None)': (_vm, self: Match, otherwise: Value) => {
    const { groups } = self.pattern.expression;
    return new Tuple(Array.from({ length: groups }, (_, i) => self.group(i + 1, otherwise)));
  },
  'groupdict(self, /, default=None)': (_vm, self: Match, otherwise: Value) => {
    const made = new Dict();
    for (const [name, number] of self.pattern.expression.names) {
      made.setName(name, self.group(number, otherwise));
    }
    return made;
  },
  'start(self, group=0, /)': (vm: Interpreter, self: Match, key: Value) =>
    spanOf(self, groupNumber(vm, self, key))[0],
  'end(self, group=0, /)': (vm: Interpreter, self: Match, key: Value) =>
    spanOf(self, groupNumber(vm, self, key))[1],
  'span(self, group=0, /)': (vm: Interpreter, self: Match, key: Value) =>
    new Tuple(spanOf(self, groupNumber(vm, self, key))),
  '__repr__(self, /)': (_vm, self: Match) => {
    const [from, to] = spanOf(self, 0);
    const found = self.group(0);
    const text = found instanceof Bytes ? bytesRepr(found.data) : strRepr(found as string);
    return `<re.Match object; span=(${from}, ${to}), match=${Array.from(text).slice(0, 50).join('')}>`;
  },
  '__copy__(self, /)': (_vm, self: Match) => self,
  '__deepcopy__(self, memo, /)': (_vm, self: Match) => self,
});

attribute(matchType, 're', (_vm, self: Match) => self.pattern);
attribute(matchType, 'string', (_vm, self: Match) => self.subject.value);
attribute(matchType, 'pos', (_vm, self: Match) => Math.min(self.subject.from, self.subject.to));
attribute(matchType, 'endpos', (_vm, self: Match) => self.subject.to);
attribute(matchType, 'lastindex', (_vm, self: Match) => lastIndex(self));
attribute(matchType, 'lastgroup', (_vm, self: Match) => {
  const last = lastIndex(self);
  for (const [name, number] of self.pattern.expression.names) if (number === last) return name;
  return null;
});
attribute(matchType, 'regs', (_vm, self: Match) => {
  const { groups } = self.pattern.expression;
  return new Tuple(Array.from({ length: groups + 1 }, (_, i) => new Tuple(spanOf(self, i))));
});

/** The group that closed last. */
function lastIndex(match: Match): number | null {
  const last = match.registers[match.pattern.machine.lastClosed] as number;
  return last < 0 ? null : last;
}

attribute(patternType, 'pattern', (_vm, self: Pattern) => self.source);
attribute(patternType, 'flags', (_vm, self: Pattern) => self.expression.flags);
attribute(patternType, 'groupindex', (_vm, self: Pattern) => {
  const made = new Dict();
  for (const [name, number] of self.expression.names) made.setName(name, number);
  return new MappingProxy(made);
});
attribute(patternType, 'groups', (_vm, self: Pattern) => self.expression.groups);

const FLAG_NAMES: readonly [number, string][] = [
  [1, 're.TEMPLATE'],
  [2, 're.IGNORECASE'],
  [4, 're.LOCALE'],
  [8, 're.MULTILINE'],
  [16, 're.DOTALL'],
  [32, 're.UNICODE'],
  [64, 're.VERBOSE'],
  [128, 're.DEBUG'],
  [256, 're.ASCII'],
];

methods(patternType, {
  '__repr__(self, /)': (_vm, self: Pattern) => {
    let { flags } = self.expression;
    if (self.isText) flags &= ~UNICODE;
    const names: string[] = [];
    for (const [flag, name] of FLAG_NAMES) {
      if (!(flags & flag)) continue;
      names.push(name);
      flags &= ~flag;
    }
    if (flags) names.push(`0x${flags.toString(16)}`);
    const { source } = self;
    const text = source instanceof Bytes ? bytesRepr(source.data) : strRepr(textOf(source) ?? '');
    const shown = Array.from(text).slice(0, 200).join('');
    return `re.compile(${[shown, ...(names.length > 0 ? [names.join('|')] : [])].join(', ')})`;
  },
  '__eq__(self, value, /)': (_vm, self: Pattern, other: Value) => {
    if (!(other instanceof Pattern)) return notImplemented;
    return keyOf(self) === keyOf(other);
  },
  '__hash__(self, /)': (_vm, self: Pattern) => {
    let hash = 7;
    for (const char of keyOf(self)) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0;
    return hash === -1 ? -2 : hash;
  },
  *'__reduce__(self, /)'(vm: Interpreter, self: Pattern): Steps {
    const module = yield* importModule(vm, 're');
    const compile = yield* wait(getAttribute(vm, module, '_compile'));
    return new Tuple([compile, new Tuple([self.source, self.expression.flags])]);
  },
  '__copy__(self, /)': (_vm, self: Pattern) => self,
  '__deepcopy__(self, memo, /)': (_vm, self: Pattern) => self,
});

function keyOf({ source, expression, isText }: Pattern): string {
  const text = source instanceof Bytes ? bytesRepr(source.data) : (textOf(source) ?? '');
  return `${expression.flags}${isText ? 's' : 'b'}${text}`;
}

for (const type of [patternType, matchType, scannerType]) {
  staticMethods(type, {
    '__new__(cls, /, *args, **kwargs)': () =>
      raise('TypeError', `cannot create '${type.module}.${type.name}' instances`),
  });
}

for (const type of [patternType, matchType]) {
  classMethods(type, {
    '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
  });
}
