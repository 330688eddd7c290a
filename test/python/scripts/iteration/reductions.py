"""sum, min, max, any, all and len over iterables of every kind."""

print(sum([1, 2]), sum([], 5), sum([0.1] * 3), sum([[1], [2]], []), sum((1, 2), start=10), sum([True, True]))
print(min(3, 1, 2), max("apple", "fig", key=len), min([], default=None), max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get))
print(min((2, "b"), (2, "a")), max([[1], [1, 0]]), min("b", "a", key=ord), max([1, 1.0, True]), min(iter([4, 3])))
print(any([]), all([]), any([0, "", [1]]), all([1, "a", []]), any(x > 2 for x in (1, 3)), all(map(str.isdigit, "12")))
print(len("aé😀"), len({1: 2}), len(range(0, 10, 3)), len(b"ab"), len([[]]))
nan = float("nan")
print(max(nan, 1), max(1, nan), min([nan, 0]), sum([1e308, 1e308]), sum([2**70, 1]))

consumed = iter([0, 0, 5, 6])
print(any(consumed), next(consumed))


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


for attempt in (
    lambda: sum(["a", "b"]),
    lambda: sum(["a"], ""),
    lambda: sum([b"a"], b""),
    lambda: sum([[1], 2], []),
    lambda: sum(5),
    lambda: min([]),
    lambda: max(()),
    lambda: min(5),
    lambda: max(1, 2, default=3),
    lambda: min(1, "a"),
    lambda: max([1, None]),
    lambda: min(),
    lambda: min([1], key=5),
    lambda: len(5),
    lambda: len(iter([])),
    lambda: len(Sized(-1)),
    lambda: len(Sized(1.5)),
    lambda: len(Sized(2**64)),
    lambda: any(5),
    lambda: all(),
    lambda: bool(Sized("a")),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(len(Sized(True)), bool(Sized(0)), bool(Sized(3)))
