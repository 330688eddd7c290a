"""Moments: datetime."""

from _datetime import at_now, index, local_offset, name_in_messages, parse
from ._calendar import check_date, check_time, checked_offset, checked_zone, formatted
from ._calendar import from_ordinal, half_even, shown_offset, to_ordinal
from ._date import _DAYS, _MONTHS, date, parse_date
from ._delta import _DAY, _title, timedelta, timezone, tzinfo
from ._time import parse_time, shown_time, time

_EPOCH = to_ordinal(1970, 1, 1)


def fields_of_micros(micros, offset):
    """The seven fields of microseconds since 1970; local time, where no offset is given."""
    if offset is None:
        offset = local_offset(micros // 1_000_000)[0]
    days, rest = divmod(micros + offset * 1_000_000, _DAY)
    if not 0 < days + _EPOCH <= 3652059:
        year = 1970 + days // 365.2425
        raise ValueError(f'year {int(year)} is out of range')
    seconds, us = divmod(rest, 1_000_000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return (*from_ordinal(days + _EPOCH), hour, minute, second, us)


def fields_of_timestamp(timestamp, offset):
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError('cannot convert float NaN to integer')
        if timestamp in (float('inf'), float('-inf')):
            raise OverflowError('cannot convert float infinity to integer')
        above, below = timestamp.as_integer_ratio()
        return fields_of_micros(half_even(above * 1_000_000, below), offset)
    return fields_of_micros(index(timestamp) * 1_000_000, offset)


class datetime(date):
    """A day and a time, with or without a zone."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(
        cls,
        year,
        month=None,
        day=None,
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
        tzinfo=None,
        *,
        fold=0,
    ):
        if month is None or day is None:
            missing, place = ('month', 2) if month is None else ('day', 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        self = object.__new__(cls)
        self._year, self._month, self._day = check_date(year, month, day)
        fields = check_time(hour, minute, second, microsecond, fold)
        self._hour, self._minute, self._second, self._microsecond = fields
        self._tzinfo = checked_zone(tzinfo)
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def now(cls, tz=None):
        checked_zone(tz)
        return at_now(cls._at_micros, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return at_now(cls._at_utc)

    @classmethod
    def _at_utc(cls, micros):
        return cls(*fields_of_micros(micros, 0))

    @classmethod
    def _at_micros(cls, micros, tz):
        if tz is None:
            return cls(*fields_of_micros(micros, None))
        return tz.fromutc(cls(*fields_of_micros(micros, 0), tz))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        checked_zone(tz)
        if tz is None:
            return cls(*fields_of_timestamp(timestamp, None))
        return tz.fromutc(cls(*fields_of_timestamp(timestamp, 0), tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls(*fields_of_timestamp(timestamp, 0))

    @classmethod
    def combine(cls, date_, time_, tzinfo=True, *, date=None, time=None):
        from . import date as date_type, time as time_type

        for place, value, kind in ((1, date_, date_type), (2, time_, time_type)):
            if not isinstance(value, kind):
                given = type(value).__name__
                raise TypeError(
                    f'combine() argument {place} must be datetime.{kind.__name__}, not {given}'
                )
        zone = time_.tzinfo if tzinfo is True else tzinfo
        clock = (time_.hour, time_.minute, time_.second, time_.microsecond)
        return cls(date_.year, date_.month, date_.day, *clock, zone, fold=time_.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        problem = ValueError(f'Invalid isoformat string: {date_string!r}')
        if len(date_string) < 7:
            raise problem
        try:
            end = _date_end(date_string)
            fields = parse_date(date_string[:end])
            clock = (0, 0, 0, 0, None)
            if len(date_string) > end:
                clock = parse_time(date_string[end + 1 :])
        except ValueError as error:
            raise error if error.args else problem from None
        return cls(*fields, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        for place, value in enumerate((date_string, format), 1):
            if not isinstance(value, str):
                given = type(value).__name__
                raise TypeError(f'strptime() argument {place} must be str, not {given}')
        *fields, zone, offset, more = parse(date_string, format)
        if offset is None:
            return cls(*fields)
        offset = timedelta(seconds=offset, microseconds=more)
        return cls(*fields, timezone(offset) if zone is None else timezone(offset, zone))

    @property
    def _fields(self):
        clock = (self._hour, self._minute, self._second, self._microsecond)
        return (self._year, self._month, self._day, *clock)

    def _micros(self):
        """Microseconds since the first day, of the clock that it shows."""
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        days = to_ordinal(self._year, self._month, self._day)
        return days * _DAY + seconds * 1_000_000 + self._microsecond

    def _moved(self, micros):
        days, rest = divmod(micros, _DAY)
        if not 0 < days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, us = divmod(rest, 1_000_000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*from_ordinal(days), hour, minute, second, us, self._tzinfo)

    def timetuple(self):
        import time

        saving = self.dst()
        flag = -1 if saving is None else 1 if saving else 0
        day = date.toordinal(self) - to_ordinal(self._year, 1, 1) + 1
        return time.struct_time((*self._fields[:6], self.weekday(), day, flag))

    def utctimetuple(self):
        import time

        offset = self.utcoffset()
        moment = self.replace(tzinfo=None)
        if offset:
            moment = moment - offset
        day = moment.toordinal() - to_ordinal(moment._year, 1, 1) + 1
        return time.struct_time((*moment._fields[:6], moment.weekday(), day, 0))

    def timestamp(self):
        if self._tzinfo is not None:
            return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()
        micros = self._micros() - _EPOCH * _DAY
        seconds = micros // 1_000_000
        first = seconds - local_offset(seconds)[0]
        return (micros - local_offset(first)[0] * 1_000_000) / 1_000_000

    def date(self):
        from . import date

        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        clock = (self._hour, self._minute, self._second, self._microsecond)
        return time(*clock, self._tzinfo, fold=self._fold)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=True,
        *,
        fold=None,
    ):
        given = (year, month, day, hour, minute, second, microsecond)
        fields = [old if new is None else new for old, new in zip(self._fields, given)]
        zone = self._tzinfo if tzinfo is True else tzinfo
        return type(self)(*fields, zone, fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        if tz is not None and not isinstance(tz, tzinfo):
            raise TypeError('tz argument must be an instance of tzinfo')
        here = self.utcoffset()
        if tz is None:
            offset, name = local_offset(int(self.timestamp() // 1))
            tz = timezone(timedelta(seconds=offset), name)
        elif tz is self._tzinfo:
            return self
        if here is None:
            seconds = self._micros() // 1_000_000 - _EPOCH * 86400
            here = timedelta(seconds=local_offset(seconds - local_offset(seconds)[0])[0])
        return tz.fromutc((self.replace(tzinfo=None) - here).replace(tzinfo=tz))

    def ctime(self):
        clock = f'{self._hour:02}:{self._minute:02}:{self._second:02}'
        weekday = _DAYS[self.weekday()]
        return f'{weekday} {_MONTHS[self._month]} {self._day:2} {clock} {self._year:04}'

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str):
            given = type(sep).__name__
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {given}')
        if len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode character, not str')
        text = f'{self._year:04}-{self._month:02}-{self._day:02}{sep}'
        text += shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + shown_offset(offset._us)

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        fields = list(self._fields)
        if fields[-1] == 0:
            fields.pop()
            if fields[-1] == 0:
                fields.pop()
        text = ', '.join(map(str, fields))
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            text += ', fold=1'
        return f'{_title(type(self))}({text})'

    def strftime(self, format):
        if not isinstance(format, str):
            given = type(format).__name__
            raise TypeError(f'strftime() argument 1 must be str, not {given}')
        return formatted(self, format, tuple(self.timetuple()))

    def utcoffset(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset('utcoffset', zone.utcoffset(self))

    def tzname(self):
        name = None if self._tzinfo is None else self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            given = type(name).__name__
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{given}'")
        return name

    def dst(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset('dst', zone.dst(self))

    def _keys(self, other, equality=False):
        """What to compare: clocks, at the same offset; None where that cannot be."""
        if self._tzinfo is other._tzinfo:
            return self._micros(), other._micros()
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if mine is None or mine == theirs:
            return self._micros(), other._micros()
        return self._micros() - mine._us, other._micros() - theirs._us

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        keys = self._keys(other, True)
        return keys is not None and keys[0] == keys[1]

    def _ordered(self, other):
        if isinstance(other, datetime):
            return self._keys(other)
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return None

    def __lt__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        moment = self.replace(fold=0) if self._fold else self
        offset = moment.utcoffset()
        return hash(('datetime', self._micros() - (0 if offset is None else offset._us)))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._moved(self._micros() + other._us)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(self._micros() - other._us)
        if not isinstance(other, datetime):
            return NotImplemented
        apart = self._micros() - other._micros()
        if self._tzinfo is other._tzinfo:
            return timedelta._of(apart)
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(apart - (0 if mine is None else mine._us - theirs._us))

    def __reduce__(self):
        zone = () if self._tzinfo is None else (self._tzinfo,)
        return type(self), (*self._fields, *zone)


def _date_end(text):
    """Where the date ends: YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD, with or without a day."""
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        return 10 if text[8:9] == '-' and text[9:10].isdigit() else 8
    if text[4] != 'W':
        return 8
    # Without dashes a digit behind the week is its day, unless the clock's first two follow.
    end = 7
    while text[end : end + 1].isdigit():
        end += 1
    return end if end < 9 else 7 + end % 2 if len(text) > 7 else 7


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
datetime.__module__ = 'datetime'
name_in_messages(datetime, 'datetime.datetime')
