"""Decorators: with and without arguments, stacked, on classes and methods; `wraps`, `partial`, `reduce`."""

import functools
import operator
import time
from functools import partial, partialmethod, reduce, singledispatch, total_ordering, wraps


def counted(function=None, *, label="calls"):
    """Usable as @counted and as @counted(label=...)."""
    if function is None:
        return partial(counted, label=label)

    @wraps(function)
    def wrapper(*args, **kwargs):
        setattr(wrapper, label, getattr(wrapper, label, 0) + 1)
        return function(*args, **kwargs)

    return wrapper


@counted
def double(x: int) -> int:
    "Twice x."
    return 2 * x


@counted(label="times")
@counted
def half(x):
    return x / 2


print(double(3), double(x=4), double.calls, double.__name__, double.__doc__, double.__wrapped__(5), double.__annotations__)
print(half(8), half(half(8)), half.times, half.__wrapped__.calls)


class register:
    """A decorator that is a class, with a table of its own."""

    table = {}

    def __init__(self, name):
        self.name = name

    def __call__(self, target):
        if self.name in self.table:
            raise KeyError(f"{self.name!r} is taken by {self.table[self.name].__qualname__}")
        self.table[self.name] = target
        return target


@register("relu")
def relu(x):
    return max(x, 0)


@register("linear")
class Linear:
    def __init__(self, w=1, b=0):
        self.w, self.b = w, b

    def __call__(self, x):
        return self.w * x + self.b

    double = partialmethod(lambda self, factor, x: self(x) * factor, 2)


print({name: what(3) if name == "relu" else what(2, 1)(3) for name, what in register.table.items()}, Linear(3).double(5))
try:
    register("relu")(print)
except KeyError as error:
    print(error)

power = partial(pow, exp=2)
print(power(5), partial(int, base=2)("1011"), partial(partial(max, 3), 7)(5), partial(print, "a", sep="-").keywords)
print(repr(partial(operator.add, 1)), partial(sorted, key=len).func is sorted)
print(reduce(operator.mul, range(1, 6)), reduce(lambda a, b: f"({a}{b})", "abc", "·"), reduce(max, [3], 9))
try:
    reduce(operator.add, [])
except TypeError as error:
    print(error)


@singledispatch
def describe(value):
    return f"something: {value!r}"


@describe.register(int)
@describe.register(float)
def _(value):
    return f"number {value}"


@describe.register
def _(value: list):
    return "list of " + ", ".join(map(describe, value))


print(describe([1, 2.5, "x", [True]]), describe.dispatch(bool) is describe.dispatch(int), len(describe.registry))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version("1.10") > Version("1.9"), Version("2.0") <= Version("2.0"), sorted(map(Version, ["2.1", "1.13"]))[0].parts)


@functools.lru_cache(maxsize=3)
def slow(n):
    return n if n < 2 else slow(n - 1) + slow(n - 2)


print(slow(30), slow.cache_info(), slow.cache_parameters(), slow.__wrapped__(5))
slow.cache_clear()
print(slow.cache_info().currsize, sorted("b a C".split(), key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))


class Data:
    reads = 0

    @functools.cached_property
    def rows(self):
        Data.reads += 1
        return [1, 2]


data = Data()
print(data.rows is data.rows, Data.reads, data.__dict__)
del data.rows
print(data.rows, Data.reads, type(Data.rows).__name__)
