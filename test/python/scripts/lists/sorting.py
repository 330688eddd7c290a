"""list.sort and sorted: stability, keys, reversing, what a program does meanwhile."""

words = ["banana", "Apple", "cherry", "apple", "Banana", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda pair: pair[0]), sorted(pairs, key=lambda pair: pair[0], reverse=True))
print(sorted([3, 1.5, True, -2, 2**70, float("inf")]), sorted("python"), sorted({3: 0, 1: 0}))
print(sorted([[2], [1, 5], [1]]), sorted([(1, "a"), (1, "B")]))


class Reversed:
    compared = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Reversed.compared += 1
        return self.value > other.value

    def __repr__(self):
        return f"R{self.value}"


print(sorted(map(Reversed, [1, 3, 2])), Reversed.compared > 0)
print(min(map(Reversed, [1, 3, 2])), sorted([], key=None))

meddled = [3, 2, 1]
try:
    meddled.sort(key=lambda value: meddled.append(value) or value)
except ValueError as error:
    print(error, meddled)
seen = []
watched = [3, 1, 2]
watched.sort(key=lambda value: seen.append(list(watched)) or value)
print(watched, seen)
failing = [3, "a", 1]
for attempt in (
    failing.sort,
    lambda: sorted([1, None]),
    lambda: sorted([{}, {}]),
    lambda: sorted([1j, 2]),
    lambda: sorted(),
    lambda: sorted([1], lambda x: x),
    lambda: sorted(5),
    lambda: [1].sort(None),
    lambda: [2, 1].sort(key=5),
    lambda: sorted([1, 2], reverse="x"),
    lambda: sorted([2, 1], reverse=None),
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
print(sorted(failing, key=str), failing.sort(key=repr), failing)
nan = float("nan")
print(sorted([2, nan, 1]), sorted([nan, 3, 1, 2]))
