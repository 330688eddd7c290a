class A:
    __slots__ = ('x', '_y')
    def __init__(self, x): self.x = x
    def __repr__(self): return f'A({self.x})'
class B(A):
    def __init__(self, x, z): super().__init__(x); self.z = z
class C(A):
    __slots__ = ('w',)
class D:
    __slots__ = ['a', '__dict__']
a, b, c, d = A(1), B(2, 3), C(4), D()
d.a = 1; d.free = 2
print(a, b, c, b.__dict__, vars(b), d.__dict__, d.a, A.__slots__, C.__slots__)
for f in (lambda: a._y, lambda: a.__dict__, lambda: vars(a), lambda: setattr(a, 'q', 1), lambda: c.w, lambda: setattr(c, 'z', 1), lambda: object().__dict__, lambda: setattr(object(), 'x', 1), lambda: (1).__dict__, lambda: delattr(c, 'w')):
    try: print(f())
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
c.w = 5; print(c.w, A.x.__get__(a), [n for n in dir(c) if not n.startswith('__')])
del c.w
try: c.w
except AttributeError as e: print(e)
c.w = 6; print(c.w)
try:
    class Bad:
        __slots__ = ('v',)
        v = 1
except ValueError as e: print(e)
class P:
    __slots__ = 'only'
p = P(); p.only = 3; print(p.only, hasattr(p, 'o'), super(B, b).__repr__(), super(B, b).__self__ is b)
