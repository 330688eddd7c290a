"""min, max, sum, sorted, any and all: keys, defaults, stability, and what they refuse."""

words = ["pear", "fig", "apple", "kiwi", "date"]
print(min(words), max(words), min(words, key=len), max(words, key=len), max(words, key=lambda w: w[-1]))
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)))
print(min(3, 1, 2), max("b", "a"), max([1], [2]), min({3: 1, 2: 5}), max((1, 2), (1, 3)), min([], default=None), max((), default=5, key=len))
print(min(1, 1.0, True), max(1, 1.0, True), max([True, 1, 1.0]), min(0.0, -0.0), max(-0.0, 0.0), max(float("nan"), 1), max(1, float("nan")))
print(sum([]), sum([1, 2], 10), sum([[1], [2]], []), sum((1, 2.5)), sum([True, True]), sum([0.1] * 10), sum(range(101)), sum([2**70, 1]), sum([1j, 2]), sum((("a",), ("b",)), ()), sum(iter([1]), start=5))
print(any([]), all([]), any([0, "", None]), any([0, 3]), all([1, []]), any(x > 2 for x in [1, 3]), all(iter([1, 2])))
consumed = iter([0, 1, 2])
print(any(consumed), list(consumed))
for text in ["min()", "min([])", "max(5)", "min(1, 'a')", "max([1, 'a'])", "min([], key=len)", "min(1, 2, default=3)", "max(1, 2, key=5)", "min([1, 2], key=lambda: 0)", "max(default=1)", "sum(5)", "sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')", "sum([1], [])", "sum()", "sum([[1]])", "sorted(5)", "sorted([1, 'a'])", "sorted([1], len)", "sorted([1, 2], key=5)", "sorted([1], reverse='x')", "sorted()", "sorted([1, 2], key=None)", "sorted([None, None])", "any(5)", "all(None)", "max([1], foo=1)", "min(None)", "sorted({2: 'a', 1: 'b'})", "sorted('hello')", "sorted([[2], [1, 5], []])", "sorted([(1, 'b'), (1, 'a')])", "sorted([1j, 2j])", "max({})", "any(1, 2)", "[3, 1].sort(lambda x: x)", "[3, 'a'].sort()"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
records = [("a", 2), ("b", 1), ("c", 2), ("d", 1), ("e", 0)]
print(sorted(records, key=lambda r: r[1]))
print(sorted(records, key=lambda r: r[1], reverse=True))
print(list(reversed(sorted(reversed(records), key=lambda r: r[1]))))


class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


versions = [Version(t) for t in ("1.10", "1.9", "1.2.3", "0.9")]
print(sorted(versions), min(versions), max(versions), sorted(versions, reverse=True))
calls = []


def key(value):
    calls.append(value)
    return -value


print(sorted([3, 1, 2], key=key), calls)
numbers = [5, 2, 8]
print(numbers.sort(), numbers, numbers.sort(key=lambda n: n % 5), numbers)


def tampering(value):
    shared.append(value)
    return value


shared = [3, 1, 2]
try:
    shared.sort(key=tampering)
except ValueError as error:
    print(error, shared)


def failing(value):
    if value == 2:
        raise KeyError("two")
    return value


partly = [3, 1, 2]
try:
    partly.sort(key=failing)
except KeyError as error:
    print(repr(error), sorted(partly))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda n: n % 2, range(5))))
print([*zip("ab", [1, 2], (True, False))], list(enumerate("ab", 5)), list(reversed(range(3))), [*map(str, [1, None])])
