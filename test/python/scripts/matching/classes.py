"""Class patterns: __match_args__, attributes, built-in classes and their errors."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


class Named:
    __match_args__ = ('name', 'age')

    def __init__(self, name, age):
        self.name, self.age = name, age


def describe(value):
    match value:
        case Point(0, 0):
            return 'origin'
        case Point(x, y=0):
            return f'on the axis at {x}'
        case Point(x=x, y=y) if x == y:
            return f'diagonal {x}'
        case Point():
            return 'elsewhere'
        case Named('Ann' | 'Bob' as name, age):
            return f'{name} {age}'
        case Named(age=age):
            return f'someone of {age}'
        case bool(b):
            return f'bool {b}'
        case int(n) | float(n):
            return f'number {n}'
        case str() as text:
            return f'text {text!r}'
        case list([first, *_]):
            return f'list from {first}'
        case tuple((_, _)) | set() if value:
            return 'pair'
        case dict(d):
            return f'dict {d}'
        case None:
            return 'None'
        case type():
            return f'class {value.__name__}'
        case _:
            return 'unknown'


for value in [
    Point(0), Point(5), Point(3, 3), Point(1, 2), Named('Ann', 3), Named('Eve', 4), True, 7, 2.5, 'x', [1, 2], (1, 2), {'a': 1},
    None, int, 3j,
]:
    print(describe(value))


def error(text, **names):
    try:
        exec(text, names)
    except Exception as problem:
        print(type(problem).__name__, problem)


class Odd:
    __match_args__ = ('a', 'a')
    a = 1


error('match p:\n  case Point(1, 2, 3): pass', p=Point(1), Point=Point)
error('match 1:\n  case int(1, 2): pass')
error('match 1:\n  case name(): pass', name=3)
error('match o:\n  case Odd(1, 1): pass', o=Odd(), Odd=Odd)
error('match o:\n  case Odd(1, a=1): pass', o=Odd(), Odd=Odd)
Odd.__match_args__ = ['a']
error('match o:\n  case Odd(1): pass', o=Odd(), Odd=Odd)
Odd.__match_args__ = (3,)
error('match o:\n  case Odd(1): pass', o=Odd(), Odd=Odd)
del Odd.__match_args__
error('match o:\n  case Odd(1): pass', o=Odd(), Odd=Odd)
