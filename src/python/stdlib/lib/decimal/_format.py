"""Decimals in the format specification mini-language."""

import re

from ._digits import count

_SPEC = re.compile(
    r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<zero>0)?"
    r"(?P<width>(?!0)\d+)?(?P<comma>,)?(?:\.(?P<precision>\d+))?(?P<type>[eEfFgGn%])?",
    re.DOTALL,
)


def formatted(number, specifier, context):
    """The text of a decimal by a specification."""
    if not isinstance(specifier, str):
        raise TypeError("format arg must be str")
    spec = _SPEC.fullmatch(specifier)
    if spec is None or (spec["zero"] and spec["fill"] is None and spec["align"]):
        raise ValueError("invalid format string")
    kind = spec["type"] or ("G" if context.capitals else "g")
    if kind == "n":
        kind = "g"
    if number._kind:
        body = str(number).lstrip("-")
        body += "%" if kind == "%" else ""
        return _padded(_sign(number._sign, spec), body, spec, False)
    number, point = _prepared(number, kind, spec, context)
    negative = number._sign
    if spec["no_neg_0"] and not number._int:
        negative = 0
    digits = _digits_of(number)
    if point <= 0:
        whole, part = "0", "0" * -point + digits
    elif point > len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point], digits[point:]
    exponent = number._exp + len(digits) - point
    tail = "." + part if part else ""
    if exponent or kind in "eE":
        tail += f"{'e' if kind in 'eg' else 'E'}{exponent:+d}"
    if kind == "%":
        tail += "%"
    return _grouped(_sign(negative, spec), whole, tail, spec)


def _digits_of(number):
    from ._number import _text

    return _text(number._int)


def _prepared(number, kind, spec, context):
    """The number with the digits that are shown, and how many of them stand before the point."""
    from ._number import _make

    rounding = context.rounding
    precision = None if spec["precision"] is None else int(spec["precision"])
    if kind == "%":
        number = _make(number._sign, number._int, number._exp + 2)
    if precision is not None:
        if kind in "eE":
            number = _with_digits(number, precision + 1, rounding)
        elif kind in "fF%":
            number = number._with_exponent(-precision, rounding)[0]
        elif count(number._int) > max(precision, 1):
            number = _with_digits(number, max(precision, 1), rounding)
    elif not number._int and number._exp > 0 and kind in "fF%":
        number = _make(number._sign, 0, 0)
    left = number._exp + count(number._int)
    if kind in "eE":
        return number, 1 - precision if not number._int and precision is not None else 1
    if kind in "fF%":
        return number, left
    return number, left if number._exp <= 0 and left > -6 else 1


def _with_digits(number, digits, rounding):
    from ._number import _make

    if not number._int:
        return number
    made = number._with_exponent(number.adjusted() - digits + 1, rounding)[0]
    if count(made._int) > digits:
        made = _make(made._sign, made._int // 10, made._exp + 1)
    return made


def _sign(negative, spec):
    return "-" if negative else (spec["sign"] or "-").replace("-", "")


def _grouped(sign, whole, tail, spec):
    if not spec["comma"]:
        return _padded(sign, whole + tail, spec, bool(spec["zero"]))
    if spec["zero"] or (spec["fill"] == "0" and spec["align"] == "="):
        width = int(spec["width"] or 0) - len(sign) - len(tail)
        while len(_with_commas(whole)) < width:
            whole = "0" + whole
    return _padded(sign, _with_commas(whole) + tail, spec, bool(spec["zero"]))


def _with_commas(digits):
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", digits)


def _padded(sign, body, spec, zeros):
    fill = spec["fill"] or ("0" if zeros else " ")
    align = spec["align"] or ("=" if zeros else ">")
    room = int(spec["width"] or 0) - len(sign) - len(body)
    if room <= 0:
        return sign + body
    if align == "<":
        return sign + body + fill * room
    if align == "=":
        return sign + fill * room + body
    before = room // 2 if align == "^" else room
    return fill * before + sign + body + fill * (room - before)
