// The methods of patterns: searching, splitting, replacing.
//
// https://docs.python.org/3.11/library/re.html#regular-expression-objects

import { call } from '../../evaluate/call.ts';
import { typeName } from '../../evaluate/attributes.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import {
  DONE,
  steps,
  wait,
  type Pending,
  type Result,
  type Steps,
  pause,
} from '../../evaluate/pending.ts';
import { index } from '../../evaluate/protocols.ts';
import { importModule } from '../../imports.ts';
import { attribute, methods } from '../../native.ts';
import { isCallable } from '../../builtins/attributeFunctions.ts';
import { latin } from '../../builtins/bytesArguments.ts';
import { Bytes, List, Tuple } from '../../values/containers.ts';
import { PyError, raise, type ExceptionObject } from '../../values/exception.ts';
import { callableIteratorType, StepIterator } from '../../values/iterator.ts';
import { PyObject, type Value } from '../../values/object.ts';
import { bufferOf } from '../../values/memoryView.ts';
import { isUnknown, reasonOf, Unknown } from '../../values/unknown.ts';
import { getAttribute } from '../../evaluate/attributes.ts';
import { FAILED, Matcher, PAUSED, StackFull } from './match.ts';
import { Match, matchType, type Pattern, patternType, scannerType } from './objects.ts';
import { piece, subjectOf, textOf, valueOf, type Subject } from './subject.ts';
import { PatternError } from './syntax.ts';
import { parseTemplate, UnknownGroup, type Template } from './template.ts';

/** The next match of one search after the other. */
class Search {
  readonly pattern: Pattern;
  readonly subject: Subject;
  readonly #whole: boolean;
  #matcher: Matcher | null = null;
  #at: number;
  #start = -1;

  constructor(pattern: Pattern, subject: Subject, whole = false) {
    this.pattern = pattern;
    this.subject = subject;
    this.#whole = whole;
    this.#at = subject.from;
  }

  /** The first match at the place where the search stands or behind it; PAUSED if it takes long. */
  next(anchored = false): Match | null | typeof PAUSED {
    const { to } = this.subject;
    const matcher = this.#matcher ?? this.#borrow();
    let count = 0;
    for (;;) {
      if (this.#start < 0) {
        const start = anchored || this.#at > to ? this.#at : matcher.candidate(this.#at);
        if (start > to) {
          this.#at = to + 1;
          return this.#release(matcher, null);
        }
        matcher.begin(start);
        this.#start = start;
      }
      const end = matcher.resume();
      if (end === PAUSED) return PAUSED;
      const start = this.#start;
      this.#start = -1;
      if (end !== FAILED) {
        // What took nothing may not do so again in the same place.
        matcher.notEmptyAt = start === end ? end : -1;
        this.#at = end;
        return this.#release(matcher, new Match(this.pattern, this.subject, matcher.registers));
      }
      if (anchored) {
        this.#at = to + 1;
        return this.#release(matcher, null);
      }
      this.#at = start + 1;
      if (++count >= 4096) return PAUSED;
    }
  }

  #borrow(): Matcher {
    const { pattern, subject } = this;
    const matcher = pattern.spare ?? new Matcher(pattern.machine);
    pattern.spare = null;
    matcher.search(subject.characters, subject.to, this.#whole);
    this.#matcher = matcher;
    return matcher;
  }

  /** Gives the matcher back where nothing more is asked of it. */
  #release(matcher: Matcher, found: Match | null): Match | null {
    if (found !== null) return found;
    this.done(matcher);
    return null;
  }

  done(matcher = this.#matcher): void {
    if (matcher === null) return;
    matcher.rest();
    this.pattern.spare = matcher;
    this.#matcher = null;
  }
}

/** The next match, however long it takes. */
function* nextOf(
  vm: Interpreter,
  search: Search,
  anchored = false,
): Generator<Pending, Match | null, Value> {
  for (;;) {
    const found = attempt(search, anchored);
    if (found !== PAUSED) return found;
    yield* pause(vm, 2048);
  }
}

function attempt(search: Search, anchored: boolean): Match | null | typeof PAUSED {
  try {
    return search.next(anchored);
  } catch (error) {
    if (error instanceof StackFull) raise('MemoryError');
    throw error;
  }
}

