"""Decimal numbers: a sign, a coefficient, and the exponent of ten that it is multiplied by.

The rules are those of the General Decimal Arithmetic Specification
(https://speleotrove.com/decimal/decarith.html); the methods, those of
https://docs.python.org/3.11/library/decimal.html#decimal-objects
"""

import numbers
from collections import namedtuple
from functools import wraps

from _datetime import name_in_messages

from . import _elementary
from ._context import getcontext
from ._digits import count, cut
from ._signals import (
    Clamped,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUNDINGS,
    Rounded,
    Subnormal,
    Underflow,
)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


FINITE, INFINITE, QUIET, SIGNALING = "", "F", "n", "N"


def _operator(compute):
    """An operator: other kinds of operands are not its business, and NaNs give NaN."""

    @wraps(compute)
    def operate(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        return self._nan_of(other, context) or compute(self, other, context)

    return operate


def _reflected(name):
    """The operator with its operands exchanged."""

    def operate(self, other):
        other = _converted(other)
        return other if other is NotImplemented else getattr(other, name)(self)

    return operate


def _method(compute):
    """A method of two numbers: others are refused, and NaNs give NaN."""

    @wraps(compute)
    def operate(self, other, context=None):
        context, other = context or getcontext(), _operand(other)
        return self._nan_of(other, context) or compute(self, other, context)

    return operate


class Decimal:
    """A decimal floating-point number; immutable."""

    __module__ = "decimal"
    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        made = _exact(value, context)
        return made if cls is Decimal else _make(made._sign, made._int, made._exp, made._kind, cls)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or an int."""
        if isinstance(f, int):
            made = _of_int(f)
        elif isinstance(f, float):
            made = _of_float(f)
        else:
            raise TypeError("argument must be int or float")
        return made if cls is Decimal else cls(made)

    def __setattr__(self, name, value):
        if hasattr(type(self), "__dict__") and type(self) is not Decimal:
            return object.__setattr__(self, name, value)
        end = " is read-only" if hasattr(self, name) else None
        kind = "'decimal.Decimal' object"
        raise AttributeError(f"{kind} attribute '{name}'{end}" if end else f"{kind} has no attribute '{name}'")

    # What it is

    def is_nan(self):
        return self._kind in (QUIET, SIGNALING)

    def is_qnan(self):
        return self._kind == QUIET

    def is_snan(self):
        return self._kind == SIGNALING

    def is_infinite(self):
        return self._kind == INFINITE

    def is_finite(self):
        return self._kind == FINITE

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._int

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def is_normal(self, context=None):
        if self._kind or not self._int:
            return False
        return self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        if self._kind or not self._int:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._kind else self._exp + count(self._int) - 1

    def number_class(self, context=None):
        if self.is_nan():
            return "sNaN" if self._kind == SIGNALING else "NaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == INFINITE:
            return DecimalTuple(self._sign, (0,), INFINITE)
        digits = tuple(map(int, _text(self._int))) if self._int or not self._kind else ()
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        """Numerator and denominator in lowest terms."""
        if self._kind:
            what = "Infinity" if self._kind == INFINITE else "NaN"
            error = OverflowError if self._kind == INFINITE else ValueError
            raise error(f"cannot convert {what} to integer ratio")
        from math import gcd

        top, bottom = self._int, 1
        if self._exp >= 0:
            top *= 10**self._exp
        else:
            bottom = 10**-self._exp
            common = gcd(top, bottom)
            top, bottom = top // common, bottom // common
        return (-top if self._sign else top), bottom

    # As text

    def __str__(self):
        return self._shown(getcontext().capitals, 1)

    def to_eng_string(self, context=None):
        """With exponents that are multiples of three."""
        return self._shown((context or getcontext()).capitals, 3)

    def _shown(self, capitals, step):
        sign = "-" if self._sign else ""
        if self._kind == INFINITE:
            return sign + "Infinity"
        digits = _text(self._int)
        if self._kind:
            name = "NaN" if self._kind == QUIET else "sNaN"
            return sign + name + (digits if self._int else "")
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif step == 1:
            point = 1
        elif self._int:
            point = (left - 1) % 3 + 1
        else:
            point = (left + 1) % 3 - 1
        if point <= 0:
            body = "0." + "0" * -point + digits
        elif point >= len(digits):
            body = digits + "0" * (point - len(digits))
        else:
            body = digits[:point] + "." + digits[point:]
        if left == point:
            return sign + body
        return f"{sign}{body}{'E' if capitals else 'e'}{left - point:+d}"

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, specifier, /):
        from ._format import formatted

        return formatted(self, specifier, getcontext())

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    # As other numbers

    def __bool__(self):
        return bool(self._kind or self._int)

    def __int__(self):
        if self._kind == INFINITE:
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        return self._whole(ROUND_DOWN)

    __trunc__ = __int__

    def _whole(self, rounding):
        """As an int, rounded."""
        if self._exp >= 0:
            size = self._int * 10**self._exp
        elif -self._exp > count(self._int) + 1:
            size = cut(1 if self._int else 0, 3, rounding, self._sign)[0]
        else:
            size = cut(self._int, -self._exp, rounding, self._sign)[0]
        return -size if self._sign else size

    def __float__(self):
        if self._kind == SIGNALING:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == QUIET:
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -ndigits), ROUND_HALF_EVEN)

    def _to_int(self, rounding):
        if self._kind:
            int(self)
        return self._whole(rounding)

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    def conjugate(self):
        return self

    def __hash__(self):
        if self._kind == SIGNALING:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == INFINITE:
            return hash(float("-inf") if self._sign else float("inf"))
        if self._kind:
            return object.__hash__(self)
        if -400 < self.adjusted() < 400 and self._exp > -1200:
            # What equals an int or a float is the same key of a dict.
            top, bottom = self.as_integer_ratio()
            if bottom == 1:
                return hash(top)
            if bottom & (bottom - 1) == 0 and (near := float(self)).as_integer_ratio() == (top, bottom):
                return hash(near)
        prime = 2**61 - 1
        base = pow(10, self._exp, prime) if self._exp >= 0 else pow(pow(10, -1, prime), -self._exp, prime)
        result = self._int * base % prime
        result = -result if self._sign else result
        return -2 if result == -1 else result

    # Comparison

    def __eq__(self, other):
        return self._compared(other, "eq")

    def __lt__(self, other):
        return self._compared(other, "lt")

    def __le__(self, other):
        return self._compared(other, "le")

    def __gt__(self, other):
        return self._compared(other, "gt")

    def __ge__(self, other):
        return self._compared(other, "ge")

    def _compared(self, other, how):
        pair = _comparable(self, other, how == "eq")
        if pair is None:
            return NotImplemented
        a, b = pair
        if a.is_nan() or b.is_nan():
            if how != "eq" or SIGNALING in (a._kind, b._kind):
                getcontext()._raise(InvalidOperation)
            return False
        order = a._order(b)
        if how == "eq":
            return order == 0
        if how in ("lt", "gt"):
            return order < 0 if how == "lt" else order > 0
        return order <= 0 if how == "le" else order >= 0

    def _order(self, other):
        """-1, 0 or 1; neither is NaN."""
        if self._kind or other._kind:
            a, b = ((-1 if x._sign else 1) if x._kind else 0 for x in (self, other))
            return (a > b) - (a < b)
        if not self._int or not other._int:
            a, b = ((-1 if x._sign else 1) if x._int else 0 for x in (self, other))
            return (a > b) - (a < b)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        sign = -1 if self._sign else 1
        a, b = self.adjusted(), other.adjusted()
        if a == b:
            least = min(self._exp, other._exp)
            a = self._int * 10 ** (self._exp - least)
            b = other._int * 10 ** (other._exp - least)
        return sign * ((a > b) - (a < b))

    def compare(self, other, context=None):
        """Which is greater, as a decimal."""
        context, other = context or getcontext(), _operand(other)
        return self._nan_of(other, context) or _of_int(self._order(other))

    def compare_signal(self, other, context=None):
        """The same; NaNs are invalid."""
        context, other = context or getcontext(), _operand(other)
        if self._kind == QUIET or other._kind == QUIET:
            context._raise(InvalidOperation)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        """An order of all decimals, in which 12.0 comes before 12."""
        other = _operand(other)
        if self._sign != other._sign:
            return _of_int(-1 if self._sign else 1)
        sign = -1 if self._sign else 1
        a, b = (["", INFINITE, SIGNALING, QUIET].index(x._kind) for x in (self, other))
        if a == b and a > 1:
            a, b = self._int, other._int
        elif a == b:
            order = sign * self._order(other)
            a, b = (order, 0) if order or a else (self._exp, other._exp)
        return _of_int(sign * ((a > b) - (a < b)))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_operand(other).copy_abs())

    def max(self, other, context=None):
        return self._extreme(other, context, 1, Decimal.compare_total)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, Decimal.compare_total)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, None)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, None)

    def _extreme(self, other, context, sign, plain):
        context, other = context or getcontext(), _operand(other)
        if self.is_nan() != other.is_nan() and SIGNALING not in (self._kind, other._kind):
            return (other if self.is_nan() else self)._rounded_to(context)
        if nan := self._nan_of(other, context):
            return nan
        a, b = (self, other) if plain else (self.copy_abs(), other.copy_abs())
        order = a._order(b) or int(self.compare_total(other))
        return (self if order * sign >= 0 else other)._rounded_to(context)

    # Arithmetic

    def _nan_of(self, other, context):
        """The NaN that an operation with a NaN gives; None where neither is one."""
        for one in (self, other):
            if one._kind == SIGNALING:
                context._raise(InvalidOperation)
                return _make(one._sign, one._int, 0, QUIET)._short_nan(context)
        for one in (self, other):
            if one._kind == QUIET:
                return one._short_nan(context)
        return None

    def _short_nan(self, context):
        most = context.prec - context.clamp
        if count(self._int) <= most:
            return self
        return _make(self._sign, self._int % 10**most, 0, self._kind)

    def _rounded_to(self, context):
        """Itself, as the result of an operation in the context."""
        if self._kind:
            return self._short_nan(context) if self.is_nan() else self
        return _finished(self._sign, self._int, self._exp, context)

    def __pos__(self, context=None):
        context = context or getcontext()
        if nan := self._nan_of(self, context):
            return nan
        sign = self._sign if self or context.rounding == ROUND_FLOOR else 0
        return _make(sign, self._int, self._exp, self._kind)._rounded_to(context)

    def __neg__(self, context=None):
        context = context or getcontext()
        if nan := self._nan_of(self, context):
            return nan
        sign = 1 - self._sign if self or context.rounding == ROUND_FLOOR else 0
        return _make(sign, self._int, self._exp, self._kind)._rounded_to(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    @_operator
    def __add__(self, other, context):
        if self._kind or other._kind:
            if self._kind and other._kind and self._sign != other._sign:
                context._raise(InvalidOperation)
                return _NAN
            return self if self._kind else other
        return _sum(self, other, context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        if other.is_nan():
            return self.__add__(other, context)
        return self.__add__(other.copy_negate(), context)

    __rsub__ = _reflected("__sub__")

    @_operator
    def __mul__(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            if not self or not other:
                context._raise(InvalidOperation)
                return _NAN
            return _make(sign, 0, 0, INFINITE)
        return _finished(sign, self._int * other._int, self._exp + other._exp, context)

    __rmul__ = __mul__

    @_operator
    def __truediv__(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind:
            if other._kind:
                context._raise(InvalidOperation)
                return _NAN
            return _make(sign, 0, 0, INFINITE)
        if other._kind:
            context._raise(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            context._raise(DivisionByZero if self._int else DivisionUndefined)
            return _make(sign, 0, 0, INFINITE) if self._int else _NAN
        return _quotient(sign, self, other, context)

    __rtruediv__ = _reflected("__truediv__")

    def _divided(self, other, context):
        """Whole quotient and remainder of finite numbers as decimals that are not rounded yet; None
        where the quotient is too long."""
        sign = self._sign ^ other._sign
        ideal = min(self._exp, other._exp)
        apart = self.adjusted() - other.adjusted()
        if not self._int or apart <= -2:
            return _make(sign, 0, 0), _make(self._sign, *self._scaled(ideal))
        if apart <= context.prec:
            quotient, rest = divmod(self._scaled(ideal)[0], other._scaled(ideal)[0])
            if count(quotient) <= context.prec:
                return _make(sign, quotient, 0), _make(self._sign, rest, ideal)
        context._raise(DivisionImpossible)
        return None

    def _scaled(self, exponent):
        """Coefficient and exponent, the latter no greater than asked for."""
        if self._exp <= exponent or (not self._int):
            return self._int, min(self._exp, exponent) if self._int else exponent
        return self._int * 10 ** (self._exp - exponent), exponent

    def __divmod__(self, other, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if nan := self._nan_of(other, context):
            return nan, nan
        sign = self._sign ^ other._sign
        if self._kind:
            context._raise(InvalidOperation)
            return (_NAN if other._kind else _make(sign, 0, 0, INFINITE)), _NAN
        if other._kind:
            return _make(sign, 0, 0), self._rounded_to(context)
        if not other._int:
            if not self._int:
                context._raise(DivisionUndefined)
                return _NAN, _NAN
            context._raise(DivisionByZero, InvalidOperation)
            return _make(sign, 0, 0, INFINITE), _NAN
        divided = self._divided(other, context) or (_NAN, _NAN)
        return divided[0]._rounded_to(context), divided[1]._rounded_to(context)

    __rdivmod__ = _reflected("__divmod__")

    @_operator
    def __floordiv__(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind:
            if other._kind:
                context._raise(InvalidOperation)
                return _NAN
            return _make(sign, 0, 0, INFINITE)
        if other._kind:
            return _finished(sign, 0, 0, context)
        if not other._int:
            context._raise(DivisionByZero if self._int else DivisionUndefined)
            return _make(sign, 0, 0, INFINITE) if self._int else _NAN
        divided = self._divided(other, context)
        return divided[0]._rounded_to(context) if divided else _NAN

    __rfloordiv__ = _reflected("__floordiv__")

    @_operator
    def __mod__(self, other, context):
        if self._kind or (not other._kind and not other._int):
            undefined = not self._kind and not self._int
            context._raise(DivisionUndefined if undefined else InvalidOperation)
            return _NAN
        if other._kind:
            return self._rounded_to(context)
        divided = self._divided(other, context)
        return divided[1]._rounded_to(context) if divided else _NAN

    __rmod__ = _reflected("__mod__")

    @_method
    def remainder_near(self, other, context):
        """What is left to the nearest multiple of the other."""
        if self._kind or (not other._kind and not other._int):
            undefined = not self._kind and not self._int
            context._raise(DivisionUndefined if undefined else InvalidOperation)
            return _NAN
        if other._kind:
            return self._rounded_to(context)
        ideal = min(self._exp, other._exp)
        if not self._int or self.adjusted() - other.adjusted() <= -2:
            return _finished(self._sign, *self._scaled(ideal), context)
        if self.adjusted() - other.adjusted() > context.prec:
            context._raise(DivisionImpossible)
            return _NAN
        a, b = self._scaled(ideal)[0], other._scaled(ideal)[0]
        quotient, rest = divmod(a, b)
        if 2 * rest + (quotient & 1) > b:
            quotient, rest = quotient + 1, rest - b
        if count(quotient) > context.prec:
            context._raise(DivisionImpossible)
            return _NAN
        return _finished(self._sign ^ (rest < 0), abs(rest), ideal, context)

    def fma(self, other, third, context=None):
        """self·other + third, rounded once."""
        context, other, third = context or getcontext(), _operand(other), _operand(third)
        if not (self._kind or other._kind):
            return _make(
                self._sign ^ other._sign, self._int * other._int, self._exp + other._exp
            ).__add__(third, context)
        if SIGNALING not in (self._kind, other._kind) and third._kind == SIGNALING:
            return third._nan_of(third, context)
        product = self.__mul__(other, context)
        return product if product.is_nan() and self._nan_of(other, context) else product.__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        other = _converted(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if modulo is not None:
            modulo = _converted(modulo)
            if modulo is NotImplemented:
                return modulo
            return _elementary.power_modulo(self, other, modulo, context)
        return _elementary.power(self, other, context)

    def __rpow__(self, other, modulo=None):
        other = _converted(other)
        return other if other is NotImplemented else other.__pow__(self, modulo)

    def sqrt(self, context=None):
        """The square root, rounded to half even."""
        context = context or getcontext()
        if nan := self._nan_of(self, context):
            return nan
        if not self:
            return _finished(self._sign, 0, self._exp // 2, context)
        if self._sign:
            context._raise(InvalidOperation)
            return _NAN
        return self if self._kind else _square_root(self, context)

    def exp(self, context=None):
        return _elementary.exp(self, context or getcontext())

    def ln(self, context=None):
        return _elementary.ln(self, context or getcontext())

    def log10(self, context=None):
        return _elementary.log10(self, context or getcontext())

    # Exponents and digits

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another."""
        context, exp = context or getcontext(), _operand(exp)
        rounding = _rounding(rounding, context)
        if nan := self._nan_of(exp, context):
            return nan
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return self
            context._raise(InvalidOperation)
            return _NAN
        wanted = exp._exp
        if not context.Etiny() <= wanted <= context.Emax:
            context._raise(InvalidOperation)
            return _NAN
        made, lost = self._with_exponent(wanted, rounding)
        if made._int and (made.adjusted() > context.Emax or count(made._int) > context.prec):
            context._raise(InvalidOperation)
            return _NAN
        conditions = [Subnormal] if made._int and made.adjusted() < context.Emin else []
        if wanted > self._exp:
            conditions += [Inexact, Rounded] if lost else [Rounded]
        context._raise(*conditions)
        return made._clamped(context)

    def _clamped(self, context):
        """Itself, where exponents have their highest value only with all digits."""
        high = context.clamp and self._exp > context.Etop()
        return _finished(self._sign, self._int, self._exp, context) if high else self

    def _with_exponent(self, exponent, rounding):
        """The number with that exponent, and whether it lost something."""
        shift = self._exp - exponent
        if not self._int:
            return _make(self._sign, 0, exponent), False
        if shift >= 0:
            return _make(self._sign, self._int * 10**shift, exponent), False
        digits = min(-shift, count(self._int) + 1)
        rest = self._int if digits == -shift else 1
        coefficient, lost = cut(rest, digits, rounding, self._sign)
        return _make(self._sign, coefficient, exponent), lost

    def same_quantum(self, other, context=None):
        other = _operand(other)
        if self._kind or other._kind:
            return (self.is_nan() and other.is_nan()) or (
                self._kind == other._kind == INFINITE
            )
        return self._exp == other._exp

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to a whole number, silently."""
        context = context or getcontext()
        rounding = _rounding(rounding, context)
        if nan := self._nan_of(self, context):
            return nan
        return self if self._kind or self._exp >= 0 else self._with_exponent(0, rounding)[0]

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Rounded to a whole number, with signals."""
        context = context or getcontext()
        made = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0 and self._int:
            lost = self._order(made) != 0
            context._raise(*([Inexact, Rounded] if lost else [Rounded]))
        return made

    def normalize(self, context=None):
        """Without zeros at the end."""
        context = context or getcontext()
        if nan := self._nan_of(self, context):
            return nan
        made = self._rounded_to(context)
        if made._kind:
            return made
        if not made._int:
            return _finished(made._sign, 0, 0, context)
        most = context.Etop() if context.clamp else context.Emax
        coefficient, exponent = made._int, made._exp
        while coefficient % 10 == 0 and exponent < most:
            coefficient //= 10
            exponent += 1
        return _make(made._sign, coefficient, exponent)

    def logb(self, context=None):
        """The exponent of the first digit, as a decimal."""
        context = context or getcontext()
        if nan := self._nan_of(self, context):
            return nan
        if self._kind:
            return _make(0, 0, 0, INFINITE)
        if not self._int:
            context._raise(DivisionByZero)
            return _make(1, 0, 0, INFINITE)
        return _of_int(self.adjusted())._rounded_to(context)

    @_method
    def scaleb(self, other, context):
        """The number with its exponent moved."""
        most = 2 * (context.Emax + context.prec)
        if other._kind or other._exp != 0 or not -most <= int(other) <= most:
            context._raise(InvalidOperation)
            return _NAN
        if self._kind:
            return self
        return _finished(self._sign, self._int, self._exp + int(other), context)

    def shift(self, other, context=None):
        """The coefficient moved by digits, within the precision."""
        return self._moved(other, context, False)

    def rotate(self, other, context=None):
        """The coefficient turned by digits, within the precision."""
        return self._moved(other, context, True)

    def _moved(self, other, context, around):
        context, other = context or getcontext(), _operand(other)
        if nan := self._nan_of(other, context):
            return nan
        if other._kind or other._exp != 0 or not -context.prec <= int(other) <= context.prec:
            context._raise(InvalidOperation)
            return _NAN
        if self._kind:
            return self
        places, unit = int(other), 10**context.prec
        digits = self._int % unit
        if around:
            upper = 10 ** (places % context.prec)
            lower = unit // upper
            return _make(self._sign, digits % lower * upper + digits // lower, self._exp)
        moved = digits * 10**places % unit if places >= 0 else digits // 10**-places
        return _make(self._sign, moved, self._exp)

    def _next(self, context, rounding, stop):
        if nan := self._nan_of(self, context):
            return nan
        if self._kind and self._sign == stop:
            return self
        if self._kind:
            return _make(self._sign, 10**context.prec - 1, context.Etop())
        other = context._with(rounding=rounding)
        made = self._rounded_to(other)
        if made._order(self) != 0:
            return made
        step = _make(stop, 1, context.Etiny() - 1)
        return self.__add__(step, other)

    def next_minus(self, context=None):
        """The largest number of the context below it."""
        return self._next(context or getcontext(), ROUND_FLOOR, 1)

    def next_plus(self, context=None):
        """The smallest number of the context above it."""
        return self._next(context or getcontext(), ROUND_CEILING, 0)

    @_method
    def next_toward(self, other, context):
        """The nearest number of the context in the direction of the other."""
        order = self._order(other)
        if order == 0:
            return self.copy_sign(other)
        made = self.next_plus(context) if order < 0 else self.next_minus(context)
        if made._kind:
            context._raise(Overflow, Inexact, Rounded)
        elif made.adjusted() < context.Emin:
            context._raise(Underflow, Subnormal, Inexact, Rounded, *([] if made._int else [Clamped]))
        return made

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_operand(other)._sign, self._int, self._exp, self._kind)

    def radix(self):
        return _make(0, 10, 0)

    # Digits as bits

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self._logical(_make(0, int("1" * context.prec), 0), context, lambda a, b: a ^ b)

    def _logical(self, other, context, combine):
        context, other = context or getcontext(), _operand(other)
        texts = []
        for one in (self, other):
            text = _text(one._int)
            if one._kind or one._sign or one._exp or set(text) - {"0", "1"}:
                context._raise(InvalidOperation)
                return _NAN
            texts.append(int(text[-context.prec :], 2))
        return _make(0, int(f"{combine(*texts):b}"), 0)


numbers.Number.register(Decimal)
name_in_messages(Decimal, "decimal.Decimal")


def _make(sign, coefficient, exponent, kind=FINITE, cls=Decimal):
    made = object.__new__(cls)
    put = object.__setattr__
    put(made, "_sign", sign)
    put(made, "_int", coefficient)
    put(made, "_exp", exponent)
    put(made, "_kind", kind)
    return made


_NAN = _make(0, 0, 0, QUIET)


def _converted(other):
    """An operand of an operator."""
    if isinstance(other, Decimal):
        return other
    return _of_int(other) if isinstance(other, int) else NotImplemented


def _operand(other):
    """An operand of a method."""
    other_decimal = _converted(other)
    if other_decimal is NotImplemented:
        raise TypeError(f"conversion from {type(other).__name__} to Decimal is not supported")
    return other_decimal


def _comparable(self, other, equality):
    """Both sides of a comparison as decimals; None where they can not be compared."""
    if isinstance(other, Decimal):
        return self, other
    if isinstance(other, int):
        return self, _of_int(other)
    if equality and isinstance(other, numbers.Complex) and not isinstance(other, numbers.Real):
        if other.imag != 0:
            return None
        other = other.real
    if isinstance(other, float):
        context = getcontext()
        context.flags[FloatOperation] = True
        if not equality:
            context._raise(FloatOperation)
        return self, _of_float(other)
    if isinstance(other, numbers.Rational):
        if self._kind:
            return self, _of_int(other.numerator)
        scaled = _make(self._sign, self._int * other.denominator, self._exp)
        return scaled, _of_int(other.numerator)
    return None


def _rounding(rounding, context):
    if rounding is None:
        return context.rounding
    if rounding not in ROUNDINGS:
        context.copy().rounding = rounding
    return rounding


# Both make decimals by `_make`.
from ._reading import _exact, _of_float, _of_int, _text
from ._results import _finished, _quotient, _square_root, _sum
