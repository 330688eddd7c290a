"""`complex`: arithmetic, texts, formats, and what mixing with other numbers gives."""

import math

a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a**2, a**-1, a**b, -a, +a, abs(a), a.conjugate(), a.real, a.imag)
print(a + 1, 1 - a, 2.5 * a, 1 / b, 2**1j, (-8) ** (1 / 3), (-1) ** 0.5, 0j**0, a == 3 + 4j, 2 + 0j == 2.0)
print(complex("1+2j"), complex(" -3.5e2j "), complex("(1-1J)"), complex("nan+infj"), complex(), complex(2), complex(1, 2), complex(1j, 1j), complex("1_0"))
print(repr(1j), repr(-0j), 1 - 0j, complex(-0.0, -0.0), complex(0.0, -0.0), 1e100j, 1e16 + 1e-7j, complex(math.inf, math.nan), -1j)
print(f"{a:.2f} {a:+.1e} {a:g} {a!r:>12} {b:>12.1f}|{b:<12}|{b:^12}| {a:,.1f}", "%s %r" % (a, b), format(1j, ""))
print(bool(0j), bool(1e-300j), hash(2 + 0j) == hash(2), {1: "one"}[1 + 0j], hash(1j) == hash(complex(0, 1)), len({1j, 1j, 1}))
print(sum([1j, 2, 3.5]), math.isclose(abs(1 + 1j), 2**0.5), pow(2j, 2), round(abs(2 - 1j), 3), max([a, b], key=abs))
print(isinstance(1j, complex), type(1j * 1j), (1j).__class__, complex.__mro__[1].__name__, 1j.imag, (2 + 3j).__getnewargs__())
print(1_0.5j, 0x10 + 1e-1j, 1j.real.hex(), -(2 + 1j) ** 2, a != b, not 0j, 1 if 0j else 2, a in [3 + 4j])


class Phasor(complex):
    def __repr__(self):
        return f"{abs(self):.3f}∠{math.degrees(math.atan2(self.imag, self.real)):.1f}°"


print(Phasor(1, 1), [Phasor(0, 2)], type(Phasor(1) + 1).__name__, f"{Phasor(1, 2):.1f}", Phasor(3j) == 3j)


class Both:
    def __complex__(self):
        return 5 - 1j

    def __radd__(self, other):
        return ("radd", other)


print(complex(Both()), 1j + Both())
for attempt in (
    lambda: 1j < 2,
    lambda: 1j // 1,
    lambda: 1j % 1,
    lambda: divmod(1j, 1),
    lambda: int(1j),
    lambda: float(1 + 0j),
    lambda: complex("1 + 2j"),
    lambda: complex("x"),
    lambda: complex(1, "2"),
    lambda: complex("1", 2),
    lambda: complex([]),
    lambda: 1j / 0,
    lambda: 0j**-1,
    lambda: pow(1j, 2, 3),
    lambda: f"{1j:d}",
    lambda: f"{1j:010}",
    lambda: f"{1j:=10}",
    lambda: "%d" % 1j,
    lambda: "%.1f" % 1j,
    lambda: math.sqrt(1j),
    lambda: round(1j),
    lambda: sorted([1j, 2j]),
    lambda: 1j.real.nothing,
    lambda: (1e308 + 1j) ** 3,
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
