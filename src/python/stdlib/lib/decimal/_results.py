"""Results of operations: rounded, and kept within the limits of the context."""

from math import isqrt

from ._digits import count, cut
from ._number import INFINITE, _make
from ._signals import (
    Clamped,
    Inexact,
    Overflow,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Rounded,
    Subnormal,
    Underflow,
)


def _finished(sign, coefficient, exponent, context):
    """A result, rounded and kept within the limits of the context."""
    lowest, highest = context.Etiny(), context.Etop()
    if not coefficient:
        most = highest if context.clamp else context.Emax
        kept = min(max(exponent, lowest), most)
        if kept != exponent:
            context._raise(Clamped)
        return _make(sign, 0, kept)
    least = count(coefficient) + exponent - context.prec
    if least > highest:
        return _overflown(sign, context)
    subnormal = least < lowest
    least = max(least, lowest)
    conditions = []
    if exponent < least:
        digits = least - exponent
        kept = min(digits, count(coefficient) + 1)
        rest = coefficient if kept == digits else 1
        coefficient, lost = cut(rest, kept, context.rounding, sign)
        exponent = least
        if count(coefficient) > context.prec:
            coefficient //= 10
            exponent += 1
        if exponent > highest:
            return _overflown(sign, context)
        if lost and subnormal:
            conditions.append(Underflow)
        if subnormal:
            conditions.append(Subnormal)
        conditions += [Inexact, Rounded] if lost else [Rounded]
        if not coefficient:
            conditions.append(Clamped)
    elif subnormal:
        conditions.append(Subnormal)
    if context.clamp and exponent > highest:
        conditions.append(Clamped)
        coefficient *= 10 ** (exponent - highest)
        exponent = highest
    if conditions:
        context._raise(*conditions)
    return _make(sign, coefficient, exponent)


def _overflown(sign, context):
    context._raise(Overflow, Inexact, Rounded)
    rounding = context.rounding
    if rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or rounding == (
        ROUND_FLOOR if sign else ROUND_CEILING
    ):
        return _make(sign, 0, 0, INFINITE)
    return _make(sign, 10**context.prec - 1, context.Etop())


def _sum(a, b, context):
    exponent = min(a._exp, b._exp)
    if not a._int and not b._int:
        negative = context.rounding == ROUND_FLOOR and a._sign != b._sign
        return _finished(int(negative) or (a._sign & b._sign), 0, exponent, context)
    if not a._int or not b._int:
        one = a if a._int else b
        exponent = max(exponent, one._exp - context.prec - 1)
        if one._exp > exponent:
            return _finished(one._sign, one._int * 10 ** (one._exp - exponent), exponent, context)
        return _finished(one._sign, one._int, one._exp, context)
    large, small = (a, b) if a._exp >= b._exp else (b, a)
    # Far below the last digit that counts, only that there is something matters.
    floor = large._exp + min(-1, count(large._int) - context.prec - 2)
    if small._exp + count(small._int) - 1 < floor:
        small = _make(small._sign, 1, floor)
    top = large._int * 10 ** (large._exp - small._exp)
    total = (-top if large._sign else top) + (-small._int if small._sign else small._int)
    if not total:
        return _finished(int(context.rounding == ROUND_FLOOR), 0, exponent, context)
    return _finished(int(total < 0), abs(total), small._exp, context)


def _quotient(sign, a, b, context):
    ideal = a._exp - b._exp
    if not a._int:
        return _finished(sign, 0, ideal, context)
    shift = count(b._int) - count(a._int) + context.prec + 1
    exponent = ideal - shift
    if shift >= 0:
        whole, rest = divmod(a._int * 10**shift, b._int)
    else:
        whole, rest = divmod(a._int, b._int * 10**-shift)
    if rest:
        whole += whole % 5 == 0  # something follows
    else:
        while exponent < ideal and whole % 10 == 0:
            whole //= 10
            exponent += 1
    return _finished(sign, whole, exponent, context)


def _square_root(a, context):
    coefficient, exponent = a._int, a._exp
    if exponent & 1:
        coefficient, exponent = coefficient * 10, exponent - 1
    ideal = exponent // 2
    shift = context.prec + 1 - (count(coefficient) + 1) // 2
    if shift >= 0:
        coefficient, rest = coefficient * 100**shift, 0
    else:
        coefficient, rest = divmod(coefficient, 100**-shift)
    root = isqrt(coefficient)
    if rest or root * root != coefficient:
        root += root % 5 == 0
        exponent = ideal - shift
    elif shift >= 0:
        root, exponent = root // 10**shift, ideal
    else:
        root, exponent = root * 10**-shift, ideal
    half_even = context._with(rounding=ROUND_HALF_EVEN)
    made = _finished(0, root, exponent, half_even)
    context._raise(*(one for one in half_even.flags if half_even.flags[one]))
    return made
