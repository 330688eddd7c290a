"""Stars in displays, in calls, in return and in subscripts."""

some, more = [1, 2], {"k": 3, "j": 4}
print([*some, *more], (*some,), {*some, *some, 9}, {**more, "k": 5}, {"k": 0, **more})
print([*"ab", *range(2), *{}, *(n for n in some)], (*(), 1, *[]), [*[*[1]]])
print({**{"a": 1}, **{}, "b": 2, **{"a": 3}}, {**dict(zip("xy", some))})


def show(*args, **kwargs):
    return args, kwargs


print(show(*some, 3, *"z"), show(**more, x=1), show(*[], **{}), show(*some, key=1, **{"other": 2}))
print(show(*more), show(*more.items()), print("a", *some, sep="-"))


def several():
    return 0, *some


def generates():
    yield 0, *some


print(several(), list(generates()), [x for x in (*some, 3)], *some)


def positional(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


print(positional(*[1], d=4), positional(1, 2, **{"c": 9, "d": 8}), positional(*some, *[7], d=0, **{"e": 1}))

for attempt in (
    lambda: [*5],
    lambda: {*5},
    lambda: {**5},
    lambda: {**[1]},
    lambda: show(*5),
    lambda: show(**5),
    lambda: show(**{1: 2}),
    lambda: show(a=1, **{"a": 2}),
    lambda: show(**{"a": 1}, **{"a": 2}),
    lambda: positional(*some, *some, d=1),
    lambda: positional(),
    lambda: positional(1, **{"b": 2, "d": 3}),
    lambda: positional(1, d=1, **{"zz": 1}),
    lambda: {*[[]]},
    lambda: [*None],
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)


class Mapping:
    def keys(self):
        return iter("ab")

    def __getitem__(self, key):
        return key.upper()


print({**Mapping()}, show(**Mapping()), show(*Mapping().keys()))
