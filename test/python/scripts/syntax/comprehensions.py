"""A comprehension has a scope of its own; only its first iterable is evaluated outside."""

x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", range(2))}, {x % 3 for x in range(9)}, x)
print([(i, j) for i in range(3) if i % 2 == 0 for j in range(i, 4) if j > 1])
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print([a + b for a, (b, *_) in [(1, (2, 3)), (4, (5,))]], [first for first, *rest in ["abc", "d"]])


class Body:
    size = 3
    squares = [n * n for n in range(size)]
    try:
        table = [n * size for n in range(2)]
    except NameError as error:
        print(error)
    outermost = [n for n in [size, size + 1]]
    functions = [lambda: size for _ in range(1)]


print(Body.squares, Body.outermost, hasattr(Body, "n"))
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]], [g() for g in (lambda: k for k in range(3))])
generator = (print("computed", n) or n for n in print("iterable now") or [1, 2])
print("made")
print(next(generator), list(generator))
try:
    (n for n in 5)
except TypeError as error:
    print(error)
try:
    [n for n in [1, 2] for m in n]
except TypeError as error:
    print(error)


def free(values, factor):
    return [v * factor for v in values if v in values], sorted(locals())


print(free([1, 2], 10))


def nested():
    counter = 0

    def up():
        nonlocal counter
        counter += 1
        return counter

    return [[up() for _ in range(2)] for _ in range(2)], counter


print(nested())
order = []


def note(value):
    order.append(value)
    return value


print({note("k1"): note("v1"), note("k2"): note("v2")}, {note(i): note(-i) for i in (1, 2)}, order)
print(sum(n for n in range(10) if n % 2), max((len(w), w) for w in ["a", "bcd", "ef"]), dict((c, ord(c)) for c in "ab"))
print([n if n % 2 else -n for n in range(5)], [n for n in range(20) if n % 2 if n % 3], [*(n for n in "ab"), *[1]])
print([(lambda n: [n for n in range(n)])(n) for n in range(3)], [[] for _ in range(2)], [lambda: 0 for _ in ()])
print(type(n for n in ()).__name__, (lambda: (yield))().__name__, (n for n in ()).__name__)
lists = [[n] * 2 for n in range(2)]
lists[0].append(9)
print(lists, [n for sub in lists for n in sub], [z for z in lists for z in z])
for source in ["[x for]", "[for x in y]", "[x, y for x in z]", "[*x for x in y]", "{**x for x in y}", "[x for x in 1, 2]", "[x for x in lambda: y, 1]", "(x for x in y, z)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x for x in y)", "[x if y for x in z]", "[x for x in y if z else w]", "{x: y for x in z, w}", "{x: y, **z for x in w}", "[x for 1 in y]", "[x for x() in y]", "[x async for x in y]", "[await x for x in y]", "[(yield x) for x in y]", "[x for x in y] = 1", "{x:=1 for y in z}", "[x for x in y for]", "class f(x for x in y): pass", "[x for x, in y]", "[x for (x) in y]", "[x for x.y in z]", "[x for x in *y]", "[x for *x in y]"]:
    try:
        compile(source, "s", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
