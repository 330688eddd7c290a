"""Rational numbers: https://docs.python.org/3.11/library/fractions.html"""

import math
import numbers

__all__ = ["Fraction"]


def _parse(text):
    import re

    match = re.fullmatch(
        r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(?:_\d+)*)"
        r"(?:(?:\s*/\s*(?P<denom>\d+(?:_\d+)*))?"
        r"|(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(?:_\d+)*))?)\s*",
        text,
    )
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    top = int(match["num"] or "0")
    bottom = 1
    if match["denom"]:
        bottom = int(match["denom"])
    else:
        if match["decimal"]:
            places = match["decimal"].replace("_", "")
            bottom = 10 ** len(places)
            top = top * bottom + int(places)
        if match["exp"]:
            exponent = int(match["exp"])
            if exponent >= 0:
                top *= 10**exponent
            else:
                bottom *= 10**-exponent
    return (-top if match["sign"] == "-" else top), bottom


class Fraction(numbers.Rational):
    """A numerator over a positive denominator, in lowest terms; it does not change."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
                if denominator == 0:
                    raise ZeroDivisionError(f"Fraction({numerator}, 0)")
            elif isinstance(numerator, float) or type(numerator).__name__ == "Decimal":
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(
                f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})"
            )
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        from decimal import Decimal

        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(
                f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} "
                f"({type(dec).__name__})"
            )
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is no larger, by continued fractions."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            q2 = q0 + whole * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q2
            n, d = d, n - whole * d
        k = (max_denominator - q0) // q1
        # The best below and above: which is nearer?
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _operators(exact, fallback, name):
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, b)
            if isinstance(b, float):
                return fallback(float(a), b)
            if isinstance(b, complex):
                return fallback(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(a, b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if isinstance(a, numbers.Complex):
                return fallback(complex(a), complex(b))
            return NotImplemented

        forward.__name__ = f"__{name}__"
        reverse.__name__ = f"__r{name}__"
        return forward, reverse

    __add__, __radd__ = _operators(
        lambda a, b: Fraction(
            a.numerator * b.denominator + b.numerator * a.denominator,
            a.denominator * b.denominator,
        ),
        lambda a, b: a + b,
        "add",
    )
    __sub__, __rsub__ = _operators(
        lambda a, b: Fraction(
            a.numerator * b.denominator - b.numerator * a.denominator,
            a.denominator * b.denominator,
        ),
        lambda a, b: a - b,
        "sub",
    )
    __mul__, __rmul__ = _operators(
        lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator),
        lambda a, b: a * b,
        "mul",
    )

    def _divide(a, b):
        top = a.numerator * b.denominator
        bottom = a.denominator * b.numerator
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        return Fraction(top, bottom)

    __truediv__, __rtruediv__ = _operators(_divide, lambda a, b: a / b, "truediv")

    def _floor_divide(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    __floordiv__, __rfloordiv__ = _operators(_floor_divide, lambda a, b: a // b, "floordiv")

    def _divmod(a, b):
        common = a.denominator * b.denominator
        quotient, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return quotient, Fraction(rest, common)

    __divmod__, __rdivmod__ = _operators(_divmod, divmod, "divmod")

    def _modulo(a, b):
        common = a.denominator * b.denominator
        return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), common)

    __mod__, __rmod__ = _operators(_modulo, lambda a, b: a % b, "mod")
    del _operators, _divide, _floor_divide, _divmod, _modulo

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction(a._numerator**power, a._denominator**power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            return Fraction(a._denominator**-power, a._numerator**-power)
        return float(a) ** b

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator)

    def __int__(a):
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __trunc__(a):
        return int(a)

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice < self._denominator:
                return floor
            if twice > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # A fraction that equals an int or a float has its hash, and is the same key.
        if self._denominator == 1:
            return hash(self._numerator)
        if self._denominator & (self._denominator - 1) == 0:
            try:
                near = self._numerator / self._denominator
            except OverflowError:
                near = None
            if near is not None and near == self:
                return hash(near)
        try:
            inverse = pow(self._denominator, -1, 2**61 - 1)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _order(self, other, decide):
        if isinstance(other, numbers.Rational):
            return decide(
                self._numerator * other.denominator, self._denominator * other.numerator
            )
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return decide(0.0, other)
            return decide(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._order(b, lambda x, y: x < y)

    def __gt__(a, b):
        return a._order(b, lambda x, y: x > y)

    def __le__(a, b):
        return a._order(b, lambda x, y: x <= y)

    def __ge__(a, b):
        return a._order(b, lambda x, y: x >= y)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(*self.as_integer_ratio())

    def __deepcopy__(self, memo):
        return self.__copy__()
