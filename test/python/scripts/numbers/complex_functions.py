"""`cmath`: roots, logarithms and circular functions of complex numbers, and their branch cuts."""

import cmath
import math


def shown(z):
    return f"{z.real:.12g} {z.imag:.12g}"


# Roots of negative numbers exist here; the sign of a zero chooses the side of the cut.
print(cmath.sqrt(-1), cmath.sqrt(-4 + 0j), cmath.sqrt(complex(-4, -0.0)))
print(shown(cmath.log(-1)), shown(cmath.log(complex(-1, -0.0))))
print(shown(cmath.log(8, 2)), shown(cmath.log10(1000j)))

# Euler's identity, up to rounding.
print(shown(cmath.exp(1j * math.pi)), cmath.isclose(cmath.exp(1j * math.pi), -1))

for name in "sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh".split():
    function = getattr(cmath, name)
    print(name, shown(function(0.5)), "|", shown(function(1 - 2j)), "|", shown(function(-3 + 0.25j)))

# Polar coordinates and back.
z = 3 - 4j
length, angle = cmath.polar(z)
print(length, f"{angle:.12g}", f"{cmath.phase(-1j):.12g}", shown(cmath.rect(length, angle)))
print(cmath.rect(2, 0), cmath.rect(0, 5.0), abs(3 + 4j))

# The four roots of z⁴ = 16.
for k in range(4):
    root = cmath.rect(2, cmath.tau * k / 4)
    print(shown(root), cmath.isclose(root**4, 16))

# What is infinite or no number.
print(cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
inf, nan = math.inf, math.nan
for z in (complex(inf, 0), complex(-inf, 1), complex(nan, inf), complex(0, nan)):
    print(cmath.isinf(z), cmath.isnan(z), cmath.isfinite(z), cmath.sqrt(z), cmath.exp(z))
print(cmath.acos(complex(-inf, 2)), cmath.atanh(complex(inf, -1)), cmath.tanh(complex(-inf, 3)))


# Objects may say which complex number they are.
class Impedance:
    def __init__(self, resistance, reactance):
        self.parts = resistance, reactance

    def __complex__(self):
        return complex(*self.parts)


class Wrong:
    def __complex__(self):
        return "1j"


print(cmath.phase(Impedance(1, 1)) == math.pi / 4, cmath.sqrt(Impedance(-9, 0)))

for attempt in (
    lambda: cmath.log(0),
    lambda: cmath.atanh(1),
    lambda: cmath.exp(1000),
    lambda: cmath.cos(complex(inf, 1)),
    lambda: cmath.rect(1, inf),
    lambda: cmath.sqrt("4"),
    lambda: cmath.sqrt(Wrong()),
    lambda: cmath.isclose(1, 1, rel_tol=-1),
    lambda: abs(complex(1e308, 1e308)),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
