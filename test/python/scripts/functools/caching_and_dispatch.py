"""functools: partial, reduce, wraps, caches, total_ordering, cmp_to_key and single dispatch."""
import functools
from functools import cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


def power(base, exponent=2, /, *rest, scale=1, **more):
    return base**exponent * scale, rest, more


square = partial(power, scale=10)
cube = partial(square, 3, 3, extra=True)
print(square(2), cube(), cube("r", scale=1), cube.func is power, cube.args, cube.keywords, repr(partial(int, base=2)), partial(int, base=2)("101"))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + [b], "ab", []), reduce(max, [3]))
for text in ["reduce(max, [])", "partial()", "partial(5)", "lru_cache(5)(5)", "lru_cache('a')", "total_ordering(type('T', (), {}))"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


def logged(prefix):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **keywords):
            wrapper.calls += 1
            print(prefix, function.__name__, args, keywords)
            return function(*args, **keywords)

        wrapper.calls = 0
        return wrapper

    return decorate


@logged(">>")
def add(a: int, b: int = 1) -> int:
    """Adds."""
    return a + b


print(add(1, b=2), add.calls, add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(5), add.__qualname__)


@lru_cache(maxsize=2)
def fib(n):
    print(f"fib({n})", end=" ")
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(4), fib.cache_info(), fib.cache_parameters())
fib.cache_clear()
print(fib.cache_info(), fib(1), fib(1.0), fib(True), fib.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x, **k):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed(1, a=1), typed.cache_info())
try:
    typed([])
except TypeError as error:
    print(error)


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


print(Version(1) <= Version(1), Version(1) > Version(0, 9), Version(2) >= Version(3), Version(1) != Version(1))
try:
    Version(1) >= 5
except TypeError as error:
    print(error)
print(sorted(["bb", "a", "ccc", "aa"], key=cmp_to_key(lambda a, b: len(a) - len(b) or (a > b) - (a < b))))


class Data:
    def __init__(self):
        self.computed = 0

    @cached_property
    def total(self):
        """The total."""
        self.computed += 1
        return 42

    @lru_cache
    def method(self, x):
        return x * 2

    def base(self, *args, **k):
        return args, k

    shortcut = partialmethod(base, 1, k=2)


d = Data()
print(d.total, d.total, d.computed, "total" in d.__dict__, Data.total.__doc__, d.method(4), d.shortcut(5, z=1))
del d.total
print(d.total, d.computed)


@singledispatch
def describe(value, *rest):
    return f"object {value!r}"


@describe.register
def _(value: int, *rest):
    return f"int {value}"


@describe.register(list)
@describe.register(tuple)
def several(value, *rest):
    return f"{type(value).__name__} of {[describe(v) for v in value]}"


@describe.register
def _(value: float | complex):
    return "inexact"


print(describe(1), describe(True), describe("a"), describe([1, (2.5, None)]), describe(1j), describe.dispatch(bool) is describe.dispatch(int), sorted(t.__name__ for t in describe.registry))
try:
    describe()
except TypeError as error:
    print(error)
try:
    describe.register(5)
except TypeError as error:
    print(error)


class Formatter:
    @singledispatchmethod
    def show(self, value):
        return "default"

    @show.register
    def _(self, value: str):
        return "text " + value

    @show.register(int)
    def _(self, value):
        return f"number {value}"


print(Formatter().show("a"), Formatter().show(3), Formatter().show(None))
compose = lambda *functions: reduce(lambda f, g: lambda x: f(g(x)), functions)
print(compose(str, abs, int)("-5"), functools.WRAPPER_ASSIGNMENTS)
