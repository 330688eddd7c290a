"""Powers, exponentials and logarithms of decimals, in whole numbers scaled by a power of ten.

Each is computed with more and more digits until it is certain how the result is rounded.
"""

from ._digits import count
from ._signals import (
    Clamped,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    ROUND_HALF_EVEN,
    Rounded,
    Underflow,
)


def exp(x, context):
    from ._number import INFINITE, _make

    if nan := x._nan_of(x, context):
        return nan
    if x._kind == INFINITE:
        return _make(0, 0, 0) if x._sign else x
    if not x._int:
        return _make(0, 1, 0)
    # Results beyond all exponents need no digits.
    if x.adjusted() > count(context.Emax + context.prec) + 2:
        return _beyond(x._sign, context)
    return _rounded(lambda digits: _exp_digits(x, digits), 0, context)


def ln(x, context):
    return _logarithm(x, context, _ln_digits)


def log10(x, context):
    from ._number import _of_int

    if not x._kind and not x._sign and x._int:
        zeros = count(x._int) - 1
        if x._int == 10**zeros:
            return _of_int(zeros + x._exp)._rounded_to(context)
    return _logarithm(x, context, _log10_digits)


def _logarithm(x, context, compute):
    from ._number import INFINITE, _NAN, _make

    if nan := x._nan_of(x, context):
        return nan
    if not x:
        return _make(1, 0, 0, INFINITE)
    if x._sign:
        context._raise(InvalidOperation)
        return _NAN
    if x._kind:
        return _make(0, 0, 0, INFINITE)
    if x._int == 10 ** max(0, -x._exp) and x._exp <= 0:
        return _make(0, 0, 0)
    below_one = x.adjusted() < 0
    return _rounded(lambda digits: compute(x, digits), int(below_one), context)


