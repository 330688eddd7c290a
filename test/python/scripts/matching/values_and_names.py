"""Literals, dotted names, captures, alternatives and guards; when names are bound."""
import enum


class Color(enum.Enum):
    RED = 1
    GREEN = 2


def kind(value):
    match value:
        case 0 | -1:
            return 'small'
        case 1.5 | 2j | 1 + 2j | -1 - 1j:
            return 'number'
        case 'a' 'b' | b'x':
            return 'text'
        case None | True | False:
            return 'constant'
        case Color.RED:
            return 'red'
        case Color.GREEN as color:
            return f'{color.name.lower()}'
        case str() | bytes() as other if len(other) > 2:
            return f'long {other!r}'
        case [int() | float() as n, _] | (_, _, int(n)):
            return f'n is {n}'
        case _:
            return 'other'


for value in [0, -1, 0.0, False, 1, True, 1.5, 2j, 1 + 2j, -1 - 1j, 'ab', b'x', None, Color.RED, Color.GREEN, 'abc', 'a', [3, 4], 'x y'.split(), (1, 2, 3)]:
    print(repr(value), kind(value))


def bound(value):
    x = 'before'
    match value:
        case [x, 1]:
            pass
        case [x, y] if y > 5:
            return 'guard', x, y
    return x


print(bound(['a', 1]), bound(['a', 2]), bound(['a', 9]), bound(5))


class Equal:
    def __eq__(self, other):
        print('compared with', other)
        return other == 2


match Equal():
    case 1:
        print('one')
    case 2 | 3:
        print('two')
match True:
    case 1:
        print('True equals 1')
match 1:
    case True:
        print('never')
    case x if (y := x + 1) and y > 5:
        print('never')
    case x:
        print(x, y)
match = case = _ = 3
match[0] if False else print(match, case, _)
match (case):
    case _: print('soft keywords')
