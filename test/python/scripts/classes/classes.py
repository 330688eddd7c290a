class A:
    x = 1
    def __init__(self, v=0): self.v = v
    def get(self): return self.v
    def __repr__(self): return f'A({self.v!r})'
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
    def __hash__(self): return hash(self.v)
class B(A):
    def __init__(self, *a, w=2, **k):
        super().__init__(*a, **k)
        self.w = w
    def get(self): return super().get() + 1
b = B(5, w=7)
print(b, b.get(), b.w, b.x, B.x, A.get(b), B.__mro__, B.__bases__, B.__name__, B.__qualname__, B.__module__, b.__class__, b.__dict__)
b.x = 9; print(A.x, b.x); del b.x; print(b.x)
print(A(1) == A(1), A(1) != A(2), {A(1): 'k'}[A(1)], A(1) in [A(1)], isinstance(b, A), issubclass(B, A), issubclass(A, B), type(b) is B)
for bad in (lambda: b.nope, lambda: A.nope, lambda: A(1, 2, 3), lambda: A(q=1), lambda: A() < A(), lambda: A() + 1, lambda: A()(), lambda: A()[0], lambda: len(A()), lambda: iter(A()), lambda: next(A()),
            lambda: A.get(), lambda: int(A()), lambda: b.get(1), lambda: -A(), lambda: A() @ A(), lambda: object().x, lambda: setattr(object(), 'x', 1), lambda: object(1), lambda: 5 .foo, lambda: None.foo, lambda: (lambda: 0).foo):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.tag = kw.get('tag', name.lower())
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print('making', cls.__name__, a)
        return super().__call__(*a)
    def hello(cls): return 'hi ' + cls.__name__
    @property
    def size(cls): return 42
class C(metaclass=Meta, tag='T'):
    def __init__(self, n): self.n = n
print(C.tag, C(3).n, C.hello(), C.size, type(C), isinstance(C, Meta))
class Reg:
    subs = []
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, key))
class R1(Reg, key=1): pass
class R2(R1): pass
print(Reg.subs)
class D1: 
    def who(self): return ['D1']
class D2(D1):
    def who(self): return ['D2'] + super().who()
class D3(D1):
    def who(self): return ['D3'] + super().who()
class D4(D2, D3):
    def who(self): return ['D4'] + super().who()
print(D4().who(), [c.__name__ for c in D4.__mro__])
try:
    class Bad(D1, D2): pass
except TypeError as e:
    print(e)
class Op:
    def __init__(self, n): self.n = n
    def __add__(self, o): return ('add', self.n, o)
    def __radd__(self, o): return ('radd', o, self.n)
    def __iadd__(self, o): self.n += o; return self
    def __mul__(self, o): return NotImplemented
    def __getitem__(self, k): return ('item', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __len__(self): return 3
    def __contains__(self, k): return k == 'in'
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return self.n > 0
    def __neg__(self): return ('neg', self.n)
    def __lt__(self, o): return 'lt'
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit', a[0]); return True
    def __getattr__(self, name): return f'<{name}>'
    def __iter__(self): return iter([self.n])
    def __format__(self, spec): return f'Op[{spec}]'
    def __str__(self): return 'OP'
    def __index__(self): return self.n
    def __reversed__(self): return 'rev'
    def __divmod__(self, o): return 'dm'
    def __round__(self, n=None): return ('round', n)
    def __abs__(self): return 'abs'
    def __hash__(self): return 7
o = Op(2); print(o + 1, 1 + o, o[1:2], len(o), 'in' in o, 'out' in o, o(1, k=2), bool(o), -o, o < 3, 3 > o, o.anything, list(o), f'{o:x>5} {o}', str(o), hex(o), [1, 2, 3][o], reversed(o), divmod(o, 1), round(o), round(o, 2), abs(o), hash(o))
o += 5; print(o.n); o['k'] = 1; del o['k']
try: o * 2
except TypeError as e: print(e)
with o as q: raise ValueError('swallowed')
print(q is o)
class Slots:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = Slots(); print(s.a)
try: s.c = 1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
print(hasattr(s, '__dict__'))
class N:
    def __new__(cls, *a):
        self = super().__new__(cls); print('new', a); return self
    def __init__(self, *a): print('init', a)
N(1, 2)
class Int(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def __add__(self, o): return Int(int(self) + o)
print(Int(4), Int(4) + 1, type(Int(4) + 1), Int(4) * 2, isinstance(Int(1), int), Int(5) == 6)
class Str(str):
    def shout(self): return self.upper() + '!'
print(Str('hey').shout(), Str('a') + 'b', type(Str('a') + 'b'), len(Str('abc')))
T = type('T', (A,), {'y': 5, 'm': lambda self: self.y}); print(T, T().m(), T.y, T.__name__)
print(type(3), type('a'), type(None), type(type), type(print), type(...), type(NotImplemented), type(lambda: 0), type(b.get), type(A.get), type(len), type([].append), type(range(1)), type(1j))
print(A.__dict__['x'], 'get' in A.__dict__, sorted(k for k in vars(A) if not k.startswith('__')), vars(b), dir(b)[-3:])
class WithDoc:
    """doc string"""
    def f(self):
        "f doc"
print(WithDoc.__doc__, WithDoc.f.__doc__, WithDoc.f.__name__, WithDoc.f.__qualname__, WithDoc().f.__self__.__class__.__name__)
class Outer:
    class Inner:
        def m(self): pass
    def f(self):
        def g(): pass
        return g
print(Outer.Inner, Outer.Inner.m.__qualname__, Outer().f().__qualname__, Outer.Inner.__qualname__)
print(Outer.Inner().m.__func__ is Outer.Inner.m, Outer().f == Outer().f)
o1 = Outer(); print(o1.f == o1.f, o1.f is o1.f)
x = 'global'
class Scope:
    x = 'class'
    y = [x for _ in range(2)]
    def m(self): return x
print(Scope.y, Scope().m())
class Del:
    def __delattr__(self, name): print('delattr', name)
    def __setattr__(self, name, value): print('setattr', name, value); object.__setattr__(self, name, value)
    def __getattribute__(self, name):
        if name.startswith('_'): return object.__getattribute__(self, name)
        return ('got', name)
d = Del(); d.a = 1; del d.a; print(d.a, d.__dict__)
