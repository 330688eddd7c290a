// Text as moments: `strptime` in the C locale, with CPython's messages.

import { raise } from '../values/exception.ts';
import { strRepr } from './strRepr.ts';
import {
  civilFromDays,
  dayOfYear,
  DAYS,
  daysFromCivil,
  MONTHS,
  weekdayOf,
  type Moment,
} from './timeFormat.ts';

export interface ParsedTime {
  readonly moment: Omit<Moment, 'zone' | 'offset'>;
  readonly micros: number;
  readonly zone: string | null;
  /** Seconds east of UTC, where the text says. */
  readonly offset: number | null;
  readonly offsetMicros: number;
  readonly dst: number;
}

const names = (list: readonly string[]): string =>
  [...list].sort((a, b) => b.length - a.length).join('|');
const short = (list: readonly string[]): string[] => list.map((name) => name.slice(0, 3));

const PATTERNS: Record<string, string> = {
  d: '3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]',
  f: '[0-9]{1,6}',
  H: '2[0-3]|[0-1]\\d|\\d',
  I: '1[0-2]|0[1-9]|[1-9]| [1-9]',
  G: '\\d\\d\\d\\d',
  j: '36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
  m: '1[0-2]|0[1-9]|[1-9]',
  M: '[0-5]\\d|\\d',
  S: '6[0-1]|[0-5]\\d|\\d',
  U: '5[0-3]|[0-4]\\d|\\d',
  w: '[0-6]',
  u: '[1-7]',
  V: '5[0-3]|0[1-9]|[1-4]\\d|\\d',
  W: '5[0-3]|[0-4]\\d|\\d',
  y: '\\d\\d',
  Y: '\\d\\d\\d\\d',
  z: '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z',
  A: names(DAYS),
  a: names(short(DAYS)),
  B: names(MONTHS),
  b: names(short(MONTHS)),
  p: 'am|pm',
  Z: 'utc|gmt',
  '%': '%',
};

