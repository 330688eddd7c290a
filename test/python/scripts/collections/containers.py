"""Counter, deque, defaultdict, namedtuple, ChainMap and OrderedDict by what they do beyond dict and list."""
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c.total(), list(c.elements())[:6], c + Counter("az"), c - Counter("aaaaab"), c & Counter("abz"), c | Counter("zz"))
c.subtract("aaaaaaa")
print(c, +c, -c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter({"x": 2.5}), dict(Counter([1, 1])))
c.update(a=10, new=1)
del c["missing"]
print(c, Counter(None), Counter(), c.most_common()[-1], Counter("ab").pop("a"))
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], 3 in d, list(reversed(d)), d.count(2), d.index(3))
d.rotate(1)
d.extendleft("ab")
print(d, d.pop(), d.popleft(), d, d + deque([9]), d * 2, d == deque(d), deque([1]) < deque([2]))
for text in ["deque()[0]", "deque().pop()", "deque().popleft()", "deque([1]).remove(5)", "deque([1]).index(5)", "deque([1])['a']", "deque([1], maxlen=-1)", "deque([1])[0:1]", "hash(deque())", "deque(5)", "deque([1]) + [2]", "deque([1, 2], 1).insert(0, 5)", "deque([1], maxlen='a')", "Counter(5)", "Counter.fromkeys('ab')", "Counter('a') + 5", "defaultdict(5)", "defaultdict(list, [(1, [2])], a=3)", "defaultdict()['k']", "namedtuple('P', 'x x')", "namedtuple('P', '_x')", "namedtuple('P', 'class')", "namedtuple('1P', 'x')", "namedtuple('P', 'x y', defaults=[1, 2, 3])", "ChainMap({})['k']", "OrderedDict().popitem()", "OrderedDict(a=1).move_to_end('b')"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
iterating = deque([1, 2])
try:
    for item in iterating:
        iterating.append(item)
except RuntimeError as error:
    print(error)
groups = defaultdict(lambda: defaultdict(int))
for name, kind in [("a", "x"), ("b", "x"), ("a", "y"), ("a", "x")]:
    groups[name][kind] += 1
print({k: dict(v) for k, v in groups.items()}, groups.get("zz"), "zz" in groups, groups["zz"] == {}, len(groups), defaultdict(int, a=1).default_factory)
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, y=2)
print(p, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([4, 5, 6]), p[1:], p == (1, 2, 0), p.index(2), namedtuple("R", "a def a", rename=True)._fields, P.__doc__, P.x.__doc__)
x, *rest = p
print(x, rest, max(P(1, 2), P(1, 1)), {p: 1}[1, 2, 0], "%s-%s-%s" % p, P.__match_args__, isinstance(p, tuple))
for text in ["P(1)", "P(1, 2, 3, 4)", "P(1, w=2)", "p._replace(q=1)", "P._make([1])", "setattr(p, 'x', 1)", "setattr(p, 'n', 1)"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Sub(namedtuple("Base", ["w", "h"])):
    __slots__ = ()

    @property
    def area(self):
        return self.w * self.h

    def __repr__(self):
        return f"{super().__repr__()} area {self.area}"


print(Sub(2, 3), Sub(2, 3) == (2, 3))
base, top = {"a": 1, "b": 2}, {"a": 10}
chain = ChainMap(top, base)
chain["c"] = 3
print(chain["a"], chain["b"], sorted(chain), len(chain), top, chain.new_child({"a": 0})["a"], chain.parents, chain.maps, dict(chain), chain.get("q", 5))
try:
    del chain["b"]
except KeyError as error:
    print(error)
o = OrderedDict.fromkeys("abc")
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), list(reversed(o)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), o | {"z": 1})


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


class Loud(UserString):
    pass


low = Lower({"A": 1}, B=2)
low.update(C=3)
print(low, low.data, "a" in low, len(low), UserList([3, 1]) + [2], sorted(UserList("ba")), Loud("abc").upper(), type(Loud("a") + "b").__name__)
