// `_sre`: what `re` is made of that is not Python. Patterns are compiled and searched with here.

import { call } from '../../evaluate/call.ts';
import { typeName } from '../../evaluate/attributes.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { DONE, steps, wait, type Pending, type Steps } from '../../evaluate/pending.ts';
import type { BuiltinModule } from '../../imports.ts';
import { methods, native } from '../../native.ts';
import { List, Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import { builtinType, type Value } from '../../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../../values/unknown.ts';
import { StepIterator } from '../../values/iterator.ts';
import { iteratorMethods } from '../../builtins/iterators.ts';
import { compileExpression } from './match.ts';
import {
  find,
  type Match,
  matchHere,
  matchType,
  Pattern,
  patternType,
  piece,
  searchIn,
  textOf,
  type Search,
} from './objects.ts';
import { parseExpression } from './parse.ts';
import { PatternError } from './syntax.ts';
import { parseTemplate, UnknownGroup, type Template } from './template.ts';
import { Unsupported } from './unsupported.ts';

export const sre: BuiltinModule = {
  name: '_sre',
  build: () => ({ Pattern: patternType, Match: matchType, compile, template }),
};

/** The pattern, or what is wrong with it and where. */
const compile = native(
  'compile(pattern, flags, /)',
  (vm: Interpreter, source: Value, flags: number) => {
    if (isUnknown(source)) return new Unknown(reasonOf(source), patternType);
    if (typeof source !== 'string') return vm.unsupported('re on bytes');
    return guarded(vm, () => {
      const expression = parseExpression(source, Number(flags));
      return new Pattern(source, expression, compileExpression(expression));
    });
  },
);

function guarded(vm: Interpreter, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (error instanceof PatternError) return new Tuple([error.message, error.position]);
    if (error instanceof UnknownGroup) raise('IndexError', `unknown group name '${error.group}'`);
    if (error instanceof Unsupported) return vm.unsupported(error.what);
    throw error;
  }
}

/** None where the template fits to the pattern, or what is wrong with it and where. */
const template = native(
  'template(pattern, text, /)',
  (vm: Interpreter, pattern: Pattern, text: Value) =>
    typeof text === 'string'
      ? guarded(vm, () => (parseTemplate(text, pattern.expression), null))
      : null,
);

/** Matches one after the other, as `findall`, `sub` and `split` go through a text. */
function* matches(
  vm: Interpreter,
  pattern: Pattern,
  search: Search,
  count = Infinity,
): Generator<Pending, Match[], Value> {
  const found: Match[] = [];
  let at = search.from;
  let empty = true;
  while (found.length < count) {
    const match: Match | null = yield* find(vm, pattern, search, at, empty);
    if (!match) break;
    found.push(match);
    at = match.registers[1] as number;
    empty = at !== match.registers[0];
  }
  return found;
}

type Searching = (
  vm: Interpreter,
  self: Pattern,
  search: Search,
) => Generator<Pending, Value, Value>;

function searching(apply: Searching) {
  return function* (
    vm: Interpreter,
    self: Pattern,
    text: Value,
    pos: number,
    endpos: number,
  ): Steps {
    if (isUnknown(text)) return new Unknown(reasonOf(text));
    return yield* tolerant(vm, () => apply(vm, self, searchIn(textOf(text), pos, endpos)));
  };
}

function* tolerant(vm: Interpreter, run: () => Generator<Pending, Value, Value>): Steps {
  try {
    return yield* run();
  } catch (error) {
    if (error instanceof Unsupported) return vm.unsupported(error.what);
    throw error;
  }
}

const SPAN = 'string, pos=0, endpos=9223372036854775807';

const scannerType = builtinType('callable_iterator');
iteratorMethods(scannerType);

