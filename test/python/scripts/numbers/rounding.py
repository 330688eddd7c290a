"""round() goes to the even neighbour, keeps the type where digits are given, and asks __round__."""
import math

print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16, -2.5)])
print([round(x, 1) for x in (0.25, 0.35, 0.05, -0.25, 2.675, 1e22, 123.456)])
print([round(x, 2) for x in (2.675, 1.005, 1.115, 0.125, 0.375, 1e-5)])
print([round(x, -1) for x in (5, 15, 25, -15, 14.9, 25.0, 1234567)], round(10**30 + 5, -1), round(-(10**30) - 15, -1))
print(round(1234, -5), round(5678, -4), round(True), round(True, 1), type(round(2.0)), type(round(2.0, 0)), type(round(2.0, None)))
print(round(1.5, 400), round(1.5, -400), round(-0.4), round(-0.4, 0), round(5e-324, 323), round(1e300, -300))
for value in [math.nan, math.inf, -math.inf]:
    try:
        print(round(value, 2), end=" ")
        print(round(value))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for arguments in [("1",), (1.5, "1"), (1.5, 1.0), (1j,), ()]:
    try:
        print(round(*arguments))
    except TypeError as error:
        print(error)
print(round(number=2.7), round(2.71828, ndigits=3), round(7, ndigits=-1))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, ndigits="none"):
        return f"rounded({self.cents}, {ndigits})"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __abs__(self):
        return "abs"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __pow__(self, power, modulus=None):
        return ("pow", power, modulus)

    def __rpow__(self, base, modulus=None):
        return ("rpow", base, modulus)


m = Money(5)
print(round(m), round(m, 2), round(m, None), math.floor(m), math.ceil(m), math.trunc(m), abs(m), -m, +m, ~m)
print(divmod(m, 2), divmod(2, m), m**2, 2**m, pow(m, 2, 3), pow(m, 2))
try:
    print(pow(2, m, 5))
except TypeError as error:
    print(error)
print(math.floor(-0.5), math.ceil(-0.5), math.trunc(-2.7), math.floor(1e300) % 1000, type(math.ceil(2.1)))
print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), abs(-(2**80)), -(-(2**63)))
