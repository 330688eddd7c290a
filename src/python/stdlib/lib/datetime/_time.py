"""Times of a day: time."""

from _datetime import name_in_messages
from ._calendar import check_time, checked_offset, checked_zone, formatted, shown_offset
from ._date import digits
from ._delta import _title, timedelta, timezone

_SPECS = ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')


def shown_time(hour, minute, second, us, timespec):
    if not isinstance(timespec, str):
        raise TypeError(f'isoformat() argument must be str, not {type(timespec).__name__}')
    if timespec not in _SPECS:
        raise ValueError('Unknown timespec value')
    if timespec == 'auto':
        timespec = 'microseconds' if us else 'seconds'
    text = f'{hour:02}'
    if timespec != 'hours':
        text += f':{minute:02}'
    if timespec not in ('hours', 'minutes'):
        text += f':{second:02}'
    if timespec == 'milliseconds':
        text += f'.{us // 1000:03}'
    return text + f'.{us:06}' if timespec == 'microseconds' else text


def parse_time(text):
    """hour, minute, second, microsecond and zone of a text of ISO 8601."""
    zone = None
    if text[-1:] == 'Z':
        zone, text = timezone.utc, text[:-1]
        if not text:
            raise ValueError
    else:
        at = max(text.find('+'), text.find('-'))
        if at >= 0:
            sign = -1 if text[at] == '-' else 1
            hour, minute, second, us = _clock(text[at + 1 :])
            offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=us)
            zone = timezone(sign * offset) if offset else timezone.utc
            text = text[:at]
    return (*_clock(text), zone)


def _clock(text):
    fields = [0, 0, 0]
    colons = None
    rest = text
    for i in range(3):
        fields[i] = digits(rest[:2], 2)
        rest = rest[2:]
        if not rest or rest[0] in '.,':
            break
        if colons is None:
            colons = rest[0] == ':'
        if (rest[0] == ':') != colons or i == 2:
            raise ValueError
        rest = rest[1:] if colons else rest
    us = 0
    if rest:
        fraction = rest[1:]
        if i != 2 or not fraction or not (fraction.isascii() and fraction.isdigit()):
            raise ValueError
        us = int(fraction[:6].ljust(6, '0'))
    return (*fields, us)


class time:
    """A time of day, with or without a zone."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
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
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        text = time_string[1:] if time_string[:1] == 'T' else time_string
        try:
            fields = parse_time(text)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None
        return cls(*fields)

    def isoformat(self, timespec='auto'):
        text = shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + shown_offset(offset._us)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ', '.join(map(str, parts))
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            text += ', fold=1'
        return f'{_title(type(self))}({text})'

    def strftime(self, format):
        if not isinstance(format, str):
            given = type(format).__name__
            raise TypeError(f'strftime() argument 1 must be str, not {given}')
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return formatted(self, format, fields)

    def __format__(self, format, /):
        if not isinstance(format, str):
            raise TypeError(f'must be str, not {type(format).__name__}')
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset('utcoffset', zone.utcoffset(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        zone = self._tzinfo
        return None if zone is None else checked_offset('dst', zone.dst(None))

    def replace(
        self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None
    ):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def _key(self, offset):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond
        return us - (offset._us if offset is not None else 0)

    def _keys(self, other, equality=False):
        """What to compare; None where the two cannot be compared."""
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key(mine), other._key(theirs)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        keys = self._keys(other, True)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._keys(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._keys(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._keys(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._keys(other)
        return mine >= theirs

    def __hash__(self):
        zone = self.replace(fold=0) if self._fold else self
        return hash(('time', self._key(zone.utcoffset())))

    def __bool__(self):
        return True

    def __reduce__(self):
        fields = (self._hour, self._minute, self._second, self._microsecond)
        return type(self), fields + ((self._tzinfo,) if self._tzinfo is not None else ())


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
time.__module__ = 'datetime'
name_in_messages(time, 'datetime.time')
