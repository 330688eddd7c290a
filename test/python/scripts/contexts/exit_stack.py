"""contextlib.ExitStack: a number of context managers known only at run time."""

from contextlib import ExitStack, contextmanager


@contextmanager
def resource(name, handles=()):
    print("open", name)
    try:
        yield name
    except handles as error:
        print(name, "handled", error)
    finally:
        print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(resource(n)) for n in "abc"]
    stack.callback(print, "called back", end="!\n")
    stack.push(lambda kind, value, traceback: print("pushed saw", kind))
    print(names)

with ExitStack() as stack:
    stack.enter_context(resource("outer", KeyError))
    stack.push(lambda kind, value, traceback: print("sees", kind.__name__))
    stack.enter_context(resource("inner"))
    raise KeyError("body")


@stack.callback
def registered():
    print("registered", "ran")


stack.close()
with ExitStack() as stack:
    stack.enter_context(resource("kept"))
    kept = stack.pop_all()
print("not closed yet")
kept.close()


def failing(kind, value, traceback):
    raise OSError("in exit") from value


try:
    with ExitStack() as stack:
        stack.push(failing)
        raise ValueError("in body")
except OSError as error:
    print(error, repr(error.__cause__), repr(error.__context__))
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(lambda: {}["missing"])
except ZeroDivisionError as error:
    print(error, repr(error.__context__))
for wrong in (5, "text"):
    try:
        ExitStack().enter_context(wrong)
    except TypeError as error:
        print(error)
with ExitStack() as stack:
    swallowing = stack.push(lambda *details: True)
    raise RuntimeError("swallowed")
print("went on", callable(swallowing))
