"""Which name is meant: global, nonlocal, class bodies, comprehensions, `del`, and names that are not there."""

x = "module"


def reader():
    return x


def writer():
    global x, made_here
    x, made_here = "changed", 1
    return reader()


def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return up, peek


up, peek = counter()
print(writer(), x, made_here, up(), up(5), peek(), up.__code__.co_freevars, counter.__code__.co_cellvars)


class Scoped:
    x = "class"
    seen = x
    inside = [x for _ in range(1)]
    first = [y for y in x]

    def method(self):
        return x

    def __init__(self):
        __class__.made = self


Scoped()
print(Scoped.seen, Scoped.inside, Scoped.first, Scoped.made.method(), __name__)

print([lambda: i for i in range(3)][0](), [f() for f in [lambda i=i: i for i in range(3)]])
i = "outer"
squares = [i * i for i in range(4)]
print(i, squares, [(a, b) for a in range(3) for b in range(a) if (c := a + b)], c)


def unbound(flag):
    if flag:
        value = 1
    return value


def deleted():
    thing = [1]
    del thing
    return thing


def shadow():
    print(x)
    x = 1


def free():
    def inner():
        return later

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = "now"
    return inner()


print(unbound(True), free())
for attempt in (lambda: unbound(False), deleted, shadow, lambda: undefined, lambda: [undefined for _ in "a"]):
    try:
        attempt()
    except NameError as error:
        print(type(error).__name__, error)

try:
    raise ValueError("kept only inside")
except ValueError as error:
    kept = error
try:
    error
except NameError as absent:
    print(absent, kept)

space = {"y": 2}
exec("z = y * 2\ndef f(): return z + y\nw = f()", space)
print(space["z"], space["w"], eval("y + k", space, {"k": 5}), "f" in space)


def local_names(a, b=2, *rest, **more):
    c = a
    return sorted(locals()), sorted(vars())


print(local_names(1, z=3), "local_names" in globals(), sorted(k for k in globals() if k.startswith("up")))
for source in (
    "def f():\n nonlocal q",
    "nonlocal q",
    "def f(a):\n global a",
    "def f():\n b = 1\n global b",
    "def f():\n print(b)\n global b",
    "class C:\n  x = [y := 1 for _ in ()]",
    "[i := 0 for i in ()]",
    "def f(a, a): pass",
    "del f()",
    "lambda: (yield)\n[(yield) for _ in ()]",
):
    try:
        compile(source, "<test>", "exec")
        print("fine", repr(source))
    except SyntaxError as error:
        print(error.msg, error.lineno)
del x
try:
    reader()
except NameError as error:
    print(error)
