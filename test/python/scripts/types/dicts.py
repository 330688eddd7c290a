d = {'b': 1, 'a': 2, 3: None, (1, 2): 'x', None: 0, True: 'yes'}
print(d, len(d), d['b'], d[1], d.get('zz'), d.get('zz', 5), d.get(3, 7), 'a' in d, 9 in d)
d[1.0] = 'one'; print(d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)))
for bad in (lambda: d['nope'], lambda: d[[]], lambda: d.pop('nope'), lambda: {}.popitem(), lambda: dict([1]), lambda: dict([(1, 2, 3)]),
            lambda: dict(5), lambda: {}.update(1, 2), lambda: d + {}, lambda: {} < {}, lambda: hash({}), lambda: {}.get(), lambda: d.foo,
            lambda: dict(1, 2), lambda: {1: 2} | [1], lambda: {[]: 1}, lambda: {**5}):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e, repr(e))
print(d.pop('b'), d.pop('zz', None), d.popitem(), d.setdefault('n', []), d.setdefault('a', 9), d)
del d['a']; d['a'] = 'again'; print(d)
e = dict(a=1, b=2); e.update({'c': 3}, d=4); e.update([('e', 5)]); e |= {'f': 6}; print(e, e | {'a': 9}, {**e, 'z': 0})
print(dict([('x', 1), ['y', 2]]), dict(zip('ab', (1, 2))), dict.fromkeys('abc', 0), dict.fromkeys([1]), dict({'k': 1}, k=2), dict())
k = e.keys(); v = e.values(); i = e.items(); e['g'] = 7; print(k, v, i, len(k), 'g' in k, 7 in v, ('g', 7) in i, ('g', 8) in i)
print({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} != {'a': 1.0}, {} == [], {'a': 1}.keys() & {'a', 'c'}, sorted({'a': 1}.keys() | {'b'}), {'a': 1}.keys() == {'a'})
print(sorted({'a': 1, 'b': 2}.keys() - ['a']), {'a': 1}.items() & [('a', 1)], {'a': 1}.keys() <= {'a', 'b'}, {'a': 1}.keys().isdisjoint('b'))
try:
    for key in e:
        e[key + 'x'] = 1
except RuntimeError as error:
    print(error)
class M(dict):
    def __missing__(self, key): return key * 2
m = M(a=1); print(m['a'], m['zz'], m.get('zz'), m, type(m), isinstance(m, dict), m.copy(), type(m.copy()))
r = {}; r['self'] = r; print(r)
print({x: x * x for x in range(4)}, {k: v for v, k in enumerate('ab')}, {i: [j for j in range(i)] for i in range(3)})
for n, (k, v) in enumerate({'p': 1, 'q': 2}.items()):
    print(n, k, v)
c = {'z': 1}; c2 = c.copy(); c2['z'] = 2; print(c, c2, c.clear(), c)
nested = {'a': {'b': {'c': [1, {'d': ()}]}}}; print(nested, nested['a']['b']['c'][1]['d'])
def kw(**k): return k
print(kw(a=1, **{'b': 2}), kw(**{}))
try:
    kw(a=1, **{'a': 2})
except TypeError as error:
    print(error)
try:
    kw(**{1: 2})
except TypeError as error:
    print(error)
print(max({'a': 3, 'b': 1}), min({'a': 3, 'b': 1}, key={'a': 3, 'b': 1}.get), sum({1: 2, 3: 4}), sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]))
print({1: 'a', True: 'b', 1.0: 'c'}, {'': 0, 0: 1, 0.0: 2, False: 3})
print(type({}.keys()), type({}.values()), type({}.items()), type(iter({})), type(iter({}.items())))
