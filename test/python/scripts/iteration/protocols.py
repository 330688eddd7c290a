"""iter and next: __iter__, __next__, __getitem__, and a callable with a sentinel."""


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, left):
        self.left = left

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


class Sequence:
    def __getitem__(self, index):
        if index >= 3:
            raise IndexError
        return index * 10


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), 9 in Countdown(3), [*Sequence()], 20 in Sequence())
print(sorted(Sequence(), reverse=True), max(Sequence()), dict(enumerate(Sequence())), list(zip(Sequence(), "ab")))
iterator = iter(Countdown(2))
print(next(iterator), next(iterator), next(iterator, "default"), next(iterator, None))

rolls = iter([3, 5, 6, 1])
print(list(iter(lambda: next(rolls), 6)), next(rolls))
print(list(iter(lambda: 1, 1)), type(iter(int, 1)).__name__, type(iter(Sequence())).__name__)


class NoIter:
    __iter__ = None

    def __getitem__(self, index):
        return index


class Wrong:
    def __iter__(self):
        return 5


class Raises:
    def __iter__(self):
        raise ValueError("in iter")


class RaisesNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("in next")


for attempt in (
    lambda: iter(5),
    lambda: iter(None),
    lambda: iter(NoIter()),
    lambda: iter(Wrong()),
    lambda: list(Raises()),
    lambda: list(RaisesNext()),
    lambda: next([]),
    lambda: next(iter("")),
    lambda: iter(5, 6),
    lambda: iter(),
    lambda: next(),
    lambda: 1 in 5,
    lambda: [*5],
    lambda: sum(5),
    lambda: tuple(Wrong()),
    lambda: list(zip(1)),
    lambda: 3 in NoIter(),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
for item in Countdown(2):
    print("item", item)
else:
    print("no break")
growing = [1]
for item in growing:
    if item < 4:
        growing.append(item + 1)
print(growing)
shrinking = list(range(6))
for item in shrinking:
    shrinking.remove(item)
print(shrinking)
