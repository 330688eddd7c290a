"""Rounding of coefficients: whole numbers of which the last digits are cut off."""

from ._signals import (
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
)


def count(n):
    """How many decimal digits n has; 0 has one."""
    if n < 10**300:
        return len(str(n))
    digits = (n.bit_length() - 1) * 30103 // 100000
    while n >= 10**digits:
        digits += 1
    return digits


def cut(coefficient, digits, rounding, negative):
    """The coefficient without its last digits, rounded, and whether something was lost."""
    unit = 10**digits
    whole, rest = divmod(coefficient, unit)
    if not rest:
        return whole, False
    return whole + _goes_up(whole, 2 * rest - unit, rounding, negative), True


def _goes_up(whole, beyond_half, rounding, negative):
    """Whether a magnitude is rounded up; `beyond_half` is below zero in the lower half."""
    if rounding == ROUND_HALF_EVEN:
        return beyond_half > 0 or (beyond_half == 0 and whole & 1)
    if rounding == ROUND_HALF_UP:
        return beyond_half >= 0
    if rounding == ROUND_HALF_DOWN:
        return beyond_half > 0
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not negative
    if rounding == ROUND_FLOOR:
        return bool(negative)
    assert rounding == ROUND_05UP
    return whole % 5 == 0
