// `time`: https://docs.python.org/3.11/library/time.html
//
// The clock runs under Run; while someone types, the time is not known. `sleep` does not wait then.

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Result, type Steps } from '../evaluate/pending.ts';
import { collect, index, repr } from '../evaluate/protocols.ts';
import type { BuiltinModule } from '../imports.ts';
import { attribute, methods, native, staticMethods } from '../native.ts';
import { Tuple, tupleType } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { realOf, intOf } from '../values/integers.ts';
import { Float, floatType, intType, strType } from '../values/numbers.ts';
import { builtinType, PyType, types, type Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import {
  dayOfYear,
  daysFromCivil,
  formatTime,
  weekdayOf,
  zoneAt,
  type Moment,
} from '../text/timeFormat.ts';
import { parseTime } from '../text/timeParse.ts';

const structType = builtinType('struct_time', [tupleType], (cls) => new StructTime([], cls));
delete types['struct_time'];
structType.module = 'time';

class StructTime extends Tuple {
  zone: Value = null;
  offset: Value = null;
  constructor(items: readonly Value[], cls: PyType = structType) {
    super(items, cls);
  }
}

const FIELDS = 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split(' ');
for (const [i, name] of FIELDS.entries()) {
  attribute<StructTime>(structType, name, (_vm, self) => self.items[i] ?? null);
}
attribute<StructTime>(structType, 'tm_zone', (_vm, self) => self.zone);
attribute<StructTime>(structType, 'tm_gmtoff', (_vm, self) => self.offset);
structType.dict.setName('n_sequence_fields', 9);
structType.dict.setName('n_fields', 11);
structType.dict.setName('n_unnamed_fields', 0);

staticMethods(structType, {
  *'__new__(cls, /, sequence, dict=None)'(vm: Interpreter, cls: PyType, sequence: Value): Steps {
    if (isUnknown(sequence)) return sequence;
    if (typeOf(sequence).lookup('__iter__') === undefined) {
      return raise('TypeError', 'constructor requires a sequence');
    }
    const items = yield* collect(vm, sequence);
    const count = items.length;
    if (count < 9 || count > 11) {
      const bound = count < 9 ? 'at least 9' : 'at most 11';
      raise('TypeError', `time.struct_time() takes an ${bound}-sequence (${count}-sequence given)`);
    }
    const made = new StructTime(items.slice(0, 9), cls);
    made.zone = items[9] ?? null;
    made.offset = items[10] ?? null;
    return made;
  },
});
methods(structType, {
  *'__repr__(self, /)'(vm, self: StructTime): Steps {
    const parts: string[] = [];
    for (const [i, name] of FIELDS.entries()) {
      parts.push(`${name}=${(yield* wait(repr(vm, self.items[i] ?? null))) as string}`);
    }
    return `time.struct_time(${parts.join(', ')})`;
  },
});

/** The clock under Run; while someone types, the time is not known. */
function clock(name: string, milliseconds: (vm: Interpreter) => number, whole = false): Value {
  return native(`${name}()`, (vm: Interpreter) => {
    if (vm.limits.kind === 'live') return new Unknown('the time', whole ? intType : floatType);
    const now = milliseconds(vm);
    if (!whole) return new Float(now / 1000);
    const nanoseconds = BigInt(Math.round(now * 1e3)) * 1000n;
    return Number.isSafeInteger(Number(nanoseconds)) ? Number(nanoseconds) : nanoseconds;
  });
}

/** A sleep moves the clocks on, and nobody waits. */
export const slept = (vm: Interpreter): number =>
  (vm.extensions.get('slept') as number | undefined) ?? 0;
const wall = (vm: Interpreter): number => vm.host.wallClock() * 1000 + slept(vm);
const steady = (vm: Interpreter): number => vm.host.now() + slept(vm);

const CLOCKS = ['time', 'perf_counter', 'monotonic', 'process_time', 'thread_time'];

export const time: BuiltinModule = {
  name: 'time',
  build: (vm) => {
    const { name, offset } = zoneAt(vm.host.wallClock());
    const names: Record<string, Value> = {
      struct_time: structType,
      _STRUCT_TM_ITEMS: 11,
      sleep: native('sleep(secs, /)', (run: Interpreter, seconds: Value) => sleep(run, seconds)),
      localtime: broken('localtime', 'local'),
      gmtime: broken('gmtime', 'utc'),
      mktime: native('mktime(t, /)', (_vm: Interpreter, given: Value) =>
        isUnknown(given) ? given : new Float(mktime(momentOf(given, 'mktime'))),
      ),
      strftime,
      strptime,
      asctime: native('asctime(t=<none>, /)', (run: Interpreter, given: Value | undefined) => {
        if (isUnknown(given)) return given;
        if (given === undefined && run.limits.kind === 'live')
          return new Unknown('the time', strType);
        const moment =
          given === undefined ? momentAt(wall(run) / 1000, 'local') : momentOf(given, 'asctime');
        return asctime(moment);
      }),
      ctime: native('ctime(secs=None, /)', (run: Interpreter, given: Value) => {
        const seconds = secondsOf(run, given);
        return seconds === null
          ? new Unknown('the time', strType)
          : asctime(momentAt(seconds, 'local'));
      }),
      get_clock_info: native('get_clock_info(name, /)', (run: Interpreter) =>
        run.unsupported('time.get_clock_info'),
      ),
      timezone: -offset,
      altzone: -offset,
      daylight: 0,
      tzname: new Tuple([name, name]),
    };
    for (const clockName of CLOCKS) {
      const source = clockName === 'time' ? wall : steady;
      names[clockName] = clock(clockName, source);
      names[`${clockName}_ns`] = clock(`${clockName}_ns`, source, true);
    }
    return names;
  },
};

/** Of a run with threads: lets the others go on while one sleeps. */
export const sleepHook = new WeakMap<Interpreter, Value>();

function sleep(vm: Interpreter, given: Value): Result {
  if (isUnknown(given)) return null;
  const seconds = realOf(given);
  if (seconds === undefined) {
    raise('TypeError', `'${typeName(given)}' object cannot be interpreted as an integer`);
  }
  if (Number.isNaN(seconds)) raise('ValueError', 'Invalid value NaN (not a number)');
  if (seconds < 0) raise('ValueError', 'sleep length must be non-negative');
  const hook = sleepHook.get(vm);
  if (hook !== undefined) return call(vm, hook, [new Float(seconds)]);
  vm.extensions.set('slept', slept(vm) + seconds * 1000);
  return null;
}

/** Seconds since 1970: what was given, or now; null where that is not known. */
function secondsOf(vm: Interpreter, given: Value): number | null {
  if (isUnknown(given)) return null;
  if (given === null) return vm.limits.kind === 'live' ? null : wall(vm) / 1000;
  const seconds = realOf(given);
  if (seconds === undefined) {
    raise('TypeError', `'${typeName(given)}' object cannot be interpreted as an integer`);
  }
  if (Number.isNaN(seconds)) raise('ValueError', 'Invalid value NaN (not a number)');
  if (Math.abs(seconds) > 8.64e12)
    raise('OverflowError', 'timestamp out of range for platform time_t');
  return seconds;
}

function broken(name: string, zone: 'local' | 'utc'): Value {
  return native(`${name}(secs=None, /)`, (vm: Interpreter, given: Value) => {
    const seconds = secondsOf(vm, given);
    return seconds === null ? new Unknown('the time') : structOf(momentAt(seconds, zone));
  });
}

export function momentAt(seconds: number, zone: 'local' | 'utc'): Moment {
  const { name, offset } = zone === 'utc' ? { name: 'GMT', offset: 0 } : zoneAt(seconds);
  const date = new Date((Math.floor(seconds) + offset) * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return {
    ...{ year, month, day },
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: weekdayOf(year, month, day),
    yearDay: dayOfYear(year, month, day),
    zone: name,
    offset,
  };
}

function structOf(moment: Moment, dst = 0): StructTime {
  const { year, month, day, hour, minute, second, weekday, yearDay } = moment;
  const made = new StructTime([year, month, day, hour, minute, second, weekday, yearDay, dst]);
  made.zone = moment.zone;
  made.offset = moment.offset;
  return made;
}

function momentOf(given: Value, doing: string): Moment {
  if (!(given instanceof Tuple)) raise('TypeError', 'Tuple or struct_time argument required');
  if (given.items.length !== 9) raise('TypeError', `${doing}(): illegal time tuple argument`);
  const numbers = given.items.map((item) => {
    const int = intOf(item);
    if (int === undefined) {
      raise('TypeError', `'${typeName(item)}' object cannot be interpreted as an integer`);
    }
    const number = Number(int);
    if (number > 2 ** 31 - 1) raise('OverflowError', 'signed integer is greater than maximum');
    if (number < -(2 ** 31)) raise('OverflowError', 'signed integer is less than minimum');
    return number;
  }) as [number, number, number, number, number, number, number, number, number];
  const [year, month, day, hour, minute, second, dayOfWeek, dayOfTheYear] = numbers;
  // -1 is Sunday too; a day 0 of the year is the first.
  const weekday = dayOfWeek < -1 ? dayOfWeek : (dayOfWeek + 7) % 7;
  const yearDay = dayOfTheYear === 0 ? 1 : dayOfTheYear;
  const { zone, offset } = given instanceof StructTime ? given : { zone: null, offset: null };
  const local = zoneAt(0);
  return {
    ...{
      year,
      month: month === 0 ? 1 : month,
      day: day === 0 ? 1 : day,
      hour,
      minute,
      second,
      weekday,
      yearDay,
    },
    zone: typeof zone === 'string' ? zone : local.name,
    offset: typeof offset === 'number' ? offset : local.offset,
  };
}

function checked(moment: Moment): Moment {
  const refuse = (what: string): never => raise('ValueError', `${what} out of range`);
  if (moment.month < 1 || moment.month > 12) refuse('month');
  if (moment.day < 1 || moment.day > 31) refuse('day of month');
  if (moment.hour < 0 || moment.hour > 23) refuse('hour');
  if (moment.minute < 0 || moment.minute > 59) refuse('minute');
  if (moment.second < 0 || moment.second > 61) refuse('seconds');
  if (moment.weekday < 0) refuse('day of week');
  if (moment.yearDay < 1 || moment.yearDay > 366) refuse('day of year');
  return moment;
}

function asctime(moment: Moment): string {
  const { day } = checked(moment);
  return formatTime(`%a %b ${String(day).padStart(2)} %H:%M:%S `, moment) + String(moment.year);
}

function mktime({ year, month, day, hour, minute, second }: Moment): number {
  const wallSeconds = daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  const first = wallSeconds - zoneAt(wallSeconds).offset;
  return wallSeconds - zoneAt(first).offset;
}

const strftime = native(
  'strftime(format, t=<none>, /)',
  (vm: Interpreter, format: Value, given: Value | undefined) => {
    if (isUnknown(given) || isUnknown(format)) return new Unknown('the time', strType);
    if (typeof format !== 'string') {
      return raise('TypeError', `strftime() argument 1 must be str, not ${typeName(format)}`);
    }
    if (given === undefined && vm.limits.kind === 'live') return new Unknown('the time', strType);
    const moment =
      given === undefined
        ? momentAt(wall(vm) / 1000, 'local')
        : checked(momentOf(given, 'strftime'));
    vm.charge(format.length * 8);
    return formatTime(format, moment);
  },
);

const strptime = native(
  "strptime(string, format='%a %b %d %H:%M:%S %Y', /)",
  (_vm: Interpreter, text: Value, format: Value) => {
    if (isUnknown(text)) return new Unknown('a time that is not known', structType);
    if (typeof text !== 'string' || typeof format !== 'string') {
      const [at, wrong] = typeof text !== 'string' ? [0, text] : [1, format];
      raise('TypeError', `strptime() argument ${at} must be str, not <class '${typeName(wrong)}'>`);
    }
    const parsed = parseTime(text, format);
    const made = structOf(
      { ...parsed.moment, zone: parsed.zone ?? '', offset: parsed.offset ?? 0 },
      parsed.dst,
    );
    made.zone = parsed.zone;
    made.offset = parsed.offset;
    return made;
  },
);

/** `_datetime`: what `datetime` needs of the clock and of the formats. */
export const datetimeParts: BuiltinModule = {
  name: '_datetime',
  build: () => ({
    // While someone types, a date made of the time is as unknown as the time.
    at_now: native(
      'at_now(make, /, *args)',
      function* (vm: Interpreter, make: Value, args: Value[]) {
        if (vm.limits.kind === 'live') return new Unknown('the time');
        const micros = Math.floor(wall(vm) * 1000);
        return yield* wait(call(vm, make, [micros, ...args]));
      },
    ),
    name_in_messages: native('name_in_messages(cls, name, /)', (_vm, cls: Value, name: Value) => {
      if (cls instanceof PyType && typeof name === 'string') cls.messageName = name;
      return null;
    }),
    index: native('index(value, /)', (vm: Interpreter, value: Value) => index(vm, value)),
    local_offset: native('local_offset(seconds, /)', (_vm: Interpreter, seconds: Value) => {
      const { name, offset } = zoneAt(Number(intOf(seconds) ?? 0));
      return new Tuple([offset, name]);
    }),
    parse: native('parse(text, format, /)', (_vm: Interpreter, text: Value, format: Value) => {
      const { moment, micros, zone, offset, offsetMicros } = parseTime(
        String(text),
        String(format),
      );
      const { year, month, day, hour, minute, second } = moment;
      return new Tuple([
        year,
        month,
        day,
        hour,
        minute,
        second,
        micros,
        zone,
        offset,
        offsetMicros,
      ]);
    }),
    format: native('format(format, fields, /)', (vm: Interpreter, format: Value, fields: Value) => {
      vm.charge(String(format).length * 8);
      return formatTime(String(format), momentOf(fields, 'strftime'));
    }),
  }),
};
