"""What may be a key of a dict, and which keys are the same one."""

mixed = {1: "int", "1": "str", (1,): "tuple", None: "none", 1.5: "float", b"1": "bytes"}
mixed[True] = "bool"
mixed[1.0] = "float one"
print(mixed, len(mixed), mixed[True], 1 + 0j in mixed)
print({0: "a", 0.0: "b", False: "c", -0.0: "d"}, {1: "x", 2**70: "big"}[float(2**70) == 2**70])
nan = float("nan")
nans = {nan: 1, float("nan"): 2}
print(len(nans), nans[nan], nan in nans, float("nan") in nans)
print({frozenset({1, 2}): "set"}[frozenset([2, 1])], {range(3): 1}[range(0, 3, 1)], {int: 1, print: 2}[int])
print({"__proto__": 1, "constructor": 2, "toString": 3, "": 4}, {"é": 1}["\u00e9"])

for key in ([], {}, set(), bytearray(b""), ([],), {1: 2}.items(), slice(1)):
    try:
        print({}[key])
    except (TypeError, KeyError) as error:
        print(type(error).__name__, str(error).split(" at ")[0].split("(")[0])


class Named:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Named) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"Named({self.name!r})"


named = {Named("a"): 1, Named("b"): 2}
named[Named("a")] += 10
print(named, Named("b") in named, named.get(Named("c")), named.pop(Named("a")))


class OnlyEq:
    def __eq__(self, other):
        return True


class BadHash:
    def __hash__(self):
        return "text"


for make in (OnlyEq, BadHash):
    try:
        print({make(): 1})
    except TypeError as error:
        print(error)
try:
    print({}["missing"])
except KeyError as error:
    print(repr(error), error, error.args)