methods(patternType, {
  [`search(self, /, ${SPAN})`]: searching((vm, self, search) => find(vm, self, search)),
  [`match(self, /, ${SPAN})`]: searching((vm, self, search) => matchHere(vm, self, search, false)),
  [`fullmatch(self, /, ${SPAN})`]: searching((vm, self, search) =>
    matchHere(vm, self, search, true),
  ),
  [`findall(self, /, ${SPAN})`]: searching(function* (vm, self, search) {
    const found = yield* matches(vm, self, search);
    return new List(found.map((match) => foundText(match)));
  }),
  [`finditer(self, /, ${SPAN})`]: searching(function* (vm, self, search) {
    const found = yield* matches(vm, self, search);
    let next = 0;
    return new StepIterator(scannerType, () => found[next++] ?? DONE);
  }),
  *'split(self, /, string, maxsplit=0)'(
    vm: Interpreter,
    self: Pattern,
    text: Value,
    most: number,
  ): Steps {
    if (isUnknown(text)) return new Unknown(reasonOf(text));
    return yield* tolerant(vm, () => split(vm, self, searchIn(textOf(text)), most || Infinity));
  },
  'sub(self, /, repl, string, count=0)': (
    vm: Interpreter,
    self: Pattern,
    by: Value,
    text: Value,
    count: number,
  ) => steps(tolerant(vm, () => substitute(vm, self, { by, text, count }, false))),
  'subn(self, /, repl, string, count=0)': (
    vm: Interpreter,
    self: Pattern,
    by: Value,
    text: Value,
    count: number,
  ) => steps(tolerant(vm, () => substitute(vm, self, { by, text, count }, true))),
});

methods(matchType, {
  'expand(self, /, template)': (_vm, self: Match, text: string) =>
    filled(parseTemplate(text, self.pattern.expression), self),
});

/** `findall` gives the match where there are no groups, the group where there is one. */
function foundText(match: Match): Value {
  const { groups } = match.pattern.expression;
  if (groups <= 1) return match.group(groups) ?? '';
  return new Tuple(Array.from({ length: groups }, (_, i) => match.group(i + 1) ?? ''));
}

function* split(
  vm: Interpreter,
  self: Pattern,
  search: Search,
  most: number,
): Generator<Pending, Value, Value> {
  const parts: Value[] = [];
  let end = 0;
  for (const match of most < 0 ? [] : yield* matches(vm, self, search, most)) {
    parts.push(piece(search.characters, end, match.registers[0] as number));
    for (let i = 1; i <= self.expression.groups; i++) parts.push(match.group(i));
    end = match.registers[1] as number;
  }
  parts.push(piece(search.characters, end, search.to));
  return new List(parts);
}

function* substitute(
  vm: Interpreter,
  self: Pattern,
  given: { by: Value; text: Value; count: number },
  counted: boolean,
): Generator<Pending, Value, Value> {
  const { by, text } = given;
  const unknown = [by, text].find(isUnknown);
  if (unknown) return new Unknown(reasonOf(unknown));
  const search = searchIn(textOf(text));
  const parts: string[] = [];
  let end = 0;
  const found = yield* matches(vm, self, search, given.count || Infinity);
  const fixed = typeof by === 'string' ? parseTemplate(by, self.expression) : null;
  for (const match of found) {
    parts.push(piece(search.characters, end, match.registers[0] as number));
    end = match.registers[1] as number;
    const made = fixed ? filled(fixed, match) : yield* wait(call(vm, by, [match]));
    if (isUnknown(made)) return new Unknown(reasonOf(made));
    if (made !== null) parts.push(replacement(made, parts.length));
  }
  parts.push(piece(search.characters, end, search.to));
  const result = parts.join('');
  return counted ? new Tuple([result, found.length]) : result;
}

function replacement(made: Value, place: number): string {
  if (typeof made === 'string') return made;
  const text = `sequence item ${place}: expected str instance, ${typeName(made)} found`;
  return raise('TypeError', text);
}

function filled(template: Template, match: Match): string {
  return template
    .map((part) => (typeof part === 'string' ? part : (match.group(part) ?? '')))
    .join('');
}
