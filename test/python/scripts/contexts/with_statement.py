"""with: entering, leaving in reverse order, swallowing, and what is no context manager."""


class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise OSError("cannot enter")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail == "exit":
            raise KeyError("while leaving")
        return self.swallow


with Manager("a") as a, Manager("b") as (b):
    print(a, b)
with (
    Manager("c") as c,
    Manager("d", swallow=True),
):
    raise ValueError("swallowed")
print("after", c)

for failing in (
    lambda: Manager("x", fail="enter"),
    lambda: Manager("y", fail="exit"),
):
    try:
        with Manager("outer"), failing():
            raise ValueError("in body")
    except Exception as error:
        print(type(error).__name__, error, "context:", repr(error.__context__))


def leaving(how):
    for n in range(2):
        with Manager(f"{how}{n}"):
            if how == "return":
                return n
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


print(leaving("return"), leaving("break"), leaving("continue"))


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *details):
        pass


for made in (5, NoExit(), NoEnter(), None):
    try:
        with made:
            print("never")
    except TypeError as error:
        print(error)
instance = NoExit()
instance.__exit__ = print
try:
    with instance:
        pass
except TypeError as error:
    print(error)
with Manager("tuple") as (first, *rest):
    print(first, rest)
holder = {}
with Manager("item") as holder["key"]:
    pass
print(holder)


class Truthy:
    def __init__(self, value):
        self.value = value

    __enter__ = lambda self: self
    __exit__ = lambda self, *details: self.value


for value in ([], [0], "", "no", 0, 2):
    try:
        with Truthy(value):
            raise ValueError
        print("swallowed by", repr(value))
    except ValueError:
        print("not by", repr(value))
