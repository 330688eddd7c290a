class Vec:
    def __init__(self, *v): self.v = v
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.v, o.v))) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Vec(*(a * k for a in self.v))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.v, o.v))
    def __eq__(self, o): return isinstance(o, Vec) and self.v == o.v
    def __repr__(self): return f'Vec{self.v}'
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
    def __iter__(self): return iter(self.v)
    def __hash__(self): return hash(self.v)
    def __bool__(self): return any(self.v)
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __contains__(self, x): return x in self.v
    def __lt__(self, o): return sum(self) < sum(o)
    def __call__(self, f): return Vec(*map(f, self))
    def __int__(self): return int(sum(self))
    def __float__(self): return float(sum(self))
    def __reversed__(self): return iter(self.v[::-1])
    def __pow__(self, n, mod=None): return Vec(*(pow(a, n, mod) for a in self))
    def __floordiv__(self, k): return Vec(*(a // k for a in self))
    def __rsub__(self, o): return ('rsub', o)
    def __iadd__(self, o): self.v += tuple(o); return self
a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a * 3, 3 * a, a @ b, a == Vec(1, 2), a != b, a[0], a[-1:], len(a), list(a), sum([a, b]), -a, a - b, 2 in a, a < b, sorted([b, a]), max(a, b), a(lambda x: x * 10), int(a), float(b), list(reversed(a)), a ** 2, pow(a, 2, 3), a // 2, 5 - a, bool(Vec(0)), {a: 1}[Vec(1, 2)])
x, y = a; print(x, y, *a, [*a, *b])
a += [9]; print(a)
for bad in (lambda: a + 1, lambda: 1 + b + 'x', lambda: a @ 1, lambda: a >> 1, lambda: a > 1, lambda: a['x'], lambda: 'x' * a):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class R:
    def __eq__(self, o): return 'weird'
    def __iter__(self): return [].__iter__()
    def __str__(self): return 5
    def __bool__(self): return 2
    def __contains__(self, x): return []
    def __hash__(self): return 'x'
    def __index__(self): return 'i'
    def __getitem__(self, k): raise IndexError
    def __repr__(self): return None
r = R()
print(r == 1, r != 1, list(r), 1 in r)
for bad in (lambda: str(r), lambda: bool(r), lambda: hash(r), lambda: range(r), lambda: repr(r), lambda: f'{r}', lambda: [1][r], lambda: {r: 1}, lambda: not r, lambda: print(r)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Sub(int):
    def __add__(self, o): return 'sub add'
    def __radd__(self, o): return 'sub radd'
print(Sub(1) + 2, 2 + Sub(1), Sub(5) * 2, Sub(3) == 3, hash(Sub(3)) == hash(3), {3: 'x'}[Sub(3)], [10, 20][Sub(1)], repr(Sub(7)), f'{Sub(7):03}')
class Loud(dict):
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
    def __getitem__(self, k): return super().__getitem__(k) * 2
l = Loud(a=1); l['b'] = 5; print(l['b'], l, dict(l), l.get('b'))
class Prop:
    @property
    def items(self): raise AttributeError('inside')
    def __getattr__(self, n): return 'getattr ' + n
print(Prop().items, getattr(Prop(), 'q', 0))
class WithLenHint:
    def __iter__(self): return self
    n = 3
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
    def __length_hint__(self): return 10
print(list(WithLenHint()))
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return 'reflected'
    def __eq__(self, o): return NotImplemented
print(Cmp(1) < Cmp(2), Cmp(1) == Cmp(1), Cmp(1) != 5, 3 < Cmp(1))
try: Cmp(1) <= 2
except TypeError as e: print(e)
class Meta(type):
    def __iter__(cls): return iter(['x', 'y'])
    def __len__(cls): return 2
    def __getitem__(cls, k): return f'{cls.__name__}[{k}]'
    def __contains__(cls, k): return k == 'x'
    def __instancecheck__(cls, o): return o == 'magic'
    def __subclasscheck__(cls, c): return c is int
    def __repr__(cls): return f'<meta {cls.__name__}>'
    def __eq__(cls, o): return NotImplemented
    def __hash__(cls): return 1
class M(metaclass=Meta): pass
print(list(M), len(M), M['k'], 'x' in M, isinstance('magic', M), isinstance(5, M), issubclass(int, M), M, {M: 1}[M])
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(G[int], G[1, 2], list[int], dict[str, int], list[int] == list[int], tuple[int, ...], int | None, (int | str) == (str | int), isinstance(1, int | None))
