"""`Counter`, `ChainMap`, `defaultdict`, `namedtuple` and `deque` at work together."""

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

words = "the quick brown the lazy dog the end dog".split()
counts = Counter(words)
print(counts, counts.most_common(2), counts["absent"], counts.total(), list(counts.elements())[:4])
counts.update(["fox", "the"])
counts.subtract({"dog": 3, "quick": 1})
print(counts, +counts, -counts, counts & Counter(the=2, dog=1), counts | Counter(a=1), counts - Counter(the=4))
print(Counter("aab") == Counter("aba"), Counter(a=1) <= Counter(a=2, b=1), Counter(a=1, b=0) == Counter(a=1))
del counts["fox"], counts["never there"]
print(Counter(a=3).fromkeys if False else sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))

defaults, user, line = {"lr": 0.1, "depth": 3}, {"lr": 0.01}, {}
settings = ChainMap(line, user, defaults)
print(settings["lr"], settings["depth"], dict(settings), len(settings), list(settings), "x" in settings)
settings["depth"] = 9
child = settings.new_child({"lr": 5})
print(line, child["lr"], child.parents["lr"], child.maps[0], settings, child.get("none", "nothing"))
try:
    del settings["lr"]
except KeyError as error:
    print(error)
print(settings.pop("depth"), settings["depth"], ChainMap({"a": 1}) | {"b": 2})

graph = defaultdict(lambda: defaultdict(int))
for a, b in zip(words, words[1:]):
    graph[a][b] += 1
print({k: dict(v) for k, v in graph.items()}, "nobody" in graph, graph.get("nobody"))
plain = defaultdict(list, {"a": [1]})
plain["b"].append(2)
print(plain, plain.default_factory, plain | {"c": 3}, plain.copy() == plain)
plain.default_factory = None
try:
    plain["c"]
except KeyError as error:
    print(repr(error))

Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p._replace(x=5), Point._make("abc"), p._asdict(), p[1:], Point._fields, Point._field_defaults, p == (1, 2, 0))
print(namedtuple("Odd", ["class", "a", "a", "_b"], rename=True)._fields)
for wrong in ("a a", "class", "_x", "1a"):
    try:
        namedtuple("Bad", wrong)
    except ValueError as error:
        print(error)

window = deque(range(5), maxlen=3)
window.append(9)
window.appendleft(8)
window.rotate(1)
print(window, window.maxlen, window[0], window[-1], deque("abc") + deque("d"), deque([1, 2]) * 2, deque("ab") < deque("b"))
window.extendleft([1, 2])
window.insert(0, 7) if len(window) < 3 else print("full:", list(reversed(window)))

order = OrderedDict(a=1, b=2, c=3)
order.move_to_end("a")
print(order, order.popitem(last=False), order == {"a": 1, "c": 3}, order == OrderedDict(a=1, c=3), list(reversed(order)))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Chain(UserList):
    def __add__(self, other):
        return Chain([*self.data, "+", *other])


upper = Upper(a=1)
upper.update(b=2)
print(upper, upper | {"c": 3}, Chain([1]) + [2], Chain("ab")[::-1], UserString("abc").upper() + "d", len(UserString("é")))
