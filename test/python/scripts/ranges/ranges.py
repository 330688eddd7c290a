"""range: items, slices, comparison, and ranges that no machine integer holds."""

r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:4], r[::-1], r[10:], r[-2:], r[::2])
print(range(5), range(0), range(5, 0), range(5, 0, -2), list(range(5, 0, -2)), range(True))
print(r.start, r.stop, r.step, r.index(8), r.count(8), r.count(9), 11 in r, 11.0 in r, "a" in r)
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 1), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)))
print(bool(range(0)), bool(range(1)), list(reversed(range(0, 10, 4))), tuple(range(3)), sum(range(101)))
print(min(range(5, 9)), max(range(5, 9)), sorted(range(3), reverse=True), {range(2): 1}[range(2)])

big = range(2**70, 2**70 + 10, 4)
print(big, list(big), len(big), big[-1], 2**70 + 4 in big, big.index(2**70 + 8), big[::-1])
print(range(10**20)[10**19], range(-(10**20), 10**20, 10**20)[1:], len(range(2**60)))
print(list(reversed(big)), range(2**100)[2**99 :: 2**98], hash(big) == hash(range(2**70, 2**70 + 12, 4)))

for attempt in (
    lambda: range(),
    lambda: range(1, 2, 3, 4),
    lambda: range(1.0),
    lambda: range("3"),
    lambda: range(1, 2, 0),
    lambda: range(stop=3),
    lambda: r[6],
    lambda: r["a"],
    lambda: r.index(9),
    lambda: r.index("a"),
    lambda: r < r,
    lambda: r + r,
    lambda: len(range(2**64)),
    lambda: r.__setattr__("start", 0),
    lambda: r[::0],
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Five:
    def __index__(self):
        return 5


print(range(Five()), range(0, Five(), 2), r[Five()])
iterator = iter(range(4))
print(next(iterator), iterator.__length_hint__(), list(iterator), next(iterator, "end"), iterator.__reduce__()[1])
try:
    type("Derived", (range,), {})
except TypeError as error:
    print(error)
