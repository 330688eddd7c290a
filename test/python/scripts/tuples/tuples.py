"""Tuples: making, methods, identity of what stays the same, hashes."""

empty, single = (), (1,)
print(empty, single, tuple("ab"), tuple([1, 2]), (1, (2, 3)), 1, 2)
print(single + (2,), single * 3, 0 * single, (1, 2, 1).count(1), (1, 2, 1).index(1, 1))
print((1, 2, 3)[1:], (1, 2, 3)[::-1], (1, 2, 3)[-1], (1, 2, 3)[True], 2 in (1, 2))
whole = (1, 2)
print(whole[:] is whole, tuple(whole) is whole, whole + () is whole, whole * 1 is whole)
print(hash((1, 2)) == hash((1.0, 2)), hash(()), hash((1,)), hash((1, 2, 3)), hash((-1, 0)))
print({(1, "a"): "found"}[(1.0, "a")], len({(0, 0), (0.0, False)}))

for attempt in (
    lambda: whole[2],
    lambda: whole["a"],
    lambda: whole.index(3),
    lambda: whole.__setitem__(0, 1),
    lambda: whole + [1],
    lambda: whole + 1,
    lambda: whole * 1.0,
    lambda: tuple(5),
    lambda: tuple(1, 2),
    lambda: tuple(a=1),
    lambda: hash(([],)),
    lambda: whole.append(3),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
try:
    whole[0] = 5
except TypeError as error:
    print(error)
try:
    del whole[0]
except TypeError as error:
    print(error)

part = ([],)
try:
    part[0] += [1]
except TypeError as error:
    print(error, part)
loop = ([],)
loop[0].append(loop)
print(loop)


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    x = property(lambda self: self[0])
    y = property(lambda self: self[1])

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


p = Point(1, 2) + Point(3, 4)
print(p, p.x, p == (4, 6), type(p).__name__, type(p[:]).__name__, type(p * 1).__name__, hash(p) == hash((4, 6)))
x, y = p
print(x, y, (*p, 7), tuple[int, ...], Point.__mro__[1].__name__)
