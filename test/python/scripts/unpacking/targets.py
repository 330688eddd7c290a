"""Unpacking into several targets, nested and starred, from any iterable."""

a, b = 1, 2
a, b = b, a
(c, d), [e, (f,)] = "xy", [3, (4,)]
first, *middle, last = range(5)
*start, end = "abc"
head, *tail = [1]
print(a, b, c, d, e, f, first, middle, last, start, end, head, tail)
(x, *y), *z = [[1, 2, 3], 4, 5]
[p, q], r = {"k": 1, "l": 2}, {7}
print(x, y, z, p, q, r)
a = b = c = []
a.append(1)
print(b, c is a)
i = 0
values = [10, 20, 30]
i, values[i] = 1, "set at one"
print(i, values)
for key, (left, *right) in {"m": (1, 2, 3), "n": "pq"}.items():
    print(key, left, right)
print([u + v for u, v in zip("ab", "cd")], [w for (_, *w) in [(1, 2, 3), "xyz"]])
*everything, = map(str, range(3))
() = []
[] = ""
print(everything)


class Target:
    pass


target = Target()
target.one, target.two = "ab"
slots = [0] * 4
slots[1:3], *target.rest = "ij", 5, 6
print(target.__dict__, slots)

for attempt in (
    "a, b = 1",
    "a, b = None",
    "a, b = [1]",
    "a, b = 'abc'",
    "a, b, c = 1, 2",
    "a, *b = ()",
    "a, *b, c = [1]",
    "(a, b), c = 1, 2",
    "a, b = {1: 2}",
    "[a] = ()",
    "() = [1]",
    "for a, b in [1]: pass",
    "*a, b = 5",
    "a, b = iter([1, 2, 3])",
):
    try:
        exec(attempt)
    except (TypeError, ValueError) as error:
        print(f"{attempt:24}", type(error).__name__, error)


def watched():
    for n in range(5):
        print("asked for", n)
        yield n


try:
    a, b = watched()
except ValueError as error:
    print(error)
