def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2, 3], **{'c': 4, 'z': 5}), f(a=1, c=2))
def pos(a, b, /, c, *, d): return a, b, c, d
print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))
def noargs(): return 'none'
def one(x): return x
def two(x, y): pass
def three(x, y, z): pass
def dflt(x, y=1): pass
def kwo(*, k, l): pass
class K:
    def m(self, a): pass
    def __init__(self, z): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a, b): pass
for bad in (lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: pos(1, 2, 3, 4), lambda: pos(a=1, b=2, c=3, d=4), lambda: pos(1, 2, 3), lambda: noargs(1), lambda: noargs(x=1), lambda: one(), lambda: one(1, 2), lambda: one(1, x=2),
            lambda: one(y=1), lambda: two(), lambda: two(1), lambda: three(), lambda: three(1), lambda: dflt(), lambda: dflt(1, 2, 3), lambda: kwo(), lambda: kwo(k=1), lambda: kwo(1, k=1, l=2), lambda: K(), lambda: K(1, 2), lambda: K(1).m(), lambda: K(1).m(1, 2), lambda: K.m(1),
            lambda: K.c(), lambda: K.s(1), lambda: one(**{'x': 1, 'q': 2}), lambda: 5(), lambda: 'a'(), lambda: None(), lambda: f(1, *5), lambda: f(*5), lambda: f(**5), lambda: f(**{'a': 1}, a=2, c=3), lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: len(obj=[]),
            lambda: print(foo=1), lambda: print(sep=1), lambda: isinstance(1), lambda: isinstance(1, 2), lambda: issubclass(1, int), lambda: issubclass(int, 2), lambda: getattr(1), lambda: getattr(1, 2), lambda: getattr(1, 'x'), lambda: abs('a'), lambda: abs(), lambda: round('a'), lambda: round(1.5, 'a'), lambda: sum(5), lambda: sum(['a']), lambda: sum(['a'], 'b'), lambda: max(), lambda: max([]), lambda: min(5), lambda: max(1, 2, default=3), lambda: min(1, 'a'), lambda: chr(-1), lambda: chr('a'), lambda: ord('ab'), lambda: ord(5), lambda: hex(1.5), lambda: bin('a'), lambda: divmod(1, 'a'), lambda: divmod(1, 0), lambda: pow('a', 2), lambda: pow(2, 3, 'a'), lambda: pow(2, -1, 4), lambda: sorted(5), lambda: sorted([1, 'a']), lambda: any(5), lambda: all(), lambda: format(1, 2), lambda: hash([]), lambda: id(), lambda: vars(5), lambda: next(), lambda: iter(), lambda: setattr(1, 'a', 2), lambda: delattr([], 'x'), lambda: callable(), lambda: super().x, lambda: super(5), lambda: int(), lambda: dir(1, 2), lambda: input(1, 2), lambda: repr(), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: type(1, 2), lambda: type(), lambda: object(1), lambda: bool(1, 2), lambda: list(a=1), lambda: dict.fromkeys(), lambda: ''.join([1])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
def mutable(x, acc=[]): acc.append(x); return acc
print(mutable(1), mutable(2), mutable.__defaults__, f.__kwdefaults__, f.__name__, f.__code__.co_varnames[:6], f.__code__.co_argcount)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
inc, get = outer(); inc(); inc(); print(get(), inc.__closure__[0].cell_contents)
g = 0
def setg():
    global g
    g = 5
setg(); print(g)
def unbound():
    print(zz)
    zz = 1
try: unbound()
except UnboundLocalError as e: print(e)
try: undefined_name
except NameError as e: print(e, e.name)
def freevar():
    def inner(): return later
    try: inner()
    except NameError as e: print(e)
    later = 1
    return inner()
print(freevar())
def delvar():
    x = 1; del x
    try: x
    except UnboundLocalError as e: print(e)
delvar()
print((lambda *a, **k: (a, k))(1, b=2), (lambda x, y=3: x + y)(1), (lambda: 5)())
def annotated(a: int, b: 'str' = 'x', *c: float, d: list = None, **e: dict) -> bool: "doc"
print(annotated.__annotations__, annotated.__doc__)
annotated.attr = 5; print(annotated.attr, annotated.__dict__)
def rec(n): return 1 if n <= 1 else n * rec(n - 1)
print(rec(20), rec(30))
try:
    (lambda f: f(f))(lambda f: f(f))
except RecursionError as e: print(e)
print(max(3, 1), max([1, 2], key=lambda x: -x), max('abc'), max([], default='d'), min((1, 2), (1, 1)), max(1, 1.0), max(1.0, 1), min(True, 1))
print(sum([1, 2.5]), sum([[1], [2]], []), sum((), 5), sum([True, True]), any([]), all([]), any([0, '']), all([1, 'a']), sum(x for x in (1, 2)))
print(abs(-5), abs(-2.5), abs(3 + 4j), divmod(-7, 2), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(2, 5, 7), pow(3, -1, 7), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.0), round(5, 2))
print(bin(10), oct(-8), hex(255), chr(8364), ord('€'), ascii('é€😀'), repr('a\n'), format(3.14159, '.2f'), format('x', '>5'), format(1234567, ','), id(f) == id(f), hash('a') == hash('a'), hash(1.0) == hash(1), hash(-1), hash(2**61), hash(0.5), hash(None) == hash(None))
print(callable(len), callable(5), callable(int), callable(f), isinstance(True, int), isinstance('a', (int, str)), isinstance(1, int | str), issubclass(bool, (str, int)), type(1) == int, type(1) is int)
print(getattr('a', 'upper')(), getattr(1, 'zz', None), hasattr([], 'append'), [*map(str, range(3))], list(zip(*[(1, 2), (3, 4)])))
print(eval('1 + 2 * 3'), eval('x + 1', {'x': 5}), eval('[i for i in range(3)]'))
exec('q = 7\ndef qq(): return q'); print(q, qq())
ns = {}; exec('a = 1\nb = a + 1', ns); print(ns['b'], sorted(k for k in ns if k != '__builtins__'))
print(globals()['g'], 'f' in globals(), (lambda a, b=2: sorted(locals()))(1), sorted(vars(K('z'))), __name__)
