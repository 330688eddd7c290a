"""Decimals of texts, tuples, ints and floats: exact, whatever the context."""

import re

from ._context import getcontext
from ._digits import count
from ._number import FINITE, INFINITE, QUIET, SIGNALING, Decimal, _NAN, _make
from ._signals import ConversionSyntax, FloatOperation, InvalidOperation, MAX_EMAX, MIN_ETINY

_TEXT = re.compile(
    r"(?P<sign>[-+])?(?:(?P<whole>\d*)(?:\.(?P<part>\d*))?(?:e(?P<exp>[-+]?\d+))?"
    r"|(?P<inf>inf(?:inity)?)|(?P<signal>s)?nan(?P<diag>\d*))",
    re.IGNORECASE,
)


def _text(n):
    """The digits of a coefficient; ints of more than 4300 digits refuse to be text."""
    if n < 10**4000:
        return str(n)
    half = count(n) // 2
    high, low = divmod(n, 10**half)
    return _text(high) + _text(low).rjust(half, "0")


def _number(text):
    """The int of a text of digits, however long."""
    if len(text) < 4000:
        return int(text or "0")
    half = len(text) // 2
    return _number(text[:half]) * 10 ** (len(text) - half) + _number(text[half:])


def _of_int(value):
    return _make(int(value < 0), abs(int(value)), 0)


def _of_float(value):
    if value != value:
        return _make(int(str(value)[0] == "-"), 0, 0, QUIET)
    if value in (float("inf"), float("-inf")):
        return _make(int(value < 0), 0, 0, INFINITE)
    from math import copysign

    top, bottom = abs(value).as_integer_ratio()
    twos = bottom.bit_length() - 1
    return _make(int(copysign(1.0, value) < 0), top * 5**twos, -twos)


def _exact(value, context):
    """The decimal that a constructor's argument stands for."""
    if isinstance(value, str):
        return _of_text(value, context)
    if isinstance(value, Decimal):
        return value if type(value) is Decimal else _make(value._sign, value._int, value._exp, value._kind)
    if isinstance(value, int):
        return _of_int(value)
    if isinstance(value, float):
        (context or getcontext())._raise(FloatOperation)
        return _of_float(value)
    if isinstance(value, (tuple, list)):
        return _of_tuple(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _of_text(text, context):
    match = _TEXT.fullmatch(text.strip().replace("_", ""))
    whole, part = match.group("whole", "part") if match else (None, None)
    if match and whole is not None and not whole and not part:
        match = None
    if match is None:
        (context or getcontext())._raise(ConversionSyntax)
        return _NAN
    sign = int(match["sign"] == "-")
    if match["inf"]:
        return _make(sign, 0, 0, INFINITE)
    if whole is None:
        return _make(sign, _number(match["diag"]), 0, SIGNALING if match["signal"] else QUIET)
    part = part or ""
    exponent = int(match["exp"] or 0) - len(part)
    coefficient = _number(whole + part)
    if coefficient and not (exponent >= MIN_ETINY and exponent + count(coefficient) - 1 <= MAX_EMAX):
        (context or getcontext())._raise(InvalidOperation)
        return _NAN
    return _make(sign, coefficient, exponent)


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if isinstance(exponent, str):
        if exponent not in (INFINITE, QUIET, SIGNALING):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    if exponent == INFINITE:
        return _make(int(sign), 0, 0, INFINITE)
    if not isinstance(digits, (tuple, list)) or any(
        not isinstance(d, int) or not 0 <= d <= 9 for d in digits
    ):
        raise ValueError("coefficient must be a tuple of digits")
    coefficient = _number("".join(map(str, digits)))
    if isinstance(exponent, str):
        return _make(int(sign), coefficient, 0, exponent)
    return _make(int(sign), coefficient, exponent)
