"""Days: date."""

from _datetime import at_now, index, name_in_messages
from ._calendar import check_date, first_iso_monday, formatted, from_ordinal, to_ordinal
from ._delta import _title, timedelta

_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = (
    '', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec',
)


class IsoCalendarDate(tuple):
    """Year, week and weekday of ISO 8601."""

    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


def iso_to_date(year, week, day):
    if not 1 <= year <= 9999:
        raise ValueError(f'Year is out of range: {year}')
    if not 0 < week < 53:
        first = to_ordinal(year, 1, 1) % 7
        long = first == 4 or first == 3 and to_ordinal(year + 1, 1, 1) - to_ordinal(year, 1, 1) == 366
        if not (week == 53 and long):
            raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return from_ordinal(first_iso_monday(year) + (week - 1) * 7 + day - 1)


def parse_date(text):
    """The date at the beginning of a text of ISO 8601, as its three fields."""
    year, rest = digits(text[:4], 4), text[4:]
    dashed = rest[:1] == '-'
    if dashed:
        rest = rest[1:]
    if rest[:1] == 'W':
        week = digits(rest[1:3], 2)
        rest = rest[3:]
        day = 1
        if rest:
            if (rest[0] == '-') != dashed:
                raise ValueError
            rest = rest[1:] if dashed else rest
            day = digits(rest, 1)
        return iso_to_date(year, week, day)
    month, rest = digits(rest[:2], 2), rest[2:]
    if (rest[:1] == '-') != dashed:
        raise ValueError
    return year, month, digits(rest[1:] if dashed else rest, 2)


def digits(text, count):
    if len(text) != count or not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def add_days(value, days):
    number = value.toordinal() + days
    if not 0 < number <= 3652059:
        raise OverflowError('date value out of range')
    return from_ordinal(number)


class date:
    """A day: year, month and day."""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            missing, place = ('month', 2) if month is None else ('day', 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        self = object.__new__(cls)
        self._year, self._month, self._day = check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        from ._moment import fields_of_timestamp

        return cls(*fields_of_timestamp(timestamp, None)[:3])

    @classmethod
    def today(cls):
        return at_now(cls._of_micros)

    @classmethod
    def _of_micros(cls, micros):
        from ._moment import fields_of_micros

        return cls(*fields_of_micros(micros, None)[:3])

    @classmethod
    def fromordinal(cls, n, /):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > 3652059:
            raise ValueError('year is out of range')
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(date_string) not in (7, 8, 10):
                raise ValueError
            fields = parse_date(date_string)
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*iso_to_date(index(year), index(week), index(day)))

    def __repr__(self):
        return f'{_title(type(self))}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        weekday = _DAYS[self.weekday()]
        return f'{weekday} {_MONTHS[self._month]} {self._day:2} 00:00:00 {self._year:04}'

    def strftime(self, format):
        if not isinstance(format, str):
            given = type(format).__name__
            raise TypeError(f'strftime() argument 1 must be str, not {given}')
        return formatted(self, format, tuple(self.timetuple()))

    def __format__(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f'must be str, not {type(format).__name__}')
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    def __str__(self):
        return self.isoformat()

    def timetuple(self):
        import time

        day = to_ordinal(self._year, self._month, self._day) - to_ordinal(self._year, 1, 1) + 1
        fields = (self._year, self._month, self._day, 0, 0, 0, self.weekday(), day, -1)
        return time.struct_time(fields)

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def weekday(self):
        return (date.toordinal(self) + 6) % 7

    def isoweekday(self):
        return date.toordinal(self) % 7 or 7

    def isocalendar(self):
        year = self._year
        today = date.toordinal(self)
        monday = first_iso_monday(year)
        if today < monday:
            year -= 1
            monday = first_iso_monday(year)
        elif today >= first_iso_monday(year + 1):
            year += 1
            monday = first_iso_monday(year)
        week, day = divmod(today - monday, 7)
        return IsoCalendarDate((year, week + 1, day + 1))

    @property
    def _fields(self):
        return self._year, self._month, self._day

    def _other(self, other):
        """Fields to compare with; None where it is no plain date."""
        from . import datetime

        if not isinstance(other, date) or isinstance(other, datetime):
            return None
        return other._fields

    def __eq__(self, other):
        fields = self._other(other)
        return NotImplemented if fields is None else self._fields == fields

    def __lt__(self, other):
        fields = self._other(other)
        return NotImplemented if fields is None else self._fields < fields

    def __le__(self, other):
        fields = self._other(other)
        return NotImplemented if fields is None else self._fields <= fields

    def __gt__(self, other):
        fields = self._other(other)
        return NotImplemented if fields is None else self._fields > fields

    def __ge__(self, other):
        fields = self._other(other)
        return NotImplemented if fields is None else self._fields >= fields

    def __hash__(self):
        return hash(('date', self._fields))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)(*add_days(self, other.days))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*add_days(self, -other.days))
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._fields


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
IsoCalendarDate.__module__ = date.__module__ = 'datetime'
name_in_messages(date, 'datetime.date')
