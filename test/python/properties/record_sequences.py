"""Records what CPython makes of random slices and random sorts: python3.11 record_sequences.py

The programs are made from a seed, so that recording again changes nothing. slicing.json and
sorting.json have expressions by subject, each with the ascii() of its repr or error.
"""

import json
import os
import random

random.seed(312)
BOUNDS = [None, *range(-7, 8), 2**63, -(2**70)]
STEPS = [None, 1, 2, 3, -1, -2, -5, 0, 2**65, -(2**65)]
ATTEMPT = '''
def outcome(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"
'''
SET = '''
def assigned(items, key, values):
    items[key] = values
    return items

def deleted(items, key):
    del items[key]
    return items
'''
KEYED = '''
class Told:
    """Tells of each comparison."""
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        told.append((self.value, other.value))
        return self.value < other.value

def comparisons(values):
    told.clear()
    try:
        result = [t.value for t in sorted(map(Told, values))]
    except TypeError as error:
        result = str(error)
    return result, list(told)

def left(values, **how):
    values = list(values)
    try:
        values.sort(**how)
    except TypeError as error:
        return str(error), values
    return values

told = []
'''


def part():
    return f"slice({random.choice(BOUNDS)}, {random.choice(BOUNDS)}, {random.choice(STEPS)})"


def items(most=7):
    return list(range(random.randrange(most)))


def sequence():
    length = random.randrange(7)
    return random.choice([list(range(length)), tuple(range(length)), "abcdé😀"[:length], b"abcdef"[:length],
                          range(length), range(3, 3 + 2 * length, 2), range(2**70, 2**70 + length)])


def values():
    kind = random.choice(["ints", "floats", "words", "pairs", "mixed", "runs"])
    count = random.choice([0, 1, 2, 3, 8, 20, 63])
    if kind == "ints":
        return [random.randrange(-9, 10) for _ in range(count)]
    if kind == "floats":
        return [random.choice([1.5, -0.0, 0, 2**60, 1e300, True, 3]) for _ in range(count)]
    if kind == "words":
        return ["".join(random.choice("abB é😀\uffff") for _ in range(random.randrange(4))) for _ in range(count)]
    if kind == "pairs":
        return [(random.randrange(3), random.choice("xyz")) for _ in range(count)]
    if kind == "mixed":
        return [random.choice([1, 2.5, "a", None, (1,)]) for _ in range(min(count, 5))]
    start = random.randrange(50)
    return [*range(start, start + count // 2), *range(start, start - count // 2, -1)]


SLICING = {
    "reading": lambda: f"{sequence()!r}[{part()}]",
    "assigning": lambda: f"assigned({items()}, {part()}, {random.choice(['abc'[: random.randrange(4)], items(4)])!r})",
    "deleting": lambda: f"deleted({items()}, {part()})",
    "indices": lambda: f"{part()}.indices({random.choice([0, 1, 5, 2**66])})",
}
SORTING = {
    "sorted": lambda: f"sorted({values()!r}, reverse={random.random() < 0.4})",
    "keys": lambda: f"sorted({values()!r}, key={random.choice(['repr', 'str', 'lambda v: len(str(v))', 'type', 'id and hash'])}, reverse={random.random() < 0.4})".replace("id and hash", "lambda v: 0"),
    "comparisons": lambda: f"comparisons({values()!r})",
    "what is left": lambda: f"left({values()!r}, reverse={random.random() < 0.4})",
    "extremes": lambda: f"({(v := values())!r}, min({v!r}, default=None), max({v!r}, default=None))",
}


def record(name, preamble, subjects, count):
    made = {"preamble": preamble, "subjects": {}}
    for subject, expression in subjects.items():
        namespace = {}
        exec(preamble, namespace)
        calls = [expression() for _ in range(count)]
        made["subjects"][subject] = [
            (call, ascii(namespace["outcome"](eval(f"lambda: {call}", namespace)))) for call in calls
        ]
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, name), "w") as out:
        json.dump(made, out, indent=0)


record("slicing.json", ATTEMPT + SET, SLICING, 250)
record("sorting.json", ATTEMPT + KEYED, SORTING, 60)
