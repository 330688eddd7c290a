"""copy, deepcopy and pickle: what is shared, cycles, and the hooks that a class may have."""
import copy
import pickle
from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from enum import Enum

Pair = namedtuple("Pair", "a b")


class Kind(Enum):
    ONE = 1


class Plain:
    def __init__(self, value, other=None):
        self.value, self.other = value, other

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None


class State:
    def __init__(self):
        self.kept, self.dropped = [1], "secret"

    def __getstate__(self):
        print("getstate")
        return {k: v for k, v in vars(self).items() if k != "dropped"}

    def __setstate__(self, state):
        print("setstate", state)
        vars(self).update(state, dropped=None)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, self.args, {"extra": True}


class Hooks:
    def __copy__(self):
        return "shallow"

    def __deepcopy__(self, memo):
        return "deep"


class Slotted:
    __slots__ = ("a", "b")


class Args(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


@dataclass(frozen=True)
class Frozen:
    x: list = field(default_factory=list)


nested = [[1], {"k": [2]}, (3, [4])]
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested[0].append("x")
print(shallow[0], deep[0], shallow[1] is nested[1], deep[1] is nested[1], copy.copy(nested[2]) is nested[2], copy.deepcopy(t := (1, "a")) is t)
cycle = [1]
cycle.append(cycle)
again = copy.deepcopy(cycle)
print(again, again[1] is again, again is cycle)
a = Plain(1)
b = Plain(a, a)
a.other = b
c = copy.deepcopy(b)
print(c.value is c.other, c.value.other is c, c is b, copy.copy(b).value is a)
shared = []
twice = copy.deepcopy([shared, shared])
print(twice[0] is twice[1], copy.copy(Hooks()), copy.deepcopy([Hooks()]), copy.copy(len) is len, copy.deepcopy(Plain) is Plain, copy.deepcopy(Kind.ONE) is Kind.ONE)
s = copy.copy(State())
print(s.kept, s.dropped, copy.copy(Reduced(1, 2)).__dict__)
slotted = Slotted()
slotted.a = [1]
print(copy.deepcopy(slotted).a, hasattr(copy.copy(slotted), "b"), copy.deepcopy(Args(1, [2])), copy.deepcopy(Frozen([1])))
values = [None, True, 1, -5, 2**70, 1.5, float("inf"), 1j, "text é😀", b"bytes", bytearray(b"x"), [1, [2]], (1,), (), {1: {"a": 2}}, {1, 2}, frozenset([3]), range(3), slice(1, 2), Pair(1, 2), Kind.ONE, Plain([1]), OrderedDict(a=1), deque([1], 3), defaultdict(list, a=[1]), len, Plain, Frozen([2]), ..., NotImplemented, int, Args(1, 2)]
for value in values:
    for protocol in (0, 2, 5):
        back = pickle.loads(pickle.dumps(value, protocol))
        if not (type(back) is type(value) and back == value):
            print("differs", value, back, protocol)
print(len(values), pickle.loads(pickle.dumps(cycle))[1][1][0], pickle.loads(pickle.dumps(b)).value.other.value.value, pickle.dumps([1, "a"], 0), pickle.dumps((1, None), 2), pickle.HIGHEST_PROTOCOL)
restored = pickle.loads(pickle.dumps(State()))
print(restored.kept, restored.dropped, vars(pickle.loads(pickle.dumps(Reduced(5)))))
for bad in (lambda: 0, (x for x in ()), open):
    try:
        pickle.dumps(bad)
        print("fine", bad is open)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
for data in (b"", b"x", b"I1\n", b"\x80\x04"):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
try:
    copy.deepcopy(x for x in ())
except TypeError as error:
    print(error)
try:
    copy.copy(type("Bad", (), {"__reduce_ex__": lambda self, p: 5})())
except Exception as error:
    print(type(error).__name__, error)
