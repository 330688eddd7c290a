"""suppress, closing, nullcontext, redirect_stdout and the abstract classes of contextlib."""

import contextlib
import io
import sys
from contextlib import AbstractContextManager, closing, nullcontext, redirect_stderr, redirect_stdout, suppress

with suppress(KeyError, ZeroDivisionError):
    {}["absent"]
    print("never")
with suppress():
    print("nothing to suppress")
try:
    with suppress(KeyError):
        raise ValueError("passes")
except ValueError as error:
    print(error)


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)

captured = io.StringIO()
with redirect_stdout(captured) as target:
    print("hidden")
    with redirect_stdout(sys.__stdout__):
        print("shown")
    print("again hidden")
print(repr(captured.getvalue()), target is captured)
errors = io.StringIO()
with redirect_stderr(errors):
    print("to stderr", file=sys.stderr)
print(repr(errors.getvalue()))


class Default(AbstractContextManager):
    def __exit__(self, *details):
        print("exit of", type(self).__name__)


with Default() as default:
    print(isinstance(default, AbstractContextManager))


class Duck:
    __enter__ = __exit__ = lambda self, *details: None


class NotOne:
    __enter__ = lambda self: None
    __exit__ = None


print(issubclass(Duck, AbstractContextManager), issubclass(NotOne, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
reused = suppress(ValueError)
with reused:
    with reused:
        raise ValueError
    print("after the inner block")
print(AbstractContextManager[int], "suppress" in contextlib.__all__)
