"""Enum members: values, aliases, look-up, auto, methods, flags and their boundaries, and what is refused."""
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = RED
    _ignore_ = ["helper"]
    helper = 5

    @property
    def hot(self):
        return self is Color.RED

    @classmethod
    def first(cls):
        return next(iter(cls))

    def __str__(self):
        return self.name.title()


print(Color.RED, repr(Color.RED), Color.CRIMSON is Color.RED, list(Color), len(Color), Color(2), Color["GREEN"], Color.__members__)
print(Color.RED.hot, Color.first(), Color.RED.name, Color.RED.value, f"{Color.RED} {Color.RED!r:>18} {Color.GREEN:>7}", {Color.RED: 1}, Color.RED in Color, hasattr(Color, "helper"))
for text in ["Color(9)", "Color['BLUE']", "Color.BLUE", "Color.RED < Color.GREEN", "Color.RED == 1", "type('Sub', (Color,), {})", "setattr(Color, 'RED', 5)", "delattr(Color, 'RED')", "setattr(Color, 'NEW', 5)", "1 in Color", "Color.RED.value", "Color()", "Color.RED.RED", "Color.RED.GREEN", "isinstance(Color.RED, Color)", "hash(Color.RED) == hash('RED')", "Color.RED + 1", "list(reversed(Color))", "bool(Color.RED)", "setattr(Color.RED, 'value', 3)", "Color('RED')", "Color(1.0)", "Color([])"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Number(IntEnum):
    ONE = 1
    TWO = auto()
    TEN = 10
    NEXT = auto()


class Word(StrEnum):
    HELLO = auto()
    World = "there"


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.674e-11 * self.mass / self.radius**2, 2)


class Start(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return (name.lower(), start, count, last_values[-1:])

    A = auto()
    B = auto()


class Missing(Enum):
    YES = "yes"

    @classmethod
    def _missing_(cls, value):
        return cls.YES if value in ("y", True) else None


print(Number.TWO + 1, Number.NEXT, repr(Number.TEN), f"{Number.TEN:>4}", Number.ONE < 2, sorted([Number.TEN, Number.ONE]), [10, 20, 30][Number.TWO], Number.TEN == 10.0, type(Number.TWO * 2).__name__)
print(Word.HELLO, repr(Word.World), Word.HELLO.upper(), Word("there"), Word.HELLO == "hello", f"{Word.HELLO:>8}", "-".join(Word), {"hello": 1}[Word.HELLO])
print(Planet.EARTH.gravity, Planet.MARS.value, Planet((6.42e23, 3.39e6)), Start.B.value, Missing("y"), Missing(True))


class Permission(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W


class Mode(IntFlag):
    A = auto()
    B = auto()
    C = auto()


P = Permission
print(P.R | P.X, P.RW, repr(P.R | P.W), ~P.R, P(0), repr(P(0)), bool(P(0)), P.R in P.RW, list(P.RW), P.RW & P.W, P.R ^ P.RW, P(7), list(P), len(P), len(P.RW), P.R.name, (P.R | P.X).name, P(0).name)
print(Mode.A | Mode.C, repr(Mode.A | 8), ~Mode.A, Mode(5), Mode.A | 2, Mode.B & 2, 3 & Mode.A, list(Mode(7)), Mode.A + 1, Mode(16), f"{Mode.A | Mode.B}", repr(Mode(0)))
for text in ["P(8)", "P.R | 1", "P.R | 'a'", "P('R')", "P(-1)", "Mode(-1)", "Number(5)", "Word('x')", "StrEnum('S', {'a': 1})", "Missing('n')", "unique(Color)", "IntEnum('I', 'a b c').c + 0", "list(Enum('Animal', ['CAT', 'DOG']))", "list(Enum('Z', {'a': 1, 'b': 1}).__members__)", "Enum('E', [('x', 7)], module='m', qualname='Q.E').x", "Enum('D', 'a a')", "enum.Enum('Bad', '_x_')"]:
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for body in ["class D(Enum):\n A = 1\n A = 2", "class D(Enum):\n mro = 1", "class D(int, Enum):\n A = 'x'", "class D(Color):\n pass", "class D(StrEnum):\n A = 1", "@unique\nclass D(Enum):\n A = 1\n B = 1", "class D(Flag):\n A = 'x'\n B = auto()", "class D(Enum):\n _private_ = 3", "class D(enum.Flag, boundary=enum.STRICT):\n A = 1\nprint(D(2))", "class D(enum.Flag, boundary=enum.CONFORM):\n A = 1\nprint(repr(D(3)))", "class D(enum.IntFlag, boundary=enum.EJECT):\n A = 1\nprint(repr(D(3)))", "class D(Enum):\n A = []\n B = {}\nprint(D([]), D({}))", "@enum.verify(enum.CONTINUOUS)\nclass D(IntEnum):\n A = 1\n B = 4", "@enum.verify(enum.NAMED_FLAGS)\nclass D(Flag):\n A = 1\n B = 12", "class D(Enum):\n A = enum.nonmember(3)\n @enum.member\n def f(self): pass\nprint(D.A, D.f.name, len(D))", "class D(str, Enum):\n A = 'a'\nprint(D.A, f'{D.A}', '%s' % D.A, D.A == 'a', D.A.value, repr(D.A))", "class D(float, Enum):\n PI = 3.14\nprint(D.PI * 2, D.PI, repr(D.PI), f'{D.PI:.1f}')"]:
    try:
        exec(body)
    except Exception as error:
        print(body.split("\n")[0:2], "->", type(error).__name__, error)
match Color.GREEN, Number.ONE:
    case Color.RED, _:
        print("red")
    case Color.GREEN, Number.ONE:
        print("green and one")