const COMPOSED: Record<string, string> = {
  c: '%a %b %d %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

export function parseTime(text: string, format: string): ParsedTime {
  const { regex, letters } = compile(format);
  const match = new RegExp(`^(?:${regex})`, 'i').exec(text);
  if (!match) {
    raise('ValueError', `time data ${strRepr(text)} does not match format ${strRepr(format)}`);
  }
  if (match[0].length !== text.length) {
    raise('ValueError', `unconverted data remains: ${text.slice(match[0].length)}`);
  }
  return resolve(new Map(letters.map((letter, i) => [letter, match[i + 1] as string])));
}

function compile(format: string): { regex: string; letters: string[] } {
  const letters: string[] = [];
  const expanded = format.replace(/%([cxX])/g, (_, letter: string) => COMPOSED[letter] as string);
  let regex = '';
  for (let i = 0; i < expanded.length; i++) {
    const unit = expanded[i] as string;
    if (/\s/.test(unit)) {
      while (/\s/.test(expanded[i + 1] ?? '')) i++;
      regex += '\\s+';
    } else if (unit !== '%') {
      regex += unit.replace(/[\\.^$*+?(){}[\]|/]/, '\\$&');
    } else {
      const letter = expanded[++i];
      if (letter === undefined) raise('ValueError', `stray % in format ${strRepr(format)}`);
      const pattern = PATTERNS[letter];
      if (pattern === undefined) {
        const shown = letter === '\\' ? '\\\\' : letter;
        raise('ValueError', `'${shown}' is a bad directive in format ${strRepr(format)}`);
      }
      if (letter === '%') regex += '%';
      else if (letters.includes(letter)) {
        const group = `redefinition of group name ${strRepr(letter)} as group ${letters.length + 1}; was group ${letters.indexOf(letter) + 1}`;
        raise('re.error', group);
      } else {
        letters.push(letter);
        regex += `(${pattern})`;
      }
    }
  }
  return { regex, letters };
}

function resolve(found: ReadonlyMap<string, string>): ParsedTime {
  const number = (letter: string): number | undefined => {
    const text = found.get(letter);
    return text === undefined ? undefined : Number(text);
  };
  const place = (list: readonly string[], letter: string): number | undefined => {
    const name = found.get(letter)?.toLowerCase();
    return name === undefined ? undefined : list.findIndex((each) => each.toLowerCase() === name);
  };
  const month =
    number('m') ?? plusOne(place(MONTHS, 'B')) ?? plusOne(place(short(MONTHS), 'b')) ?? undefined;
  const weekday =
    place(DAYS, 'A') ?? place(short(DAYS), 'a') ?? weekdayNumber(number('u'), number('w'));
  const day = number('d');
  const date = dateOf({ ...yearOf(found), month, day, weekday, found });
  const fraction = found.get('f');
  const zone = zoneOf(found.get('z'));
  const named = found.get('Z')?.toUpperCase() ?? null;
  return {
    moment: {
      ...date,
      hour: number('H') ?? hourOf(number('I'), found.get('p')),
      minute: number('M') ?? 0,
      second: number('S') ?? 0,
    },
    micros: fraction === undefined ? 0 : Number(fraction.padEnd(6, '0')),
    zone: named,
    offset: zone?.seconds ?? null,
    offsetMicros: zone?.micros ?? 0,
    dst: named === null ? -1 : 0,
  };
}

function plusOne(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value + 1;
}

function weekdayNumber(
  iso: number | undefined,
  sundayFirst: number | undefined,
): number | undefined {
  if (iso !== undefined) return iso - 1;
  return sundayFirst === undefined ? undefined : (sundayFirst + 6) % 7;
}

function hourOf(hour: number | undefined, half: string | undefined): number {
  if (hour === undefined) return 0;
  if (half?.toLowerCase() === 'pm') return hour === 12 ? 12 : hour + 12;
  return half !== undefined && hour === 12 ? 0 : hour;
}

function yearOf(found: ReadonlyMap<string, string>): {
  year: number | undefined;
  isoYear: number | undefined;
} {
  const full = found.get('Y');
  const two = found.get('y');
  const iso = found.get('G');
  const year =
    full !== undefined
      ? Number(full)
      : two === undefined
        ? undefined
        : Number(two) + (Number(two) <= 68 ? 2000 : 1900);
  return { year, isoYear: iso === undefined ? undefined : Number(iso) };
}

interface DateParts {
  readonly year: number | undefined;
  readonly isoYear: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly weekday: number | undefined;
  readonly found: ReadonlyMap<string, string>;
}

type Day = Pick<Moment, 'year' | 'month' | 'day' | 'weekday' | 'yearDay'>;

function dateOf({ year, isoYear, month, day, weekday, found }: DateParts): Day {
  const week = found.get('V');
  refuseIso({ year, isoYear, weekday, week, yearDay: found.get('j') });
  const yearDay = found.get('j');
  if (isoYear !== undefined && week !== undefined && weekday !== undefined) {
    const fourth = daysFromCivil(isoYear, 1, 4);
    const monday = fourth - weekdayOf(isoYear, 1, 4);
    return dayAt(monday + (Number(week) - 1) * 7 + weekday);
  }
  if (yearDay !== undefined && year !== undefined && month === undefined) {
    return dayAt(daysFromCivil(year, 1, 1) + Number(yearDay) - 1);
  }
  const sundayWeek = found.get('U');
  const mondayWeek = found.get('W');
  if (
    year !== undefined &&
    weekday !== undefined &&
    month === undefined &&
    (sundayWeek ?? mondayWeek) !== undefined
  ) {
    return dayAt(daysFromCivil(year, 1, 1) + weekOffset(year, weekday, sundayWeek, mondayWeek));
  }
  // The 29th of February without a year is one of a leap year.
  const leap = year === undefined && month === 2 && day === 29;
  const base = year ?? (leap ? 1904 : 1900);
  const [m, d] = [month ?? 1, day ?? 1];
  const [checkedYear, checkedMonth, checkedDay] = civilFromDays(daysFromCivil(base, m, d));
  if (checkedYear !== base || checkedMonth !== m || checkedDay !== d) {
    raise('ValueError', 'day is out of range for month');
  }
  const made = dayAt(daysFromCivil(base, m, d));
  return { ...made, year: leap ? 1900 : base, weekday: weekday ?? made.weekday };
}

/** Days behind the first of January, by weeks that begin on Sunday or Monday. */
function weekOffset(
  year: number,
  weekday: number,
  sundayWeek: string | undefined,
  mondayWeek: string | undefined,
): number {
  const shift = sundayWeek === undefined ? 0 : 1;
  const week = Number(sundayWeek ?? mondayWeek);
  const first = (weekdayOf(year, 1, 1) + shift) % 7;
  const day = (weekday + shift) % 7;
  const untilWeekOne = (7 - first) % 7;
  return week === 0 ? day - first : untilWeekOne + 7 * (week - 1) + day;
}

function refuseIso(parts: {
  year: number | undefined;
  isoYear: number | undefined;
  weekday: number | undefined;
  week: string | undefined;
  yearDay: string | undefined;
}): void {
  const { year, isoYear, weekday, week, yearDay } = parts;
  if (isoYear !== undefined) {
    if (yearDay !== undefined) {
      raise(
        'ValueError',
        "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.",
      );
    }
    if (week === undefined || weekday === undefined) {
      raise(
        'ValueError',
        "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').",
      );
    }
  } else if (week !== undefined) {
    if (year === undefined || weekday === undefined) {
      raise(
        'ValueError',
        "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').",
      );
    }
    raise(
      'ValueError',
      "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.",
    );
  }
}

function dayAt(days: number): Day {
  const [year, month, day] = civilFromDays(days);
  return {
    year,
    month,
    day,
    weekday: weekdayOf(year, month, day),
    yearDay: dayOfYear(year, month, day),
  };
}

function zoneOf(text: string | undefined): { seconds: number; micros: number } | null {
  if (text === undefined) return null;
  if (text === 'Z' || text === 'z') return { seconds: 0, micros: 0 };
  const colons = text.slice(3, 4) === ':';
  if (colons && text.length > 6 && text[6] !== ':') {
    raise('ValueError', `Inconsistent use of : in ${text}`);
  }
  const [, sign, hours, minutes, seconds, fraction] =
    /^([+-])(\d\d):?(\d\d):?(\d\d)?(?:\.(\d+))?$/.exec(text) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  const micros = fraction === undefined ? 0 : Number(fraction.padEnd(6, '0'));
  return sign === '-' ? { seconds: -total, micros: -micros } : { seconds: total, micros };
}
