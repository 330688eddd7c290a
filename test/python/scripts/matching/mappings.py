"""Mapping patterns: keys that are there, the rest, and mappings of one's own."""
from collections import OrderedDict, defaultdict
import collections.abc


def describe(value):
    match value:
        case {'kind': 'point', 'at': (x, y)}:
            return f'point {x} {y}'
        case {'kind': kind, **rest}:
            return f'{kind} {rest}'
        case {1: one, 2.0: two}:
            return f'numbers {one} {two}'
        case {}:
            return 'another mapping'
        case _:
            return 'none'


for value in [
    {'kind': 'point', 'at': [1, 2]}, {'kind': 'point', 'at': 5}, {'kind': 'line', 'from': 1}, {1: 'a', 2: 'b', 3: 'c'},
    {}, OrderedDict(kind='ordered'), [('kind', 1)], 'kind', None,
]:
    print(describe(value))

made = defaultdict(list, a=1)
match made:
    case {'b': value}:
        print('made', value)
    case {'a': value}:
        print('found', value, dict(made))


class Keys:
    first, second = 'a', 'b'


match {'a': 1, 'b': 2, 'c': 3}:
    case {Keys.first: x, Keys.second: y, **others}:
        print(x, y, others)
try:
    Keys.second = 'a'
    match {'a': 1, 'b': 2}:
        case {Keys.first: x, Keys.second: y}:
            print('both')
except ValueError as error:
    print(error)


class Squares(collections.abc.Mapping):
    def __getitem__(self, key):
        print('get', key)
        if not isinstance(key, int):
            raise KeyError(key)
        return key * key

    def __iter__(self):
        return iter([1, 2, 3])

    def __len__(self):
        return 3


match Squares():
    case {'x': _}:
        print('never')
    case {2: 4, **rest}:
        print('rest', rest)
