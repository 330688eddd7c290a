"""Contexts: precision, rounding, flags and traps."""

from decimal import *


def show(*texts):
    for text in texts:
        try:
            print(text, "->", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


# Settings and methods
show(
    "getcontext()",
    "Context(prec=5).divide(1,3)",
    "Context(prec=5,rounding=ROUND_UP).sqrt(2)",
    "Context(prec=3).create_decimal('1.23456')",
    "Context(prec=3).add(Decimal('1.2345'),1)",
    "Context(prec=3).power(2,10)",
    "Context(Emax=5,traps=[]).create_decimal('1e10')",
    "BasicContext",
    "ExtendedContext.divide(1,0)",
    "Context(prec=0)",
    "Context(foo=1)",
    "decimal.getcontext().flags[Inexact]",
)

with localcontext() as inner:
    inner.prec = 6
    print(Decimal(1) / 7, inner.flags[Inexact], inner.flags[DivisionByZero])
    inner.traps[Inexact] = True
    try:
        Decimal(1) / 7
    except Inexact as error:
        print(type(error).__name__, error)
with localcontext(prec=3, rounding=ROUND_UP):
    print(Decimal(1) / 3, Decimal(-1) / 3)
print(Decimal(1) / 7, getcontext().prec)

halves = [Decimal(text) for text in ("0.5", "1.5", "-2.5", "2.51", "-0.1", "0.05")]
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
                 ROUND_HALF_EVEN, ROUND_05UP):  # fmt: skip
    print(rounding, [str(x.quantize(Decimal(1), rounding)) for x in halves])

quiet = Context(prec=4, Emin=-9, Emax=9, traps=[])
for text in ("quiet.divide(1, 0)", "quiet.divide(0, 0)", "quiet.multiply(Decimal('9e9'), 10)",
             "quiet.multiply(Decimal('1e-9'), Decimal('0.001'))", "quiet.sqrt(-1)", "quiet.create_decimal('x')",
             "quiet.add(Decimal('1.2345'), 1)", "quiet.plus(Decimal('1e-12'))"):  # fmt: skip
    quiet.clear_flags()
    print(text, eval(text), [one.__name__ for one in quiet.flags if quiet.flags[one]])

for name, value in (("prec", 0), ("prec", "a"), ("Emin", 1), ("capitals", 2), ("rounding", "up"), ("flags", 3)):
    try:
        setattr(quiet, name, value)
    except Exception as error:
        print(name, value, type(error).__name__, error)
