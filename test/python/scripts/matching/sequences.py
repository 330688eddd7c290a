"""Sequence patterns: what is a sequence, stars, and which items are looked at."""
import collections.abc


def shape(value):
    match value:
        case []:
            return 'empty'
        case [x]:
            return f'one: {x}'
        case [x, y]:
            return f'two: {x} {y}'
        case [first, *middle, last]:
            return f'more: {first} {middle} {last}'
        case _:
            return 'no sequence'


for value in [[], (1,), [1, 2], range(5), 'ab', b'ab', bytearray(b'ab'), {1, 2}, {1: 2}, iter([1]), None, [[1]]]:
    print(type(value).__name__, shape(value))


class Counting(collections.abc.Sequence):
    def __len__(self):
        return 1000

    def __getitem__(self, i):
        print('item', i)
        return i


match Counting():
    case [0, *_, 999]:
        print('ends match')
match Counting():
    case [_, _, *_]:
        print('no item is needed')
match Counting():
    case [*_, x, _]:
        print('x', x)


class Registered:
    def __len__(self):
        return 2

    def __iter__(self):
        return iter('xy')


print(shape(Registered()))
collections.abc.Sequence.register(Registered)
print(shape(Registered()))

match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
match (1, 2, 3):
    case (1, 2) | (1, 2, 3) as whole:
        print(whole)
match 1, 2:
    case x, y if x > y:
        print('greater')
    case x, y:
        print('not greater', x, y)
match [[1, 2], 3]:
    case [[a, *b], c]:
        print(a, b, c)
match [i * i for i in range(3)]:
    case [_, _, four]:
        print(four)