/** One match, at once where that does not take long. */
function once(how: 'search' | 'match' | 'fullmatch') {
  return (vm: Interpreter, self: Pattern, text: Value, pos: Value, endpos: Value): Result => {
    if (isUnknown(text)) return new Unknown(reasonOf(text));
    const subject = subjectOf(text, self.isText, indexOf(vm, pos), indexOf(vm, endpos));
    const search = new Search(self, subject, how === 'fullmatch');
    const found = attempt(search, how !== 'search');
    if (found === PAUSED) return steps(nextOf(vm, search, how !== 'search'));
    search.done();
    return found;
  };
}

function indexOf(vm: Interpreter, value: Value): number {
  return typeof value === 'number' ? value : Number(index(vm, value));
}

type Searching = (
  vm: Interpreter,
  self: Pattern,
  subject: Subject,
) => Generator<Pending, Value, Value>;

function searching(apply: Searching) {
  return function* (vm: Interpreter, self: Pattern, text: Value, pos: Value, endpos: Value): Steps {
    if (isUnknown(text)) return new Unknown(reasonOf(text));
    const subject = subjectOf(text, self.isText, indexOf(vm, pos), indexOf(vm, endpos));
    return yield* apply(vm, self, subject);
  };
}

const SPAN = 'string, pos=0, endpos=9223372036854775807';

methods(patternType, {
  [`search(self, /, ${SPAN})`]: once('search'),
  [`match(self, /, ${SPAN})`]: once('match'),
  [`fullmatch(self, /, ${SPAN})`]: once('fullmatch'),
  [`findall(self, /, ${SPAN})`]: searching(function* (vm, self, subject) {
    const search = new Search(self, subject);
    const found: Value[] = [];
    for (let match = yield* nextOf(vm, search); match !== null; match = yield* nextOf(vm, search)) {
      vm.charge(32);
      found.push(foundText(match));
    }
    return new List(found);
  }),
  [`finditer(self, /, ${SPAN})`]: searching(function* (_vm, self, subject) {
    const search = new Search(self, subject);
    return new StepIterator(callableIteratorType, (vm) => {
      const found = attempt(search, false);
      return found === PAUSED ? steps(nextOrDone(vm, search)) : (found ?? DONE);
    });
  }),
  [`scanner(self, /, ${SPAN})`]: searching(function* (_vm, self, subject) {
    return new Scanner(new Search(self, subject));
  }),
  *'split(self, /, string, maxsplit=0)'(
    vm: Interpreter,
    self: Pattern,
    text: Value,
    most: Value,
  ): Steps {
    if (isUnknown(text)) return new Unknown(reasonOf(text));
    return yield* split(vm, self, subjectOf(text, self.isText), Number(index(vm, most)));
  },
  'sub(self, /, repl, string, count=0)': (
    vm: Interpreter,
    self: Pattern,
    by: Value,
    text: Value,
    count: Value,
  ) => steps(substitute(vm, self, { by, text, count: Number(index(vm, count)) }, false)),
  'subn(self, /, repl, string, count=0)': (
    vm: Interpreter,
    self: Pattern,
    by: Value,
    text: Value,
    count: Value,
  ) => steps(substitute(vm, self, { by, text, count: Number(index(vm, count)) }, true)),
});

function* nextOrDone(vm: Interpreter, search: Search): Steps {
  return (yield* nextOf(vm, search)) ?? DONE;
}

class Scanner extends PyObject {
  readonly search: Search;
  constructor(search: Search) {
    super(scannerType);
    this.search = search;
  }
}

methods(scannerType, {
  'match(self, /)': (vm: Interpreter, self: Scanner): Result =>
    steps(nextOf(vm, self.search, true)),
  'search(self, /)': (vm: Interpreter, self: Scanner): Result => steps(nextOf(vm, self.search)),
});
attribute(scannerType, 'pattern', (_vm, self: Scanner) => self.search.pattern);

/** `findall` gives the match where there are no groups, the group where there is one. */
function foundText(match: Match): Value {
  const { groups } = match.pattern.expression;
  const empty = valueOf('', match.subject.isText);
  if (groups <= 1) return match.group(groups, empty);
  return new Tuple(Array.from({ length: groups }, (_, i) => match.group(i + 1, empty)));
}

function* split(
  vm: Interpreter,
  self: Pattern,
  subject: Subject,
  most: number,
): Generator<Pending, Value, Value> {
  const parts: Value[] = [];
  const search = new Search(self, subject);
  const part = (from: number, to: number): Value =>
    valueOf(piece(subject.characters, from, to), subject.isText);
  let end = 0;
  for (let count = 0; most >= 0 && (most === 0 || count < most); count++) {
    const match = yield* nextOf(vm, search);
    if (match === null) break;
    vm.charge(64);
    parts.push(part(end, match.registers[0] as number));
    for (let i = 1; i <= self.expression.groups; i++) parts.push(match.group(i));
    end = match.registers[1] as number;
  }
  parts.push(part(end, subject.to));
  return new List(parts);
}

