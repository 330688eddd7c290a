t = (1, 'a', 2.5)
print(t, t[0], t[-1], t[1:], t + (1,), t * 2, len(t), 'a' in t, t.index('a'), t.count(1), (), (1,), tuple('ab'), tuple([1, 2]))
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), hash((1, 2, 3)), hash(()))
for bad in (lambda: t[9], lambda: t['a'], lambda: t + [1], lambda: t + 1, lambda: t * 'a', lambda: t.index(99), lambda: hash((1, [])),
            lambda: tuple(1), lambda: tuple(1, 2), lambda: t < 1, lambda: t.foo, lambda: t.count()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
a, b, c = t; print(a, b, c)
a, *b = t; print(a, b)
*a, b = t; print(a, b)
a, (b, *c), d = 1, 'xyz', 4; print(a, b, c, d)
(a, b), [c, d] = (1, 2), 'zw'; print(a, b, c, d)
for bad in ('a, b = 1, 2, 3', ):
    try:
        a, b = 1, 2, 3
    except ValueError as e:
        print(e)
    try:
        a, b, c = 1, 2
    except ValueError as e:
        print(e)
    try:
        a, *b, c = [1]
    except ValueError as e:
        print(e)
    try:
        a, b = 5
    except TypeError as e:
        print(e)
    try:
        a, b = {1: 2}
    except ValueError as e:
        print(e)
class P(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
p = P(3, 4); print(p, p.x, len(p), p == (3, 4), type(p), p + (1,))
x = ([],); x[0].append(1); print(x)
r = (1, 2, (3, [4])); print(r, repr(r), str(r))
x, y = 1, 2; x, y = y, x; print(x, y)
print(*t, sep=', '); print(t and 'yes', () or 'no', not ())
