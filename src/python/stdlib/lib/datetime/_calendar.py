"""Days of the proleptic Gregorian calendar by number, checks of fields, and offsets as text."""

from _datetime import index

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    """The first of January of the year 1 is day 1."""
    before = year - 1
    return (
        before * 365 + before // 4 - before // 100 + before // 400
        + days_before_month(year, month) + day
    )


def from_ordinal(number):
    number -= 1
    centuries4, number = divmod(number, 146097)
    centuries, number = divmod(number, 36524)
    years4, number = divmod(number, 1461)
    years, number = divmod(number, 365)
    year = centuries4 * 400 + centuries * 100 + years4 * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = (number + 50) >> 5
    if days_before_month(year, month) > number:
        month -= 1
    return year, month, number - days_before_month(year, month) + 1


def first_iso_monday(year):
    """The number of the Monday of week 1: that of the first Thursday."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def check_date(year, month, day):
    year, month, day = index(year), index(month), index(day)
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = index(hour), index(minute), index(second), index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def half_even(above, below):
    """The nearest integer to a fraction; the even one of two."""
    quotient, rest = divmod(above, below)
    rest *= 2
    more = rest > below if below > 0 else rest < below
    return quotient + 1 if more or rest == below and quotient % 2 else quotient


def shown_offset(us, separator=':'):
    """+01:00, with seconds and microseconds where there are any."""
    sign = '-' if us < 0 else '+'
    seconds, us = divmod(abs(us), 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{sign}{hours:02}{separator}{minutes:02}'
    if seconds or us:
        text += f'{separator}{seconds:02}'
    return text + f'.{us:06}' if us else text


def checked_zone(zone):
    from ._delta import tzinfo

    if zone is not None and not isinstance(zone, tzinfo):
        given = type(zone).__name__
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{given}'")
    return zone


def checked_offset(name, offset):
    """What a zone's utcoffset or dst gave."""
    from ._delta import timedelta

    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        given = type(offset).__name__
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{given}'")
    if not -86_400_000_000 < offset._us < 86_400_000_000:
        raise ValueError(
            'offset must be a timedelta strictly between -timedelta(hours=24) and '
            f'timedelta(hours=24), not {offset!r}.'
        )
    return offset


def formatted(value, format, fields):
    """strftime: what depends on the zone and on microseconds is put in first."""
    from _datetime import format as as_text

    made = []
    at = 0
    while True:
        percent = format.find('%', at)
        if percent < 0 or percent + 1 >= len(format):
            made.append(format[at:])
            break
        made.append(format[at:percent])
        letter = format[percent + 1]
        at = percent + 2
        if letter == 'f':
            made.append(f"{getattr(value, 'microsecond', 0):06}")
        elif letter in 'zZ':
            made.append(_zone_text(value, letter).replace('%', '%%'))
        else:
            made.append('%' + letter)
    return as_text(''.join(made), fields)


def _zone_text(value, letter):
    if letter == 'z':
        offset = value.utcoffset() if hasattr(value, 'utcoffset') else None
        return '' if offset is None else shown_offset(offset._us, '')
    name = value.tzname() if hasattr(value, 'tzname') else None
    return '' if name is None else name
