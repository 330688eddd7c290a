def make_counter(start=0, *, step=1):
    count = start
    def counter():
        nonlocal count
        count += step
        return count
    counter.reset = lambda: None
    return counter
a, b = make_counter(), make_counter(10, step=5); print(a(), a(), b(), b(), a())
fs = []
for i in range(3):
    def f(x, i=i): return x + i
    fs.append(f)
print([f(10) for f in fs], [g() for g in [lambda: i for _ in range(2)]])
def outer(x):
    class Local:
        y = x
        def get(self): return x, self.y
    x += 1
    return Local()
print(outer(5).get())
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(50))
compose = lambda *fs: (lambda x: compose(*fs[:-1])(fs[-1](x)) if fs else x)
print(compose(str, lambda v: v + 1, abs)(-4))
def deco_args(prefix):
    def deco(func):
        def wrapper(*a, **k): return f'{prefix}:{func(*a, **k)}'
        wrapper.__name__ = func.__name__
        wrapper.__wrapped__ = func
        return wrapper
    return deco
@deco_args('x')
def hello(n='w'): return f'hello {n}'
print(hello(), hello(n='z'), hello.__name__, hello.__wrapped__())
def late():
    def inner(): return value
    value = 'late'
    return inner()
print(late())
x = 10
def shadow():
    x = 20
    def inner():
        global x
        return x
    return inner(), x
print(shadow())
print([(lambda y: x * y)(2) for x in range(3)], x)
class Counter:
    total = 0
    def __init__(self): Counter.total += 1; self.n = Counter.total
    def __call__(self, k=1): self.n += k; return self
    def __repr__(self): return f'C{self.n}'
c = Counter(); print(c(5)(2), Counter(), Counter.total)
def gen_closure(n):
    def gen():
        for i in range(n): yield lambda: i
    return [f() for f in gen()], [f() for f in list(gen())]
print(gen_closure(3))
def varargs(*a, b=1, **c): return locals()
print(varargs(1, 2, b=3, d=4))
def returns_multi(): return (1, *[2, 3])
print(returns_multi())
def default_order(a=print('evaluated once') or 5): return a
print(default_order(), default_order())
def del_closure():
    v = 1
    def get(): return v
    del v
    try: return get()
    except NameError as e: return str(e)
print(del_closure())
print((lambda a, /, b, *, c: (a, b, c))(1, 2, c=3), (lambda *, k=1: k)())
s = {f.__name__: f for f in (len, print, hello)}; print(sorted(s))
