"""Durations and zones: timedelta, tzinfo, timezone."""

import math

from _datetime import name_in_messages
from ._calendar import half_even, shown_offset

_DAY = 86_400_000_000
_FACTORS = {
    'microseconds': 1,
    'milliseconds': 1000,
    'seconds': 1_000_000,
    'minutes': 60_000_000,
    'hours': 3_600_000_000,
    'days': _DAY,
    'weeks': 7 * _DAY,
}


class timedelta:
    """A duration, exact to the microsecond."""

    __slots__ = ('_us',)

    def __new__(
        cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0
    ):
        given = {
            'microseconds': microseconds,
            'milliseconds': milliseconds,
            'seconds': seconds,
            'minutes': minutes,
            'hours': hours,
            'days': days,
            'weeks': weeks,
        }
        total, rest = 0, 0.0
        for name, value in given.items():
            factor = _FACTORS[name]
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                fraction, whole = math.modf(value)
                total += int(whole) * factor
                if fraction:
                    fraction, whole = math.modf(fraction * factor)
                    total += int(whole)
                    rest += fraction
            else:
                raise TypeError(
                    f'unsupported type for timedelta {name} component: {type(value).__name__}'
                )
        if rest:
            # Half of a microsecond goes to the even side of the whole sum.
            odd = total & 1
            total += 2 * round((rest + odd) * 0.5) - odd if abs(rest) % 1 == 0.5 else round(rest)
        return cls._of(total)

    @classmethod
    def _of(cls, us):
        self = object.__new__(cls)
        days = us // _DAY
        if not -(2**31) <= days < 2**31:
            raise OverflowError('Python int too large to convert to C int')
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self._us = us
        return self

    days = property(lambda self: self._us // _DAY)
    seconds = property(lambda self: self._us % _DAY // 1_000_000)
    microseconds = property(lambda self: self._us % 1_000_000)

    def total_seconds(self):
        return self._us / 1_000_000

    def __repr__(self):
        parts = []
        for name in ('days', 'seconds', 'microseconds'):
            value = getattr(self, name)
            if value:
                parts.append(f'{name}={value}')
        return f"{_title(type(self))}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        if self.microseconds:
            text += f'.{self.microseconds:06}'
        return text

    def __add__(self, other):
        return timedelta._of(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return timedelta._of(self._us)

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return timedelta._of(half_even(self._us * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return timedelta._of(self._us // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._of(half_even(self._us, other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return timedelta._of(half_even(self._us * below, above))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._us, other._us)
        return quotient, timedelta._of(rest)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(1_000_000_000 * _DAY - 1)
timedelta.resolution = timedelta(microseconds=1)


def _title(cls):
    """The name that a repr begins with."""
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


class tzinfo:
    """A zone: how far its clocks are from UTC."""

    __slots__ = ()

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        from . import datetime

        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        if offset - saving:
            dt += offset - saving
            saving = dt.dst()
            if saving is None:
                raise ValueError(
                    'fromutc: tz.dst() gave inconsistent results; cannot convert'
                )
        return dt + saving

    def __reduce__(self):
        make = getattr(self, '__getinitargs__', None)
        state = getattr(self, '__dict__', None) or None
        return type(self), make() if make else (), state


class timezone(tzinfo):
    """A zone of one offset."""

    __slots__ = ('_offset', '_name')
    _missing = object()

    def __new__(cls, offset, name=_missing):
        if not isinstance(offset, timedelta):
            given = type(offset).__name__
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {given}')
        if name is cls._missing:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            given = type(name).__name__
            raise TypeError(f'timezone() argument 2 must be str, not {given}')
        if not -_DAY < offset._us < _DAY:
            raise ValueError(
                'offset must be a timedelta strictly between -timedelta(hours=24) and '
                f'timedelta(hours=24), not {offset!r}.'
            )
        return cls._made(offset, name)

    @classmethod
    def _made(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'{_title(type(self))}({self._offset!r})'
        return f'{_title(type(self))}({self._offset!r}, {self._name!r})'

    def __str__(self):
        return self.tzname(None)

    def _checked(self, dt, method):
        from . import datetime

        if dt is not None and not isinstance(dt, datetime):
            given = type(dt).__name__
            raise TypeError(
                f'{method}(dt) argument must be a datetime instance or None, not {given}'
            )

    def utcoffset(self, dt):
        self._checked(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        self._checked(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + (shown_offset(self._offset._us) if self._offset else '')

    def dst(self, dt):
        self._checked(dt, 'dst')
        return None

    def fromutc(self, dt):
        from . import datetime

        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset


timezone.utc = timezone._made(timedelta(0))
timezone.min = timezone._made(timedelta(hours=-23, minutes=-59))
timezone.max = timezone._made(timedelta(hours=23, minutes=59))

for _class in (timedelta, tzinfo, timezone):
    _class.__module__ = 'datetime'
    name_in_messages(_class, 'datetime.' + _class.__name__)
