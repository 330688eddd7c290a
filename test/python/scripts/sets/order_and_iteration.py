"""Sets of numbers iterate as CPython's hash tables lie; sets that change meanwhile say so."""

print({5, 3, 1}, {100, 3, 64, 1}, {-1, -2, 0}, {2**40, 7, 2**61}, {1.5, 2.5, 0.5})
print(set(range(20, 0, -3)), {x * x for x in range(12)}, list({9, 8, 17, 16}))
print({(1, 2), (0, 1)}, {True, 2, None is None}, set([10, 5, 10, 15]))
grown = set()
for number in (33, 1, 65, 97, 2):
    grown.add(number)
print(grown, grown - {1}, grown | {129}, grown & {33, 97})
grown.remove(1)
grown.add(161)
print(sorted(grown), max(grown), sum(grown))

try:
    for number in grown:
        grown.add(number + 1000)
except RuntimeError as error:
    print(error)
try:
    for number in grown:
        grown.discard(number)
except RuntimeError as error:
    print(error)
iterator = iter({1, 2})
print(next(iterator), iterator.__length_hint__(), next(iterator), next(iterator, "end"), next(iterator, "end"))


class Tracked(set):
    def add(self, item):
        print("adding", item)
        super().add(item)

    def __contains__(self, item):
        return item == "everything" or super().__contains__(item)


tracked = Tracked([1, 2])
tracked.add(3)
print(tracked, "everything" in tracked, type(tracked | {4}).__name__, type(tracked.copy()).__name__, len(tracked))
print(set[int], frozenset[str], isinstance(tracked, set), tracked == {1, 2, 3})
loop = set()


class Holder:
    def __repr__(self):
        return f"Holder({loop})"


loop.add(Holder())
print(loop)
print(sorted({"b", "a", "c"}), sorted(set("hello")), {"one"}, frozenset(["x"]))