def power(x, y, context):
    from ._number import INFINITE, _NAN, _make

    if nan := x._nan_of(y, context):
        return nan
    whole = not y._kind and (y._exp >= 0 or y._int % 10 ** min(-y._exp, count(y._int) + 1) == 0)
    odd = whole and y._exp <= 0 and (y._int // 10**-y._exp) & 1
    sign = x._sign if odd else 0
    if not y:
        if not x:
            context._raise(InvalidOperation)
            return _NAN
        return _make(0, 1, 0)
    if not x:
        return _make(sign, 0, 0, INFINITE) if y._sign else _make(sign, 0, 0)
    if x._sign and not x._kind and not whole and not y._kind:
        context._raise(InvalidOperation)
        return _NAN
    if y._kind == INFINITE:
        return _to_infinity(x, y, context)
    if x._kind:
        if x._sign and not whole:
            context._raise(InvalidOperation)
            return _NAN
        return _make(sign, 0, 0) if y._sign else _make(sign, 0, 0, INFINITE)
    size = x.copy_abs()
    if size._int == 10 ** max(0, -size._exp) and size._exp <= 0:
        return _power_of_one(sign, x, y, whole, context)
    if whole and y.adjusted() < 6 and count(x._int) * abs(int(y)) < 20000:
        return _whole_power(sign, size, int(y), context)
    # Results beyond all exponents need no digits: |y·log10(x)| is compared roughly.
    grows = (size.adjusted() >= 0) != bool(y._sign)
    magnitude = count(abs(size.adjusted()) or 1) + y.adjusted() if size.adjusted() else y.adjusted()
    if size.adjusted() not in (0, -1) and magnitude > count(context.Emax + context.prec) + 2:
        return _beyond(not grows, context, sign)
    digits_of = lambda digits: _power_digits(size, y, digits)
    return _rounded(digits_of, sign, context, context.rounding, True)


def _to_infinity(x, y, context):
    from ._number import INFINITE, _NAN, _make, _of_int

    if x._sign:
        context._raise(InvalidOperation)
        return _NAN
    order = x._order(_of_int(1))
    if order == 0:
        context._raise(Inexact, Rounded)
        return _make(0, 10 ** (context.prec - 1), 1 - context.prec)
    return _make(0, 0, 0, INFINITE) if (order > 0) != bool(y._sign) else _make(0, 0, 0)


def _power_of_one(sign, x, y, whole, context):
    from ._number import _finished, _make

    if not whole or y._exp > 0 or y._sign:
        places = context.prec - 1
        if whole and x._exp == 0:
            return _make(sign, 1, 0)
        if whole and not y._sign and y._exp <= 0:
            return _finished(sign, 10 ** (-x._exp * int(y)), x._exp * int(y), context)
        context._raise(Inexact, Rounded)
        return _make(sign, 10**places, -places)
    exponent = x._exp * int(y)
    if -exponent >= context.prec:
        context._raise(Rounded)
        return _make(sign, 10 ** (context.prec - 1), 1 - context.prec)
    return _make(sign, 10**-exponent, exponent)


def _whole_power(sign, size, n, context):
    from ._number import _finished, _make, _quotient

    coefficient, exponent = size._int ** abs(n), size._exp * abs(n)
    if n > 0:
        return _finished(sign, coefficient, exponent, context)
    return _quotient(sign, _make(0, 1, 0), _make(0, coefficient, exponent), context)


def power_modulo(x, y, modulo, context):
    """x**y % modulo for whole numbers."""
    from ._number import _NAN, _make

    for one in (x, y, modulo):
        if one.is_nan():
            return one._nan_of(one, context)
    whole = all(
        not one._kind and (one._exp >= 0 or one == one.to_integral_value()) for one in (x, y, modulo)
    )
    if not whole or y._sign or not modulo or (not x and not y):
        context._raise(InvalidOperation)
        return _NAN
    if modulo.adjusted() >= context.prec:
        context._raise(InvalidOperation)
        return _NAN
    negative = x._sign and int(y) & 1
    return _make(int(negative), pow(abs(int(x)), int(y), abs(int(modulo))), 0)


def _beyond(small, context, sign=0):
    """What is larger, or smaller, than all numbers of the context."""
    from ._number import INFINITE, _make
    from ._signals import Subnormal

    if small:
        context._raise(Underflow, Subnormal, Inexact, Rounded, Clamped)
        return _make(sign, 0, context.Etiny())
    context._raise(Overflow, Inexact, Rounded)
    return _make(sign, 0, 0, INFINITE)


def _rounded(compute, sign, context, rounding=ROUND_HALF_EVEN, may_be_exact=False):
    """The number of which compute(digits) gives coefficient and exponent, off by less than 2."""
    from ._number import _finished

    digits = context.prec + 5
    while True:
        coefficient, exponent = compute(digits)
        # The digits behind the precision must not be close to a tie or to nothing.
        unit = 10 ** max(1, count(abs(coefficient)) - context.prec)
        rest = abs(coefficient) % unit
        near = min(rest, unit - rest, abs(2 * rest - unit))
        if near > 4:
            break
        if may_be_exact and digits > 2 * context.prec + 40:
            coefficient = (coefficient + unit // 2) // unit
            exponent += count(unit) - 1
            pad = max(0, context.prec - count(coefficient)) + 1
            coefficient, exponent = coefficient * 10**pad, exponent - pad
            break
        digits += digits // 2
    own = context._with(rounding=rounding)
    made = _finished(sign, abs(coefficient), exponent, own)
    context._raise(*(one for one in own.flags if own.flags[one]))
    return made


# Whole numbers that stand for n / 10**places


def _exp_digits(x, digits):
    """e**x with so many digits: coefficient and exponent."""
    places = digits + max(0, x.adjusted()) + 6
    return _exp_scaled(_scaled(x, places), places, digits)


def _exp_scaled(n, places, digits):
    tens, rest = divmod(n, _ln_ten(places))
    working = digits + 6
    rest = _move(rest, working - places)
    return _move(_exp_small(rest, working), -6), tens - digits


def _exp_small(n, places):
    """exp(n / 10**places) for 0 <= n / 10**places < 2.31, scaled alike."""
    halvings = 8 + places // 20
    extra = halvings // 3 + 8
    unit = 10 ** (places + extra)
    x = (n * 10**extra) >> halvings
    total, term, i = unit, unit, 0
    while term:
        i += 1
        term = term * x // (unit * i)
        total += term
    for _ in range(halvings):
        total = total * total // unit
    return _move(total, -extra)


def _ln_digits(x, digits):
    # Near one the logarithm is small: it needs as many more places.
    small = _closeness(x)
    places = digits + small + 2
    value = _ln_scaled(x, places)
    return value, -places


def _closeness(x):
    """How many zeros ln(x) has behind its point, about."""
    from ._number import _make, _sum
    from ._context import ExtendedContext

    if x.adjusted() not in (0, -1):
        return 0
    exact = ExtendedContext._with(prec=count(x._int) + 5)
    difference = _sum(x, _make(1, 1, 0), exact)
    return max(0, -difference.adjusted())


def _ln_scaled(x, places):
    """ln(x) * 10**places, off by less than 2."""
    working = places + 8
    digits = count(x._int)
    tens = x._exp + digits - 1
    # A mantissa in [0.32, 3.2) keeps the logarithm of numbers near one small.
    mantissa = _move(x._int, working - digits + 1)
    if mantissa * mantissa > 10 ** (2 * working + 1):
        mantissa //= 10
        tens += 1
    return _move(_ln_mantissa(mantissa, working) + tens * _ln_ten(working), places - working)


def _ln_mantissa(m, places):
    """ln(m / 10**places): Newton's steps from a float, each of which doubles the digits."""
    from math import log

    unit = 10**places
    guess = log(m / unit)
    y = int(guess * 10**17) * 10 ** (places - 17) if places >= 17 else int(guess * unit)
    done = 14
    while done < 2 * places + 4:
        # y + 2·(m - e**y) / (m + e**y), whose error is the third power
        e = _exp_signed(y, places)
        y += 2 * unit * (m - e) // (m + e)
        done *= 3
    return y


def _exp_signed(n, places):
    if n >= 0:
        return _exp_small(n, places)
    return 10 ** (2 * places) // _exp_small(-n, places)


def _log10_digits(x, digits):
    places = digits + _closeness(x) + 3
    return _ln_scaled(x, places + 3) * 10 ** (places + 3) // _ln_ten(places + 3) // 1000, -places


def _power_digits(x, y, digits):
    """x**y = exp(y · ln(x))"""
    size = max(0, y.adjusted() + count(abs(x.adjusted()) + 1) + 1)
    places = digits + size + 8
    more = places + max(0, y.adjusted()) + 4
    n = _move(_ln_scaled(x, more) * y._int, y._exp + places - more)
    return _exp_scaled(-n if y._sign else n, places, digits)


def _scaled(x, places):
    n = _move(x._int, x._exp + places)
    return -n if x._sign else n


def _move(n, places):
    """n * 10**places, rounded to the nearest."""
    if places >= 0:
        return n * 10**places
    unit = 10**-places
    return (n + unit // 2) // unit


_known = {"places": 0, "value": 0}


def _ln_ten(places):
    """ln(10) by arcs of a hyperbolic tangent: 46·atanh(1/31) + 34·atanh(1/49) + 20·atanh(1/161)"""
    if _known["places"] < places:
        more = places + 30
        unit = 10 ** (more + 5)
        total = sum(f * _atanh_inverse(n, unit) for f, n in ((46, 31), (34, 49), (20, 161)))
        _known.update(places=more, value=_move(total, -5))
    return _move(_known["value"], places - _known["places"])


def _atanh_inverse(n, unit):
    total, term, i = 0, unit // n, 1
    while term:
        total += term // i
        term //= n * n
        i += 2
    return total
