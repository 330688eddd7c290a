"""Methods and operators of set and frozenset, what they take and what they give."""

a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union([5], (6,)), a.intersection([1, 3], {3}), a.difference([1], [2]), a.symmetric_difference([3, 9]))
print(a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), a <= {1, 2, 3}, a < {1, 2, 3}, a > {1})
frozen = frozenset([1, 2])
print(frozen, frozen | {3}, {3} | frozen, type(frozen | {3}).__name__, type({3} | frozen).__name__)
print(frozen == {1, 2}, hash(frozen) == hash(frozenset([2, 1])), frozen.copy() is frozen, frozenset(frozen) is frozen)
print(set(), frozenset(), {frozenset({1})}, frozenset({frozenset()}), {1, 1.0, True}, {0, False})

c = set(a)
c.update([4], (5,))
c.add(1)
c.discard(99)
c.remove(5)
c |= {6}
c -= {1}
c &= {2, 3, 4, 6}
c ^= {6, 7}
print(c, c is a, len(c), 7 in c, {frozenset([1])} == {frozenset([1])}, {1} in {frozenset([1])})
c.intersection_update([2, 3])
c.difference_update([3])
c.symmetric_difference_update([8])
print(c, c.pop() in (2, 8), len(c), c.clear(), c)

for attempt in (
    lambda: set().pop(),
    lambda: {1}.remove(2),
    lambda: {1}.remove({3}),
    lambda: {1} | [2],
    lambda: {1} - (1,),
    lambda: {1}.union(5),
    lambda: {1} < [1],
    lambda: {1}[0],
    lambda: {[]},
    lambda: {1}.add([]),
    lambda: [] in {1},
    lambda: set(5),
    lambda: set(1, 2),
    lambda: set(iterable=[]),
    lambda: hash({1}),
    lambda: frozen.add(3),
    lambda: {1} + {2},
    lambda: {{1}},
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
s = {1}
try:
    s |= [2]
except TypeError as error:
    print(error)
f = frozen
f |= {9}
print(f, frozen)
