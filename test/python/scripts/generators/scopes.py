"""Generator expressions: what is evaluated when, and which names they see."""

log = []


def noted(value):
    log.append(value)
    return value


lazy = (noted(n) * factor for n in noted([1, 2]) if noted(n))
print(log)
factor = 10
print(next(lazy), log)
factor = 100
print(list(lazy), log)

print(sum(n for n in range(4)), max((len(w), w) for w in ["a", "ccc", "bb"]), sorted(c for c in "cab"))
print({n % 3 for n in range(9)}, {n: n * n for n in range(3)}, tuple(n for n in "xy"))
print([(a, b) for a in range(3) for b in range(a) if a != 1], [[c for c in row] for row in ("ab", "c")])

functions = [lambda: n for n in range(3)]
print([f() for f in functions], [f() for f in [lambda n=n: n for n in range(3)]])
n = "outer"
print([n for n in range(2)], n, [last := value for value in range(4)], last)


class Body:
    size = 3
    cells = [size for _ in range(1)] if False else list(range(size))
    try:
        broken = [size for _ in range(2)]
    except NameError as error:
        print(error)


print(Body.cells)


def firsts(count):
    a, b = 0, 1
    while count:
        yield a
        a, b, count = b, a + b, count - 1


def pipeline(numbers):
    evens = (n for n in numbers if n % 2 == 0)
    halves = (n // 2 for n in evens)
    return [f"{i}:{n}" for i, n in enumerate(halves)]


print(list(firsts(10)), pipeline(firsts(12)))
for attempt in (
    lambda: (x for x in 5),
    lambda: list(1 / x for x in (1, 0)),
    lambda: [y for x in [1] for y in x],
    lambda: next(n for n in ()),
    lambda: {[]: 1 for _ in "a"},
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


def early():
    for item in (noted(i) for i in "abc"):
        if item == "b":
            return item


log.clear()
print(early(), log, any(noted(i) > 1 for i in range(5)), log)
