s = {3, 1, 2}
print(s, len(s), 2 in s, set(), frozenset([1]), frozenset(), {1, 1.0, True}, set([5, 3, 9, 8, 16, 0, 32, 33]))
s.add(10); s.add(3); s.discard(99); s.remove(1); print(s)
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2, 3}, {1, 2} ^ {2, 3}, {1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1} >= set(), {1, 2} == {2, 1}, {1} != {2})
print({1}.union([2], (3,)), {1, 2}.intersection([2, 5]), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 7]), {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]))
for bad in (lambda: {1} | [2], lambda: {[]}, lambda: {1}.remove(5), lambda: set().pop(), lambda: set(5), lambda: {1}[0], lambda: {1} + {2}, lambda: hash(set()), lambda: {1} < [1], lambda: frozenset().add):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
t = {1, 2, 3, 4}; t -= {1}; t |= {9}; t &= {2, 3, 9}; t ^= {3, 100}; print(t)
t.update([5], [6]); t.difference_update([5]); t.intersection_update([6, 2, 9]); t.symmetric_difference_update([2, 7]); print(t)
print(frozenset([1, 2]) | {3}, {3} | frozenset([1, 2]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 'a'}[frozenset([1])], frozenset([1]) == {1})
print({x % 3 for x in range(10)}, sorted({'b', 'a'}), sorted(set('hello')), {(1, 2), (1, 2)}, len({1, 'a', None, (), 2.5}))
u = {1, 2}; v = u.copy(); v.add(3); print(u, v, u.clear(), u)
class S(set): pass
z = S([1, 2]); print(z, type(z), type(z | {3}), z == {1, 2})
try:
    for i in v: v.add(i + 10)
except RuntimeError as e:
    print(e)
print(set(range(20)), set(range(0, 100, 10)), {100, 200, 300}, {-1, -2, 5, 0}, {0.5, 1.5, 2}, {2**40, 7, 8})
print(set([1, 5, 9, 13, 17, 21, 25]), {97, 33, 65, 1, 129}, {i * i for i in range(12)})
print({10, 20, 30, 40, 50}, {10, 20, 30, 40, 50, 60, 70}, {1024, 2048, 4096, 8192, 16384, 5}, {3, 1, 2, -1, -2}, {(1, 2), (3, 4), (5, 6)})
