"""slice objects: their parts, the indices they mean, and comparing them."""

s = slice(1, 10, 3)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice("a", [1], None))
for made in (slice(None), slice(2, None), slice(-3, None), slice(None, None, -1), slice(10, -10, -2), slice(2**70)):
    print(made, made.indices(6), list(range(*made.indices(6))), "abcdef"[made])
print(slice(None).indices(0), slice(None, None, -1).indices(0), slice(3).indices(2**80))
print(s == slice(1, 10, 3), s != slice(1, 10), s < slice(1, 11), slice(1, 2) == (1, 2, None))


class Probe:
    def __getitem__(self, key):
        return key


probe = Probe()
print(probe[1:2], probe[::], probe[1:2, 3], probe[...], probe[:, None, ..., ::2], probe[()], probe[(1, 2)])
print(probe[lambda: 1 :].start(), probe["a":"b"], probe[*[1, 2]], probe[*"ab", 3:4])

for attempt in (
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: slice(1, 2, 0).indices(5),
    lambda: slice(1.5).indices(5),
    lambda: slice(1).indices(-1),
    lambda: slice(1).indices("a"),
    lambda: hash(s),
    lambda: {s: 1},
    lambda: s < 5,
    lambda: s.__setattr__("start", 3),
    lambda: [1, 2][slice("a", "b")],
    lambda: "text"[1:2:0],
    lambda: (1, 2)[None:None:"x"],
):
    try:
        print(attempt())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print("abcdef"[Index(1) : Index(-1)], [0, 1, 2, 3][Index(3) :: Index(-2)], slice(Index(2)).indices(9))
