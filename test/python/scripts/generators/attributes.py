"""What a generator tells about itself while it runs."""

import types


def counting(limit):
    """Counts."""
    n = 0
    while n < limit:
        states.append((gen.gi_running, gen.gi_suspended))
        yield n
        n += 1
    return "done"


states = []
gen = counting(2)
print(type(gen).__name__, gen.__name__, gen.__qualname__, isinstance(gen, types.GeneratorType))
print(gen.gi_running, gen.gi_suspended, gen.gi_frame.f_locals, gen.gi_yieldfrom)
print(gen.gi_code is counting.__code__, gen.gi_code.co_name, iter(gen) is gen, hasattr(gen, "__len__"))
next(gen)
print(gen.gi_suspended, gen.gi_frame.f_locals, states)
print(list(gen), gen.gi_frame, gen.gi_suspended)
gen.__name__ = "renamed"
gen.__qualname__ = "Qualified"
print(gen.__name__, repr(gen).split(" at ")[0])
for attempt in (
    lambda: setattr(gen, "__name__", 5),
    lambda: setattr(gen, "gi_running", True),
    lambda: setattr(gen, "other", 1),
    lambda: len(gen),
    lambda: gen[0],
    lambda: gen + gen,
    lambda: type(gen)(),
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

squares = (n * n for n in range(5))
print(squares.__name__, next(squares), sum(squares), list(squares))
print([name for name in dir(squares) if not name.startswith("_")])


class Walker:
    def __iter__(self):
        yield from "ab"

    def method(self):
        yield self


print(list(Walker()), Walker().method().__qualname__, [*Walker()], dict(zip(Walker(), Walker())))


def has_yield():
    return
    yield


def empty_yield():
    x = yield
    print("x", x)


print(list(has_yield()), [*empty_yield()])
