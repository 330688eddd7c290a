"""`fractions.Fraction`: exact ratios, their texts, rounding and mixed arithmetic."""

import math
import numbers
import operator
from decimal import Decimal
from fractions import Fraction as F

print(F(6, -4), F("3/7"), F(" -1.25e2 "), F(0.1), F(Decimal("0.1")), F(True), F(7), repr(F(1, 2)))
print(F(3.5).numerator, F(3.5).denominator, F(22, 7).limit_denominator(3), F(math.pi).limit_denominator(1000))
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, pow):
    print(op.__name__, op(F(7, 3), F(2)), op(F(7, 3), 2), op(3, F(2)), op(F(7, 2), 0.5))
print(F(1, 2) ** -2, F(4, 9) ** F(1, 2), 2 ** F(3), (-F(1, 8)) ** 3, F(1, 2) ** 0.5)
print(F(1, 3) < 0.5, F(1, 3) == 1 / 3, F(1, 2) == 0.5 == Decimal("0.5"), F(1, 2) == 0.5 + 0j, F(3) >= 3)
print(round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 3), round(F(1234), -2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)))
print(int(F(-7, 2)), float(F(1, 3)), bool(F(0)), complex(F(1, 4)), abs(F(-1, 2)), +F(1, 2), -F(1, 2), math.trunc(F(9, 2)))
print(sum([F(1, n) for n in range(1, 11)]), math.prod([F(n, n + 1) for n in range(1, 6)]), max(F(1, 2), F(2, 3)))
print(F(1, 2).as_integer_ratio(), F(1, 2).real, F(1, 2).imag, F(1, 2).conjugate(), isinstance(F(1), numbers.Rational))
print(sorted([F(2, 3), 0.5, 1, F(1, 7)]), {F(1, 2): "half"}[0.5], len({F(2), 2, 2.0}))
print(f"{F(1, 3)!s:>8}|{F(1, 3)!r}|", "%s" % F(5, 6), "%.3f" % F(5, 6), str(F(10)))
for attempt in (
    lambda: F(1, 0),
    lambda: F("1/0"),
    lambda: F("one"),
    lambda: F(1.5, 2),
    lambda: F(None),
    lambda: F(float("nan")),
    lambda: F(float("inf")),
    lambda: F(1, 2) / 0,
    lambda: F(1, 2) + "a",
    lambda: F(1, 2) + Decimal(1),
    lambda: F(1, 2) < 1j,
    lambda: F(0) ** -1,
    lambda: F(1, 2) // 0,
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
