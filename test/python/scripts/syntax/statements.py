a = b = c = 5; a += 1; b -= 1; c *= 2; print(a, b, c)
x = 7; x //= 2; x **= 3; x %= 10; x <<= 2; x >>= 1; x |= 1; x &= 7; x ^= 2; print(x)
y = 7.0; y /= 2; print(y)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1, 1 in [1] in [[1]], None is None is not 5)
def side(v, log=[]): log.append(v); return v
print(side(1) < side(5) < side(3) < side(9), side.__defaults__[0])
print(1 or 2, 0 or '' or 'z', 1 and 2, 0 and 1, not 0, not [], (1 if [] else 2), [] and 5, None or 0)
i = 0
while i < 10:
    i += 1
    if i == 3: continue
    if i == 6: break
    print(i, end=' ')
else: print('no')
print('|', i)
while i < 8: i += 1
else: print('while else', i)
for k in range(3):
    for j in range(3):
        if j == 2: break
        if k == j: continue
        print(k, j, end=';')
    else: print('never')
else: print('outer else')
for p, (q, *r) in [(1, (2, 3, 4)), (5, 'ab')]: print(p, q, r)
for obj_list in [[0, 0]]:
    for obj_list[1] in range(3): pass
    print(obj_list)
del a, b
try: a
except NameError as e: print(e)
d = {'k': [1, 2, 3]}; d['k'][0] += 10; d['k'][1:] = ['z']; del d['k'][0]; print(d)
class O: pass
o = O(); o.v = [1]; o.v[0] = 5; o.v += [6]; o.w = o.v; del o.v; print(o.w, o.__dict__)
(m, n), [u, v] = (1, 2), (3, 4); print(m, n, u, v)
first, *mid, last = range(6); print(first, mid, last)
*init, = 'abc'; print(init)
s = t = []; s.append(1); print(t)
e, f = 1, 2; e, f = f, e; print(e, f)
lst = [0, 1, 2]; i = 0; i, lst[i] = 1, 'x'; print(i, lst)
print([1, *range(2), *'ab'], (*[1], 2), {*[1, 2], 3}, {**{'a': 1}, 'b': 2, **{'a': 3}})
print((lambda *args, **kw: (args, kw))(*[1], *(2, 3), k=1, **{'z': 2}))
pass; ...; 'docstring'; 5
if (n := len('abcd')) > 3: print('walrus', n)
print([z for w in range(5) if (z := w * w) > 3], z)
print(10 // 3, -10 // 3, 10 % 3, -10 % 3, 10 % -3, 2 ** 10, 2 ** -1, 7 / 2, 1e3, 0x1f, 0b11, 0o17, 1_000, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -1 >> 1)
print(10.5 // 3, -10.5 % 3, 2 ** 0.5, 1 / 3, 1e100, 1e-5, 123456789.123, 1e16, float('inf'), float('nan'), -0.0, 1.0, 100000000000000000000, 2 ** 100, -2 ** 63, 10 ** 20 // 7, 3.0 == 3, 0.1 + 0.2)
print(int('12'), int(' -5 '), int('ff', 16), int(3.9), int(-3.9), float('1.5'), str(5), bool([]), bool('a'), int(True), complex(1, 2), 1j * 1j, (1 + 2j).real)
for bad in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 0 ** -1, lambda: int('a'), lambda: int(None), lambda: float('x'), lambda: 1 << -1, lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: 'a' - 1, lambda: None + 1, lambda: 1 + None, lambda: [] + (), lambda: 'a' % 1, lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: 'a' < 1, lambda: {} + {}, lambda: 1.5 & 1, lambda: 1 @ 2, lambda: int([]), lambda: float([]), lambda: complex('z'), lambda: 2.0 ** 10000, lambda: '{}'.format(), lambda: '{a}'.format(), lambda: 'abc'[5], lambda: 'abc'['a'], lambda: f'{1:z}', lambda: f'{"a":d}', lambda: f'{[]:>5}', lambda: int('9' * 5000)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(type(1 + True), True + True, True == 1, isinstance(True, int), sum([True, False, True]), str(True), int('0b101', 0), round(0.5), round(1.5), round(2.675, 2), round(-1.5))
global_var = 1
def modify():
    global global_var, new_global
    global_var += 1; new_global = 'made'
modify(); print(global_var, new_global)
def nest():
    v = 1
    def mid():
        nonlocal v
        v += 1
        def deep():
            nonlocal v
            v *= 10
        deep()
    mid(); return v
print(nest())
if True: x1 = 'if'
elif False: x1 = 'elif'
else: x1 = 'else'
print(x1)
x: int = 5; y_: 'str'; print(x, __annotations__)
print(__name__, __doc__)
assert True
print("a" "b" 'c', 'it''s', """multi
line""", r'\n', b'bytes' == b'bytes', u'u', '\x41\u00e9\t|')
