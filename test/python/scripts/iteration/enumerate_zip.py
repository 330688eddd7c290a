"""enumerate, zip, map, filter and reversed are lazy iterators."""

print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=2)), next(enumerate("z", 2**70)))
print(list(zip()), list(zip("abc", [1, 2])), list(zip("ab", (1, 2), {3: 0, 4: 0})), dict(zip("ab", range(2))))
print(list(map(str, [1, None])), list(map(pow, [2, 3], [3, 2])), list(map(max, "ab", "ba", "cc")))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(str.isupper, "aBcD")), list(filter(bool, [0, 2])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"x": 1, "y": 2})))
columns = list(zip(*[(1, 2), (3, 4)]))
print(columns, list(zip(*columns)))

shared = iter(range(7))
print(list(zip(shared, shared)), next(shared, "used up"))
left, right = iter([1, 2, 3]), iter([1])
print(list(zip(left, right)), next(left))
print(list(zip("ab", "cd", strict=True)))

for attempt in (
    lambda: list(zip("ab", "c", strict=True)),
    lambda: list(zip("a", "bc", strict=True)),
    lambda: list(zip("a", "b", "cd", strict=True)),
    lambda: zip(1),
    lambda: enumerate(),
    lambda: enumerate(5),
    lambda: enumerate("a", "b"),
    lambda: map(str),
    lambda: list(map(5, [1])),
    lambda: list(map(lambda: 0, [1])),
    lambda: filter(None),
    lambda: filter(None, 5),
    lambda: list(filter(5, [1])),
    lambda: reversed(5),
    lambda: reversed({1}),
    lambda: reversed(iter([])),
    lambda: len(zip()),
    lambda: zip()[0],
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Backwards:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return "abc"[index]


class Own:
    def __reversed__(self):
        return "own"


class Never:
    __reversed__ = None


print(list(reversed(Backwards())), reversed(Own()), type(reversed(Backwards())).__name__)
try:
    reversed(Never())
except TypeError as error:
    print(error)
lazy = map(print, ["called"])
print("before", type(lazy).__name__, next(lazy), iter(lazy) is lazy)
print(enumerate[int], isinstance(zip(), zip), [i for i, _ in enumerate("abc") if i])
