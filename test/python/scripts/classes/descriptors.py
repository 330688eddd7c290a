class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = '_' + name; print('named', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f'{self.name} wants {self.kind.__name__}')
        setattr(obj, self.name, value)
    def __delete__(self, obj): print('deleting', self.name); delattr(obj, self.name)
class P:
    x = Typed(int); y = Typed(str)
p = P(); p.x = 3; p.y = 'a'; print(p.x, p.y, p.__dict__, P.x.kind)
try: p.x = 'no'
except TypeError as e: print(e)
del p.x; print(p.x)
class NonData:
    def __get__(self, obj, owner): return ('nd', obj is None, owner.__name__)
class Q:
    n = NonData()
q = Q(); print(q.n, Q.n); q.__dict__['n'] = 'own'; print(q.n)
class R:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "the v"
        return self._v
    @v.setter
    def v(self, value): self._v = value
    @v.deleter
    def v(self): print('del v'); self._v = None
    @property
    def ro(self): return 5
    @property
    def broken(self): return self.missing
    w = property(lambda self: self._v * 2, doc='w doc')
r = R(); r.v = 10; print(r.v, r.w, R.v.__doc__, R.w.__doc__, type(R.v).__name__); del r.v; print(r.v)
for bad in (lambda: setattr(r, 'ro', 1), lambda: delattr(r, 'ro'), lambda: r.broken, lambda: setattr(r, 'w', 2)):
    try: bad()
    except AttributeError as e: print(e)
class WithGetattr(R):
    def __getattr__(self, name): return 'fallback ' + name
print(WithGetattr().broken, WithGetattr().zzz)
class CM:
    count = 0
    @classmethod
    def make(cls, *a): cls.count += 1; return cls, a
    @staticmethod
    def helper(a, b=2): return a + b
class CM2(CM): pass
print(CM.make(1), CM2.make(2), CM().make()[0], CM.count, CM2.count, CM.helper(1), CM().helper(1, 5), CM.__dict__['helper'].__func__(3))
class cached:
    def __init__(self, f): self.f = f; self.__name__ = f.__name__
    def __get__(self, obj, owner):
        value = self.f(obj); obj.__dict__[self.__name__] = value; return value
class Lazy:
    @cached
    def big(self): print('computing'); return 99
l = Lazy(); print(l.big, l.big)
def deco(n):
    def wrap(f):
        def inner(*a, **k): return (n, f(*a, **k))
        return inner
    return wrap
@deco(1)
@deco(2)
def f(x): return x
print(f(5))
def classdeco(cls): cls.added = True; return cls
@classdeco
class Z: pass
print(Z.added)
print(R.__dict__['v'].fget(r), property().fget, callable(R.v), isinstance(R.v, property))
class Sub(property): pass
class U:
    @Sub
    def a(self): return 'sub'
print(U().a, type(U.__dict__['a']).__name__)
print(A.f(1) if (A := type('A', (), {'f': staticmethod(lambda x: x + 1)})) else 0)
bound = [].append; bound(1); print(bound.__self__, bound.__name__)
m = R.v.fget; print(m.__name__, m.__qualname__)
print(list.append, str.upper, int.__add__, object.__init__, dict.get)
x = [3, 1]; list.sort(x); print(x, str.upper('a'), int.__add__(1, 2), list.__len__([1]), (5).__add__(3), 'a'.__mul__(3), int.__lt__(1, 'a'))
for bad in (lambda: str.upper(5), lambda: list.append(), lambda: list.append({}, 1), lambda: int.__add__('a', 1)):
    try: bad()
    except TypeError as e: print(e)
