"""Records what CPython makes of random calls of methods of str: python3.11 record_strings.py

The calls are made from a seed, so that recording again changes nothing. strings.json has the
expressions with the ascii() of their results, by method.
"""

import json
import os
import random

random.seed(311)
PIECES = ['a', 'b', 'ab', 'ba', ' ', '  ', '\t', '\n', '\r\n', ',', '-', '', 'é', 'ß', 'İ', 'ǆ', 'σς', '😀', '中', '\u2028', '\x1c', 'A', 'Bc', '1', '_', '\u0301', '٣', '½', "'", '"', '\\', '\x00', '\ud800x']


def text(most=7):
    return ''.join(random.choice(PIECES) for _ in range(random.randrange(most)))


def number():
    return random.choice([None, *range(-9, 10)])


def width():
    return random.randrange(-1, 12)


def fill():
    return random.choice(['*', ' ', 'é', '😀'])


def spec():
    return (random.choice(['', '', '*', '😀', '<']) + random.choice('<>^')
            + random.choice(['', '0', '5', '10']) + random.choice(['', '.0', '.2', '.7']) + random.choice(['', 's']))


SEARCHES = ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith')
CALLS = {
    **{name: lambda name=name: f'{text()!r}.{name}({text(2)!r}, {number()}, {number()})' for name in SEARCHES},
    'split': lambda: f'{text()!r}.split({random.choice([None, text(2), text(3)])!r}, {random.randrange(-1, 4)})',
    'rsplit': lambda: f'{text()!r}.rsplit({random.choice([None, text(2), text(3)])!r}, {random.randrange(-1, 4)})',
    'splitlines': lambda: f'{text(9)!r}.splitlines({random.choice([True, False])})',
    'partition': lambda: f'{text()!r}.partition({text(3)!r})',
    'rpartition': lambda: f'{text()!r}.rpartition({text(3)!r})',
    'strip': lambda: f'{text()!r}.{random.choice(["strip", "lstrip", "rstrip"])}({random.choice([None, text(3)])!r})',
    'replace': lambda: f'{text()!r}.replace({text(3)!r}, {text(2)!r}, {random.randrange(-1, 4)})',
    'center': lambda: f'{text()!r}.{random.choice(["center", "ljust", "rjust"])}({width()}, {fill()!r})',
    'zfill': lambda: f'{random.choice(["", "+", "-"]) + text(3)!r}.zfill({width()})',
    'expandtabs': lambda: f'{text(9)!r}.expandtabs({random.randrange(-1, 9)})',
    'cases': lambda: f'{text()!r}.{random.choice(["upper", "lower", "title", "capitalize", "swapcase", "casefold"])}()',
    'classes': lambda: f'{text(3)!r}.is{random.choice(["alpha", "alnum", "digit", "decimal", "numeric", "space", "upper", "lower", "title", "printable", "identifier", "ascii"])}()',
    'affixes': lambda: f'{text()!r}.{random.choice(["removeprefix", "removesuffix"])}({text(3)!r})',
    'slice': lambda: f'{text(9)!r}[{number()}:{number()}:{random.choice([None, 1, 2, 3, -1, -2, -3])}]',
    'compare': lambda: f'{text(3)!r} {random.choice(["<", "<=", ">", "==", "in"])} {text(3)!r}',
    'repr': lambda: f'{random.choice(["repr", "ascii"])}({text(9)!r})',
    'format': lambda: f'format({text(4)!r}, {spec()!r})',
    'percent': lambda: f'{"%" + random.choice(["", "-", "0", " "]) + random.choice(["", "5", "12"]) + random.choice(["", ".0", ".3"]) + random.choice("sra")!r} % ({text(4)!r},)',
    'join': lambda: f'{text(2)!r}.join({[text(3) for _ in range(random.randrange(4))]!r})',
    'encode': lambda: f'{text(5)!r}.encode({random.choice(["utf-8", "utf-16", "latin-1", "ascii", "cp1252"])!r}, {random.choice(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"])!r})',
    'decode': lambda: f'{bytes(random.choice([97, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0xed, 0xa0]) for _ in range(random.randrange(7)))!r}.decode({random.choice(["utf-8", "utf-16-le", "latin-1", "ascii"])!r}, {random.choice(["strict", "ignore", "replace", "backslashreplace", "surrogateescape"])!r})',
}


def outcome(expression):
    try:
        return ascii(eval(expression))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


recorded = {name: [] for name in CALLS}
for name, make in CALLS.items():
    for _ in range(150):
        expression = make()
        recorded[name].append([expression, outcome(expression)])
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'strings.json'), 'w') as out:
    json.dump(recorded, out, indent=0)
    out.write('\n')
