// Moments as text: the directives of strftime in the C locale, the days of the calendar, and the zone
// of this machine. https://docs.python.org/3.11/library/time.html#time.strftime

export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** The first of January is 1. */
  readonly yearDay: number;
  readonly zone: string;
  /** Seconds east of UTC. */
  readonly offset: number;
}

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Days from 1970-01-01 in the proleptic Gregorian calendar. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfMarchYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfMarchYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civilFromDays(days: number): [year: number, month: number, day: number] {
  const date = new Date(days * 86400000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function weekdayOf(year: number, month: number, day: number): number {
  return (((daysFromCivil(year, month, day) + 3) % 7) + 7) % 7;
}

export function dayOfYear(year: number, month: number, day: number): number {
  return daysFromCivil(year, month, day) - daysFromCivil(year, 1, 1) + 1;
}

/** The zone of this machine at a time: its name and seconds east of UTC. */
export function zoneAt(seconds: number): { name: string; offset: number } {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return { name: 'UTC', offset: 0 };
  const offset = -date.getTimezoneOffset() * 60;
  const shown = /\(([^)]*)\)/.exec(date.toString())?.[1] ?? 'UTC';
  if (offset === 0 && /Coordinated|UTC/.test(shown)) return { name: 'UTC', offset };
  const initials = shown
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('');
  return { name: initials, offset };
}

/** `time.strftime` */
export function formatTime(format: string, moment: Moment): string {
  return format.replace(/%([-_0^#]?)([a-zA-Z%])/g, (whole, flag: string, letter: string) => {
    const made = directive(letter, moment);
    if (made === undefined) return whole;
    if (flag === '-') return made.replace(/^0+(?=\d)/, '').trimStart();
    if (flag === '_') return made.replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length));
    if (flag === '^') return made.toUpperCase();
    if (flag === '#')
      return letter === 'p' || letter === 'Z' ? made.toLowerCase() : made.toUpperCase();
    return made;
  });
}

function directive(letter: string, moment: Moment): string | undefined {
  const { year, month, day, hour, minute, second, weekday, yearDay } = moment;
  const two = (value: number): string => String(value).padStart(2, '0');
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const sunday = (weekday + 1) % 7;
  const [isoYear, isoWeek] = isoWeekOf(moment);
  switch (letter) {
    case 'a':
      return (DAYS[weekday] as string).slice(0, 3);
    case 'A':
      return DAYS[weekday];
    case 'b':
    case 'h':
      return (MONTHS[month - 1] as string).slice(0, 3);
    case 'B':
      return MONTHS[month - 1];
    case 'c':
      return formatTime('%a %b %e %H:%M:%S %Y', moment);
    case 'C':
      return String(Math.floor(year / 100));
    case 'd':
      return two(day);
    case 'D':
    case 'x':
      return formatTime('%m/%d/%y', moment);
    case 'e':
      return String(day).padStart(2);
    case 'F':
      return formatTime('%Y-%m-%d', moment);
    case 'g':
      return two(isoYear % 100);
    case 'G':
      return String(isoYear);
    case 'H':
      return two(hour);
    case 'I':
      return two(twelve);
    case 'j':
      return String(yearDay).padStart(3, '0');
    case 'k':
      return String(hour).padStart(2);
    case 'l':
      return String(twelve).padStart(2);
    case 'm':
      return two(month);
    case 'M':
      return two(minute);
    case 'n':
      return '\n';
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'P':
      return hour < 12 ? 'am' : 'pm';
    case 'r':
      return formatTime('%I:%M:%S %p', moment);
    case 'R':
      return formatTime('%H:%M', moment);
    case 's':
      return String(
        daysFromCivil(year, month, day) * 86400 +
          hour * 3600 +
          minute * 60 +
          second -
          moment.offset,
      );
    case 'S':
      return two(second);
    case 't':
      return '\t';
    case 'T':
    case 'X':
      return formatTime('%H:%M:%S', moment);
    case 'u':
      return String(weekday + 1);
    case 'U':
      return two(Math.floor((yearDay + 6 - sunday) / 7));
    case 'V':
      return two(isoWeek);
    case 'w':
      return String(sunday);
    case 'W':
      return two(Math.floor((yearDay + 6 - weekday) / 7));
    case 'y':
      return two(((year % 100) + 100) % 100);
    case 'Y':
      return String(year);
    case 'z':
      return offsetText(moment.offset);
    case 'Z':
      return moment.zone;
    case '%':
      return '%';
    default:
      return undefined;
  }
}

function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
  return `${offset < 0 ? '-' : '+'}${digits}`;
}

/** The year and week of ISO 8601: the week of a Thursday decides. */
export function isoWeekOf({ year, yearDay, weekday }: Moment): [year: number, week: number] {
  const week = Math.floor((yearDay - 1 - weekday + 10) / 7);
  if (week < 1) return [year - 1, weeksIn(year - 1)];
  return week > weeksIn(year) ? [year + 1, 1] : [year, week];
}

function weeksIn(year: number): number {
  const first = weekdayOf(year, 1, 1);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return first === 3 || (first === 2 && leap) ? 53 : 52;
}
