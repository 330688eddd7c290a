"""match: every kind of pattern in one function, guards, bindings, and what compile() refuses."""
from collections import OrderedDict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: int


class Positional:
    __match_args__ = ("first", "second")

    def __init__(self, *values):
        if values:
            self.first = values[0]
        if len(values) > 1:
            self.second = values[1]


class constants:
    LIMIT = 10


P = namedtuple("P", "a b")


def kind(value):
    match value:
        case None | True | False:
            return f"singleton {value}"
        case -1 | 2.5 | 3 + 4j | -0.5 - 1j:
            return f"number {value}"
        case "a" "b" | b"bytes":
            return "literal text"
        case constants.LIMIT:
            return "limit"
        case Color.RED:
            return "red"
        case int(n) if n > 100:
            return f"big {n}"
        case bool() | int():
            return "int"
        case str() as text if len(text) == 1:
            return f"character {text}"
        case str(text):
            return f"text {text}"
        case float(x):
            return f"float {x}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [Point(x=0, y=0), *_]:
            return "starts at the origin"
        case [1, [2, *inner], *rest]:
            return f"nested {inner} {rest}"
        case ["go", ("north" | "south") as way]:
            return f"go {way}"
        case [first, *middle, last] if first == last:
            return f"ends alike around {middle}"
        case P(a, b=5):
            return f"named tuple {a}"
        case (a, b):
            return f"pair {a} {b}"
        case [*everything]:
            return f"sequence {len(everything)}"
        case {"type": "circle", "r": float(r) | int(r)}:
            return f"circle {r}"
        case {"type": str(t), **rest} if rest:
            return f"{t} with {rest}"
        case {1: _, -2: [x, *_]}:
            return f"keys {x}"
        case {}:
            return f"mapping {len(value)}"
        case Point(0, y) | Point(y, 0):
            return f"on an axis {y}"
        case Point(x=x):
            return f"point {x}"
        case Positional(first=Positional(inner)):
            return f"inside {inner}"
        case Positional(1, second):
            return f"second {second}"
        case Positional():
            return "positional"
        case type(__name__=name):
            return f"class {name}"
        case _:
            return f"other {type(value).__name__}"


for value in [None, True, 0, -1, 2.5, 3 + 4j, -0.5 - 1j, "ab", b"bytes", 10, Color.RED, 101, 5, "x", "xyz", "", 1.5, [], (), [7], [Point(0, 0), 1], [1, [2, 3], 4], [1, [2]], ["go", "north"], ["go", "up"], (1, 2, 1), P(4, 5), P(1, 2), [1, 2, 3], range(3), deque([1, 1]), {"type": "circle", "r": 2}, {"type": "circle"}, {"type": "sq", "w": 1}, {1: 0, -2: "ab"}, {1: 0, -2: [8]}, {}, OrderedDict(a=1), Point(0, 3), Point(4, 0), Point(1, 1), Positional(Positional("p")), Positional(1, 2), Positional(1), Positional(), int, {1, 2}, iter([]), bytearray(b"x"), ..., 10**20, 1.0, True + 0]:
    print(repr(value) if "object" not in repr(value) else type(value).__name__, "->", kind(value))


def failing(value, pattern):
    try:
        exec(f"match value:\n    case {pattern}:\n        print({pattern!r}, 'matches')\n    case _:\n        print({pattern!r}, 'does not match')", {**globals(), "value": value})
    except (TypeError, AttributeError, NameError, ValueError) as error:
        print(pattern, "->", type(error).__name__, error)


for value, pattern in [(1, "int(1, 2)"), (1, "kind()"), (Point(1, 2), "Point(1, 2, 3)"), (Point(1, 2), "Point(1, x=1)"), (Point(1, 2), "Point(z=1)"), (1, "nothing.here"), (1, "constants.NOPE"), (1, "undefined()"), ({"a": 1}, "{constants.LIMIT: 1}"), ({"LIMIT": 1}, "{'LIMIT': 1, **r}"), (1, "int(real=1, imag=0)"), ("abc", "str(x)"), ({1: 2}, "dict(x)"), (P(1, 2), "(1, 2)"), ([1, 2], "tuple()"), ("ab", "[a, b]"), ({10: 1, "k": 2}, "{constants.LIMIT: 1, 'k': 2}")]:
    failing(value, pattern)
for pattern in ["x | 1", "x | y", "[x, x]", "{'a': 1, 'a': 2}", "{**r, 'a': 1}", "{**_}", "[*a, *b]", "Point(x=1, x=2)", "Point(x=1, 2)", "_ as x", "x as _", "1 + 2", "-x", "f'{x}'", "a.b.c()", "(x)", "(x,)", "*x, y", "x, y", "1 as x.y", "{x: 1}", "not 1", "1 < 2", "[1, *_]", "'a' 'b'", "b'a' 'b'", "None()", "x if y", "(1 | 2) as z", "Point(1 as a, y=2 | 3)", "1j + 1", "1 - 2j", "1 + 2", "-1 + -2j", "[(x | 1)]", "{'a': x, 'b': x}", "Point(x, y=x)", "lambda: 1", "x := 1", "...", "{1: _, 1: _}", "{True: _, 1: _}"]:
    try:
        compile(f"match v:\n case {pattern}: pass\n case _: pass", "m", "exec")
        print(pattern, "compiles")
    except SyntaxError as error:
        print(pattern, "->", error.msg)
match = case = type_ = 5
match[0:1] if False else None
print(match, case, match * case, -match)
