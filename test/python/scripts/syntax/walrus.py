"""The walrus binds where it stands: in a function's scope, and out of a comprehension into the function."""

if (n := len("hello")) > 3:
    print(n)
print([y := 1, y**2, y + 1], (z := 5) + z, z)
data = iter([3, 1, 4, 0, 9])
while item := next(data):
    print(item, end=" ")
print()
print([last := x * 2 for x in range(4)], last)
print(any((witness := word).startswith("b") for word in ["apple", "banana", "cherry"]), witness)
print({(k := x): (v := k + 1) for x in range(2)}, k, v)
print([[(inner := i * j) for i in range(3)] for j in range(3)], inner)


def scopes():
    total = 0
    partial = [total := total + x for x in range(5)]
    return partial, total


print(scopes())


def outer():
    count = 0

    def bump():
        nonlocal count
        return [count := count + 1 for _ in range(3)]

    return bump(), count


print(outer())


def make_global():
    global seen
    [seen := x for x in "abc"]


make_global()
print(seen)


def default(a=(b := 10), *, c=(d := b + 1)):
    return a, c


print(default(), b, d)
print((lambda: (q := 3) + q)(), f"{(w := 2)} {w:=5}", (e := 1, 2), e)
x = 0
print(x if (x := 5) else 0, [x, (x := 6), x], {(x := 7): x})
print(len(a := [1, 2, 3]), a, dict(key=(m := 4)), m, "abc"[(i := 1)], "abcdef"[(s := 1) : (t := 4)], s, t)
match (subject := [1, 2]):
    case [first, *_] if (doubled := first * 2) > 1:
        print(subject, doubled)


class Body:
    attribute = (hidden := 3) * 2
    print(hidden)


print(Body.hidden, Body.attribute)
for source in ["x := 1", "(x.y := 1)", "(x[0] := 1)", "[x := x for x in y]", "[(j := 1) for i in y for j in z]", "f(x := 1, y=(z := 2))", "f(a=b := 1)", "((a, b) := 1)", "lambda: x := 1", "[i for i in (j := y)]", "class A:\n [q := x for x in y]", "(True := 1)", "(x := y := 1)", "x = y := 1", "{x := 1}", "{a: x := 1}", "a[x := 1]", "a[x := 1, y := 2]", "a[b:=c:d]", "del (x := 1)", "assert x := 1", "with (x := y): pass", "def f(x=y := 1): pass", "(*x := 1)", "f'{x := 1}'", "[0 for x in y if (x := 1)]"]:
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