interface Replacing {
  readonly by: Value;
  readonly text: Value;
  readonly count: number;
}

function* substitute(
  vm: Interpreter,
  self: Pattern,
  { by, text, count }: Replacing,
  counted: boolean,
): Generator<Pending, Value, Value> {
  const unknown = [by, text].find(isUnknown);
  if (unknown) return new Unknown(reasonOf(unknown));
  const subject = subjectOf(text, self.isText);
  const fixed = isCallable(by) === true ? null : yield* checkedTemplate(vm, self, by);
  const search = new Search(self, subject);
  const parts: string[] = [];
  let end = 0;
  let found = 0;
  while (count === 0 || found < count) {
    const match = yield* nextOf(vm, search);
    if (match === null) break;
    found++;
    const start = match.registers[0] as number;
    if (end < start) parts.push(piece(subject.characters, end, start));
    end = match.registers[1] as number;
    if (fixed !== null) {
      parts.push(filled(fixed, match));
    } else {
      const made = yield* wait(call(vm, by, [match]));
      if (isUnknown(made)) return new Unknown(reasonOf(made));
      if (made !== null) parts.push(replacement(made, subject.isText, parts.length));
    }
    vm.charge((parts.at(-1) ?? '').length * 2 + 32);
  }
  if (found === 0) return counted ? new Tuple([unchanged(text), 0]) : unchanged(text);
  parts.push(piece(subject.characters, end, subject.to));
  const result = valueOf(parts.join(''), subject.isText);
  return counted ? new Tuple([result, found]) : result;
}

/** The text itself; of a class derived from str, its text. */
function unchanged(text: Value): Value {
  return (
    textOf(text) ??
    (bufferOf(text) === null ? text : new Bytes((bufferOf(text) as Uint8Array).slice()))
  );
}

function replacement(made: Value, isText: boolean, place: number): string {
  const text = textOf(made);
  if (isText && text !== null) return text;
  const data = isText ? null : bufferOf(made);
  if (data !== null) return latin(data);
  const wanted = isText ? 'expected str instance' : 'expected a bytes-like object';
  return raise('TypeError', `sequence item ${place}: ${wanted}, ${typeName(made)} found`);
}

/** The template of a pattern; where it is none, the program sees `re.error`. */
function* checkedTemplate(
  vm: Interpreter,
  self: Pattern,
  by: Value,
): Generator<Pending, Template, Value> {
  try {
    return templateOf(self, by);
  } catch (error) {
    if (error instanceof UnknownGroup) raise('IndexError', `unknown group name '${error.group}'`);
    if (!(error instanceof PatternError)) throw error;
    const module = yield* importModule(vm, 're');
    const type = yield* wait(getAttribute(vm, module, 'error'));
    const made = yield* wait(call(vm, type, [error.message, by, error.position]));
    throw new PyError(made as ExceptionObject);
  }
}

/** Throws PatternError and UnknownGroup. */
export function templateOf(pattern: Pattern, by: Value): Template {
  const text = textOf(by);
  const data = bufferOf(by);
  if (text === null && data === null) {
    raise('TypeError', `decoding to str: need a bytes-like object, ${typeName(by)} found`);
  }
  if ((text !== null) !== pattern.isText) {
    const [wanted, given] = pattern.isText ? ['str', 'bytes'] : ['a bytes-like object', 'str'];
    raise(
      'TypeError',
      `sequence item 0: expected ${wanted}${pattern.isText ? ' instance' : ''}, ${given} found`,
    );
  }
  return parseTemplate(text ?? latin(data as Uint8Array), text !== null, pattern.expression);
}

function filled(template: Template, match: Match): string {
  let text = '';
  for (const part of template) text += typeof part === 'string' ? part : (match.text(part) ?? '');
  return text;
}

methods(matchType, {
  *'expand(self, /, template)'(vm: Interpreter, self: Match, by: Value): Steps {
    if (isUnknown(by)) return new Unknown(reasonOf(by));
    const made = filled(yield* checkedTemplate(vm, self.pattern, by), self);
    return valueOf(made, self.subject.isText);
  },
});
