// `unicodedata`: https://docs.python.org/3.11/library/unicodedata.html
//
// Categories and normal forms are the platform's, without what is newer than Unicode 14.0. Names
// are those of text/unicodeNames.ts; of what is not there it is said so.

import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { classes } from '../text/characters.ts';
import { decimalValue } from '../text/parseNumber.ts';
import { lengthOf } from '../text/codePoints.ts';
import { characterName, characterNamed } from '../text/unicodeNames.ts';
import { combining, numbers, widths } from '../text/unicodeTables.ts';
import { allAssigned, isAssigned } from '../text/unicodeVersion.ts';
import { makeException, PyError, raise } from '../values/exception.ts';
import { Float, StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';

const CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co'
    .split(' ')
    .map((name) => [name, new RegExp(`\\p{${name}}`, 'u')] as const);

/** A property by code point, read from its table when it is first asked for. */
function property(table: string): (code: number) => string | undefined {
  let values: Map<number, string> | null = null;
  return (code) => {
    if (values === null) {
      values = new Map();
      let at = 0;
      for (const entry of table.trim().split(/\s+/)) {
        const [run = '', value = ''] = entry.split(':');
        const [distance = '', more = '0'] = run.split('+');
        at += Number.parseInt(distance, 36);
        const end = at + Number.parseInt(more, 36);
        // Long runs are ideographs and the like; the maps stay below 300,000 entries.
        for (; at < end; at++) values.set(at, value);
        values.set(at, value);
      }
    }
    return values.get(code);
  };
}

const combiningOf = property(combining);
const numberOf = property(numbers);
const widthOf = property(widths);

export const unicodedata: BuiltinModule = {
  name: 'unicodedata',
  build: () => ({
    unidata_version: '14.0.0',
    category: native('category(chr, /)', (_vm: Interpreter, chr: Value) =>
      categoryOf(character(chr, 'category() argument')),
    ),
    combining: native('combining(chr, /)', (_vm: Interpreter, chr: Value) =>
      Number(combiningOf(codeOf(character(chr, 'combining() argument'))) ?? 0),
    ),
    east_asian_width: native('east_asian_width(chr, /)', (_vm: Interpreter, chr: Value) => {
      return widthOf(codeOf(character(chr, 'east_asian_width() argument'))) ?? 'N';
    }),
    decimal: numeric('decimal', 'not a decimal', (char) =>
      /^\p{Nd}$/u.test(char) ? decimalValue(char) : null,
    ),
    digit: numeric('digit', 'not a digit', (char) => {
      if (/^\p{Nd}$/u.test(char)) return decimalValue(char);
      return isDigit(char) ? Number(numberOf(codeOf(char))) : null;
    }),
    numeric: numeric('numeric', 'not a numeric character', (char) => {
      if (/^\p{Nd}$/u.test(char)) return new Float(decimalValue(char));
      const value = numberOf(codeOf(char));
      if (value === undefined) return null;
      const [above, below] = value.split('/').map(Number) as [number, number?];
      return new Float(above / (below ?? 1));
    }),
    name: native('name(chr, default=<none>, /)', name),
    lookup: native('lookup(name, /)', lookup),
    normalize: native('normalize(form, unistr, /)', (vm: Interpreter, form: Value, text: Value) => {
      if (isUnknown(text)) return new Unknown(reasonOf(text));
      const given = textOf(text, 'normalize() argument 2');
      const made = normalForm(textOf(form, 'normalize() argument 1'), given);
      vm.charge(made.length * 2);
      return made;
    }),
    is_normalized: native(
      'is_normalized(form, unistr, /)',
      (_vm: Interpreter, form: Value, text: Value) => {
        const given = textOf(text, 'is_normalized() argument 2');
        return normalForm(textOf(form, 'is_normalized() argument 1'), given) === given;
      },
    ),
  }),
};

function textOf(value: Value, what: string): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise(
    'TypeError',
    `${what} must be str, not ${value === null ? 'None' : typeName(value)}`,
  );
}

function character(value: Value, what: string): string {
  const text = value instanceof StrObject ? value.value : value;
  if (typeof text !== 'string') {
    const type = value === null ? 'None' : typeName(value);
    return raise('TypeError', `${what} must be a unicode character, not ${type}`);
  }
  if (lengthOf(text) !== 1) raise('TypeError', `${what} must be a unicode character, not str`);
  return text;
}

function codeOf(char: string): number {
  return char.codePointAt(0) as number;
}

function categoryOf(char: string): string {
  if (!isAssigned(codeOf(char))) return 'Cn';
  // Two characters have changed their category since.
  if (char === '\u0295') return 'Ll';
  if (char === '\u{1171e}') return 'Mn';
  return CATEGORIES.find(([, test]) => test.test(char))?.[0] ?? 'Cn';
}

// Numeric_Type=Digit beyond the decimal digits.
function isDigit(char: string): boolean {
  const value = numberOf(codeOf(char));
  return value !== undefined && /^\d$/.test(value) && classes.digit.test(char);
}

function numeric(title: string, problem: string, read: (char: string) => Value) {
  return native(
    `${title}(chr, default=<none>, /)`,
    (_vm: Interpreter, chr: Value, otherwise: Value | undefined) => {
      const char = character(chr, `${title}() argument 1`);
      const value = isAssigned(codeOf(char)) ? read(char) : null;
      return value ?? otherwise ?? (otherwise === null ? null : raise('ValueError', problem));
    },
  );
}

function name(vm: Interpreter, chr: Value, otherwise: Value | undefined): Value {
  const char = character(chr, 'name() argument 1');
  const found = isAssigned(codeOf(char)) ? characterName(codeOf(char)) : null;
  if (found === undefined) return vm.unsupported('unicodedata.name of this character');
  if (found !== null) return found;
  return otherwise === undefined ? raise('ValueError', 'no such name') : otherwise;
}

function lookup(vm: Interpreter, given: Value): Value {
  const wanted = textOf(given, 'lookup() argument');
  const char = characterNamed(wanted);
  if (char !== undefined) return char;
  // What cannot be a name is none; of everything else our table may not know.
  if (/^[A-Za-z0-9 -]+$/.test(wanted)) return vm.unsupported('unicodedata.lookup of this name');
  throw new PyError(makeException('KeyError', `undefined character name '${wanted}'`));
}

function normalForm(form: string, text: string): string {
  if (!/^NFK?[CD]$/.test(form)) raise('ValueError', 'invalid normalization form');
  if (allAssigned(text)) return text.normalize(form);
  const runs = Array.from(text).reduce<string[]>((made, char) => {
    const last = made.at(-1);
    if (last !== undefined && allAssigned(last) && allAssigned(char)) made[made.length - 1] += char;
    else made.push(char);
    return made;
  }, []);
  return runs.map((run) => (allAssigned(run) ? run.normalize(form) : run)).join('');
}
