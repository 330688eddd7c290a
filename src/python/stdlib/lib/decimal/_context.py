"""Contexts: precision, rounding, limits of the exponent, and what is done about signals.

https://docs.python.org/3.11/library/decimal.html#context-objects
"""

import contextvars

from ._signals import (
    CONDITIONS,
    Clamped,
    ConversionSyntax,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    Overflow,
    ROUNDINGS,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Rounded,
    SIGNALS,
    Subnormal,
    Underflow,
    signal_of,
)


_VALID = """valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]"""


class SignalDict:
    """Which signals are set; a mapping of all of them to bools."""

    __module__ = "decimal"
    __slots__ = ("_set",)
    __hash__ = None

    def __init__(self, signals=()):
        self._set = set(signals)

    def _check(self, key):
        if key not in SIGNALS:
            raise KeyError(_VALID)
        return key

    def __getitem__(self, key):
        return self._check(key) in self._set

    def __setitem__(self, key, value):
        self._check(key)
        (self._set.add if value else self._set.discard)(key)

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(SIGNALS)

    def __len__(self):
        return len(SIGNALS)

    def __contains__(self, key):
        return key in SIGNALS

    def keys(self):
        return list(SIGNALS)

    def values(self):
        return [one in self._set for one in SIGNALS]

    def items(self):
        return [(one, one in self._set) for one in SIGNALS]

    def get(self, key, default=None):
        return self[key] if key in SIGNALS else default

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self._set == other._set
        if isinstance(other, dict):
            return self.copy() == other
        return NotImplemented

    def __repr__(self):
        shown = (f"<class 'decimal.{one.__name__}'>:{one in self._set}" for one in SIGNALS)
        return "{" + ", ".join(shown) + "}"


def _signals(given):
    """A set of signals from a list of them or from a dict to bools."""
    if isinstance(given, SignalDict):
        return SignalDict(given._set)
    if isinstance(given, dict):
        if set(given) != set(SIGNALS):
            raise KeyError("invalid signal dict")
        return SignalDict(one for one, value in given.items() if value)
    if not isinstance(given, list) or any(one not in (*SIGNALS, *CONDITIONS) for one in given):
        raise TypeError("argument must be a signal dict")
    return SignalDict(map(signal_of, given))


#: The order in which a context names its flags and traps.
_SHOWN = (
    Clamped,
    InvalidOperation,
    DivisionByZero,
    Inexact,
    FloatOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
)

_LIMITS = {
    "prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
    "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
    "capitals": (0, 1, "valid values for capitals are 0 or 1"),
    "clamp": (0, 1, "valid values for clamp are 0 or 1"),
}


class Context:
    """How decimals are computed with. Its methods do what those of Decimal do, in this context."""

    __module__ = "decimal"

    def __init__(
        self,
        prec=None,
        rounding=None,
        Emin=None,
        Emax=None,
        capitals=None,
        clamp=None,
        flags=None,
        traps=None,
        **unknown,
    ):
        for name in unknown:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        given = dict(
            prec=prec, rounding=rounding, Emin=Emin, Emax=Emax, capitals=capitals, clamp=clamp
        )
        for name, value in given.items():
            setattr(self, name, _STANDARD[name] if value is None else value)
        self.flags = [] if flags is None else flags
        self.traps = list(_STANDARD["traps"]) if traps is None else traps

    def __setattr__(self, name, value):
        if name in _LIMITS:
            low, high, message = _LIMITS[name]
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if not low <= value <= high:
                raise ValueError(message)
        elif name == "rounding":
            if value not in ROUNDINGS:
                raise TypeError(
                    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, "
                    "ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
                )
        elif name in ("flags", "traps"):
            value = _signals(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        def names(signals):
            return "[" + ", ".join(one.__name__ for one in _SHOWN if signals[one]) + "]"

        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
            f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, "
            f"flags={names(self.flags)}, traps={names(self.traps)})"
        )

    def __reduce__(self):
        flags, traps = ([one for one in _SHOWN if of[one]] for of in (self.flags, self.traps))
        state = (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        return Context, (*state, flags, traps)

    def copy(self):
        """One of its own with the same settings and flags."""
        make, arguments = self.__reduce__()
        return make(*arguments)

    __copy__ = copy

    def clear_flags(self):
        self.flags = []

    def clear_traps(self):
        self.traps = []

    def Etiny(self):
        """The exponent of the smallest subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The largest exponent of a coefficient with all its digits."""
        return self.Emax - self.prec + 1

    def radix(self):
        from . import Decimal

        return Decimal(10)

    def _raise(self, *conditions):
        """Notes what happened; raises what is trapped."""
        for one in conditions:
            self.flags[signal_of(one)] = True
        trapped = [one for one in conditions if self.traps[signal_of(one)]]
        if trapped:
            kinds = [one for one in CONDITIONS if one in trapped]
            kinds += [one for one in SIGNALS if one in trapped]
            first = next(one for one in SIGNALS if one in map(signal_of, trapped))
            raise first(kinds)

    def _with(self, **changes):
        """A copy with other settings, without flags or traps."""
        other = self.copy()
        for name, value in changes.items():
            setattr(other, name, value)
        other.clear_flags()
        other.clear_traps()
        return other

    def create_decimal(self, num="0"):
        """A decimal, rounded to this context."""
        from . import Decimal

        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._invalid_text()
        return Decimal(num, self)._rounded_to(self)

    def _invalid_text(self):
        from . import Decimal

        self._raise(ConversionSyntax)
        return Decimal("NaN")

    def create_decimal_from_float(self, f):
        """A decimal with the value of a float, rounded to this context."""
        from . import Decimal

        return Decimal.from_float(f)._rounded_to(self)


_STANDARD = dict(
    prec=28,
    rounding=ROUND_HALF_EVEN,
    Emin=-999999,
    Emax=999999,
    capitals=1,
    clamp=0,
    traps=(DivisionByZero, Overflow, InvalidOperation),
)

DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP)
BasicContext.traps = [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow]
ExtendedContext = Context(prec=9, traps=[])

_current = contextvars.ContextVar("decimal_context")


def getcontext():
    """The context of this thread or task."""
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        context.clear_flags()
        _current.set(context)
        return context


def setcontext(context, /):
    """Makes it the context of this thread or task."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _Manager:
    """What localcontext() gives to `with`."""

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._outer = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exception):
        setcontext(self._outer)


def localcontext(ctx=None, **kwargs):
    """A copy of the context for the length of a `with`, with other settings where they are given."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in (*_LIMITS, "rounding", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(ctx, name, value)
    return _Manager(ctx)
