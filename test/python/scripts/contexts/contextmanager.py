"""contextlib.contextmanager: a generator as a context manager and as a decorator."""

from contextlib import ContextDecorator, contextmanager


@contextmanager
def tag(name, swallow=()):
    """Writes tags."""
    print(f"<{name}>")
    try:
        yield name.upper()
    except swallow as error:
        print("handled", repr(error))
    finally:
        print(f"</{name}>")


with tag("p") as value:
    print(value)
with tag("q", swallow=ValueError):
    raise ValueError("inside")
try:
    with tag("r"):
        raise KeyError("outside")
except KeyError as error:
    print("reached", error)


@tag("decorated")
def function(x):
    """Doubles."""
    return x * 2


print(function(3), function(4), function.__name__, function.__doc__, tag.__name__, tag.__doc__)


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise TypeError("instead") from error


@contextmanager
def yields_again():
    try:
        yield 1
    except ValueError:
        yield 2


def use(manager, error=None):
    with manager:
        if error is not None:
            raise error


for attempt in (
    lambda: use(never()),
    lambda: use(twice()),
    lambda: use(replaces(), ValueError("v")),
    lambda: use(yields_again(), ValueError("v")),
    lambda: use(tag("s"), StopIteration("stop")),
    lambda: use(tag("t"), RuntimeError("run")),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))
once = tag("once")
with once:
    pass
try:
    with once:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__)


class Logged(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *details):
        print("stop", details[0] and details[0].__name__)
        return False


@Logged()
def risky(n):
    return 1 / n


print(risky(2))
try:
    risky(0)
except ZeroDivisionError as error:
    print(error)
