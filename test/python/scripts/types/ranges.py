r = range(2, 20, 3)
print(r, len(r), list(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, 5.0 in r, 'a' in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step)
print(range(0), list(range(0)), list(range(5, 0, -2)), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), range(1, 1) == range(2, 2))
print(bool(range(0)), bool(range(1)), list(reversed(range(5))), range(10)[2:8:2], range(10)[-3:], range(5)[10:2], range(0, 10, 3)[::2])
for bad in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: range('a'), lambda: range(1, 2, 3, 4), lambda: range(3)[5], lambda: range(3)['a'], lambda: range(5).index(9), lambda: range(3) + range(2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(slice(1, 2), slice(5), slice(None), slice(1, 2, 3).step, slice(10, 2, -1).indices(5), slice(None, None, -1).indices(5), slice(5, 100).indices(3), slice(1) == slice(1))
class G:
    def __getitem__(self, key): return key
print(G()[1], G()[1:2], G()[::2], G()[1, 2:3, ...], G()[:, None])
it = iter(range(3)); print(next(it), list(it), next(it, 'x')); print(type(it), type(iter([])), type(iter(())), type(iter({1})))
class I:
    def __index__(self): return 3
print(range(I()), [1, 2, 3, 4][I()], list(range(10))[I():])
print(sum(range(101)), max(range(5)), min(range(3, 9)), [*range(3)], tuple(range(2)))
