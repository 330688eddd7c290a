def count(n):
    try:
        for i in range(n):
            got = yield i
            if got: print('got', got)
    except ValueError as e:
        print('caught', e); yield 'after'
    finally:
        print('cleanup')
    return 'done'
g = count(3); print(next(g), g.send('hi'), next(g))
try: next(g)
except StopIteration as e: print('stop', e.value, e.args)
try: next(g)
except StopIteration as e: print('again', e.value)
g = count(5); next(g); print(g.throw(ValueError('x'))); print(list(g))
g = count(5); next(g); g.close(); g.close()
g = count(2)
try: g.send(1)
except TypeError as e: print(e)
def outer():
    r = yield from count(2)
    print('result', r)
    r2 = yield from [10, 20]
    print('r2', r2)
    return (yield)
g = outer(); print(next(g), next(g), next(g), next(g), next(g))
try: g.send('final')
except StopIteration as e: print(e.value)
print(sum(x * x for x in range(5)), list(x for x in 'ab'), max((len(w) for w in ['a', 'bbb']), default=0))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from_fib = fib(); print([next(from_fib) for _ in range(10)])
def bad():
    yield 1
    raise StopIteration('inner')
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def ret(): 
    return 5
    yield
try: next(ret())
except StopIteration as e: print(e.value)
def flatten(x):
    for i in x:
        if isinstance(i, list): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, [3, [4]], 5]])))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), dict(zip('ab', It(5))), [*It(2)], tuple(It(1)), max(It(3)), sorted(It(3)), 2 in It(3))
a, b, c = It(3); print(a, b, c)
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), list(enumerate(Seq())), list(zip(Seq(), 'abc')))
it = iter([1, 2, 3]); print(list(zip(it, it)), next(it, 'end'))
print(list(map(lambda *a: a, [1, 2], 'ab', It(5))), list(filter(lambda x: x > 1, It(4))), list(enumerate('xy', start=5)), list(zip()), list(zip([1])))
try: list(zip([1, 2], [1], strict=True))
except ValueError as e: print(e)
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
vals = iter([1, 2, 0, 5]); print(list(iter(lambda: next(vals), 0)))
for bad in (lambda: next(5), lambda: iter(5), lambda: next(iter([])), lambda: iter(5, 6), lambda: zip(1), lambda: map(len), lambda: list(map(len, [1])), lambda: enumerate(5), lambda: reversed({1}), lambda: reversed(5), lambda: enumerate(), lambda: filter(None)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e, e.args)
def gen_in_finally():
    try:
        yield 1
        yield 2
    finally:
        print('fin')
for x in gen_in_finally():
    print(x)
g = gen_in_finally(); next(g); g.close()
g = (i for i in range(3)); print(type(g), g.__name__, g.gi_running, 1 in g, list(g))
def reenter():
    yield next(me)
me = reenter()
try: next(me)
except ValueError as e: print(e)
def ctx():
    print('in'); x = yield 'v'; print('out', x)
c = ctx(); print(next(c))
try: c.send(1)
except StopIteration: print('si')
def ignore():
    try: yield 1
    except GeneratorExit: print('ignored')
    yield 2
ig = ignore(); next(ig)
try: ig.close()
except RuntimeError as e: print(e)
print([i for i in range(20) if i % 3 == 0 if i % 2 == 0], {i: i ** 2 for i in range(3)}, [(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)])
def closure_gen():
    fs = [lambda: i for i in range(3)]
    return [f() for f in fs]
print(closure_gen(), [f(2) for f in [lambda x, n=n: x * n for n in range(3)]])
i = 'outer'; _ = [i for i in range(3)]; print(i)
if (n := 10) > 5: print(n, [y := 1, y + 1], [last := x for x in range(3)], last)
