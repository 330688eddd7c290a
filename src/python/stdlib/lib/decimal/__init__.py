"""Decimal arithmetic: https://docs.python.org/3.11/library/decimal.html"""

from ._signals import *
from ._signals import (
    Clamped,
    ConversionSyntax,
    DecimalException,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    FloatOperation,
    Inexact,
    InvalidContext,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
)
from ._context import (
    BasicContext,
    Context,
    DefaultContext,
    ExtendedContext,
    getcontext,
    localcontext,
    setcontext,
)
from ._number import Decimal, DecimalTuple

__all__ = [
    "BasicContext",
    "Clamped",
    "Context",
    "ConversionSyntax",
    "Decimal",
    "DecimalException",
    "DecimalTuple",
    "DefaultContext",
    "DivisionByZero",
    "DivisionImpossible",
    "DivisionUndefined",
    "ExtendedContext",
    "FloatOperation",
    "HAVE_CONTEXTVAR",
    "HAVE_THREADS",
    "Inexact",
    "InvalidContext",
    "InvalidOperation",
    "MAX_EMAX",
    "MAX_PREC",
    "MIN_EMIN",
    "MIN_ETINY",
    "Overflow",
    "ROUND_05UP",
    "ROUND_CEILING",
    "ROUND_DOWN",
    "ROUND_FLOOR",
    "ROUND_HALF_DOWN",
    "ROUND_HALF_EVEN",
    "ROUND_HALF_UP",
    "ROUND_UP",
    "Rounded",
    "Subnormal",
    "Underflow",
    "getcontext",
    "localcontext",
    "setcontext",
]

HAVE_CONTEXTVAR = True
HAVE_THREADS = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"


def _give_methods():
    """A context does what decimals do: `context.divide(a, b)` is a / b in that context."""
    operators = {
        "abs": "__abs__",
        "minus": "__neg__",
        "plus": "__pos__",
        "add": "__add__",
        "subtract": "__sub__",
        "multiply": "__mul__",
        "divide": "__truediv__",
        "divide_int": "__floordiv__",
        "divmod": "__divmod__",
        "remainder": "__mod__",
    }
    same = (
        "compare compare_signal compare_total compare_total_mag exp fma is_normal is_subnormal ln "
        "log10 logb logical_and logical_invert logical_or logical_xor max max_mag min min_mag "
        "next_minus next_plus next_toward normalize number_class quantize remainder_near rotate "
        "same_quantum scaleb shift sqrt to_eng_string to_integral_exact to_integral_value"
    ).split()
    plain = (
        "canonical copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_qnan is_signed "
        "is_snan is_zero"
    ).split()
    for name, method in (*operators.items(), *((name, name) for name in same)):
        setattr(Context, name, _in_context(name, getattr(Decimal, method)))
    for name in plain:
        setattr(Context, name, _of_number(name, getattr(Decimal, name)))
    Context.to_integral = Context.to_integral_value
    Context.copy_decimal = _of_number("copy_decimal", lambda number: number)
    Context.copy_sign = _of_number("copy_sign", Decimal.copy_sign)
    Context.to_sci_string = lambda self, x, /: _number_of(x)._shown(self.capitals, 1)
    Context.power = lambda self, a, b, modulo=None: _number_of(a).__pow__(
        _number_of(b), modulo, self
    )


def _number_of(value):
    if not isinstance(value, (Decimal, int)):
        kind = type(value).__name__
        raise TypeError(f"conversion from {kind} to Decimal is not supported")
    return Decimal(value)


def _in_context(name, method):
    def compute(self, *operands):
        return method(*map(_number_of, operands), context=self)

    compute.__name__ = name
    return compute


def _of_number(name, method):
    def compute(self, *operands):
        return method(*map(_number_of, operands))

    compute.__name__ = name
    return compute


_give_methods()
