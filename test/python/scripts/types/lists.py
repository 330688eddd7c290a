x = [3, 1, 2]
x.append(4); x.extend((5, 6)); x += 'ab'; x.insert(0, None); x.insert(-1, 'z'); x.insert(100, 'end')
print(x, len(x), x.index(5), x.count(1), 5 in x, 7 in x)
print(x.pop(), x.pop(0), x.pop(-2), x)
x.remove('a'); print(x)
for bad in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2),
            lambda: [1][3], lambda: [1]['a'], lambda: [1][1.0], lambda: [1] + (1,), lambda: [1] + 1,
            lambda: [1] * 'a', lambda: [1] * 1.5, lambda: 2.5 * [1], lambda: [1] < (1,), lambda: [1] < ['a'],
            lambda: list(5), lambda: [].append(), lambda: [].append(1, 2), lambda: [].sort(1),
            lambda: [1, 'a'].sort(), lambda: [1] - [1], lambda: -[1], lambda: list(1, 2), lambda: [].insert(1),
            lambda: [].foo, lambda: [].index(), lambda: hash([])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
y = list(range(10))
print(y[2:5], y[::-1], y[::3], y[-3:], y[:-3], y[8:2:-2], y[100:], y[-100:3], y[5:2])
y[2:4] = 'xyz'; print(y)
y[::2] = [0] * len(y[::2]); print(y)
del y[1:3]; print(y)
del y[::2]; print(y)
del y[-1]; print(y)
try:
    y[::2] = [1, 2, 3, 4, 5, 6]
except ValueError as e:
    print(e)
try:
    y[0:1] = 5
except TypeError as e:
    print(e)
try:
    y[9] = 1
except IndexError as e:
    print(e)
try:
    del y[9]
except IndexError as e:
    print(e)
z = [[0] * 2] * 2; z[0][0] = 1; print(z)
print([1, 2] * 2, 2 * [1], [1] * 0, [1] * -1, [] == [], [1, 2] == [1, 2.0], [1] != [2], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9])
w = [1]; w.append(w); print(w)
w = [3, 1, 2]; print(w.sort(), w, w.reverse(), w, w.copy() is w, w.clear(), w)
print(sorted([3, 1, 2], reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (1, 'a')], key=lambda t: t[0]))
print(sorted([(1, 'b'), (2, 'c'), (1, 'a')], key=lambda t: t[0], reverse=True))
words = 'the quick brown fox jumps over the lazy dog'.split()
words.sort(key=len); print(words)
words.sort(key=lambda w: (len(w), w), reverse=True); print(words)
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f'V{self.n}'
print(sorted([V(3), V(1), V(2)]), max([V(3), V(1)]) if hasattr(V, '__gt__') else None)
class L(list):
    def total(self): return sum(self)
l = L([1, 2, 3]); l.append(4); print(l, l.total(), type(l), isinstance(l, list), l[1:], type(l[1:]), l + [1], type(l + [1]), l == [1, 2, 3, 4])
print(list('abc'), list({'a': 1}), list((1, 2)), list(range(3)), list(), [*range(3), *'ab'])
a = [1, 2, 3]
for v in a:
    if v < 3: a.append(v + 10)
    if len(a) > 6: break
print(a)
b = a; b += [9]; print(a is b, a)
print(list(reversed(a)), a[True], [[1, 2], [3]][1][0])
print([x for x in range(10) if x % 2], [[i * j for i in range(3)] for j in range(2)], [(a, b) for a in 'xy' for b in (1, 2)])
it = iter([1, 2]); print(next(it), next(it), next(it, 'none')); print(it.__length_hint__(), list(it))
