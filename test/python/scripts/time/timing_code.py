"""`timeit`: a statement, as text or as a callable, run many times under a clock of one's own."""

import timeit
from timeit import Timer


class Clock:
    """Goes on by one second whenever it is asked."""

    def __init__(self):
        self.now = 0

    def __call__(self):
        self.now += 1
        return self.now


clock = Clock()
calls = []
print(timeit.timeit(lambda: calls.append(1), timer=clock, number=3), len(calls))
print(timeit.repeat("calls.append(x)", "x = 2", clock, 2, 5, globals=globals()), calls.count(2))
print(Timer("if n:\n    seen.append(n)", "n = 7\nseen = calls", clock, globals()).timeit(4))
print(calls.count(7), clock.now)
print(Timer(calls.clear, lambda: calls.append("set up"), clock).repeat(repeat=2, number=1), calls)

ticks = iter([0, 0.05, 0, 0.15, 0, 0.21])
print(Timer(timer=lambda: next(ticks)).autorange(lambda number, taken: print(number, taken)))
print(timeit.default_number, timeit.default_repeat, sorted(timeit.__all__))
print(0 <= timeit.timeit("sum(range(10))", number=20) < 60)

for attempt in (
    lambda: Timer(3),
    lambda: Timer("pass", 3),
    lambda: Timer("return"),
    lambda: Timer("x ="),
    lambda: Timer("undefined").timeit(1),
    lambda: Timer("1 / 0").timeit(1),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
