"""Lists and tuples are compared item by item; identity stands for equality."""

nan = float("nan")
print([1, 2] == [1, 2.0], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1] >= [1])
print([nan] == [nan], [nan] == [float("nan")], nan in [nan], [nan].index(nan), [nan].count(nan))
print((1, 2) == [1, 2], (1,) != (2,), (1, "a") < (1, "b"), [] == (), [] != ())
print([1, [2, [3]]] == [1, [2, [3]]], [1, "a"] == [1, b"a"])


class Noisy:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return self.name == getattr(other, "name", other)


a, b, c = map(Noisy, "abc")
print([a, b] == [a, b])
print([a, b] == [a, c])
print(b in [a, b, c], "c" in [a, c], [a, c].index("c"))
print([a] == [a, b])

for attempt in (
    lambda: [1] < (1,),
    lambda: [1] < ["a"],
    lambda: (1, None) > (1, 2),
    lambda: [1] >= None,
    lambda: [1j] < [1],
    lambda: hash([]),
    lambda: hash((1, [2])),
    lambda: {[1]: 2},
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)


class Always:
    def __eq__(self, other):
        return "yes"


print([Always()] == [1], [1, 2].count(Always()), (Always() in [1]), [3].index(Always()))
