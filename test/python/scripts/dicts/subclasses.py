"""Classes derived from dict: __missing__, overridden methods, attributes."""


class Zero(dict):
    def __missing__(self, key):
        return f"no {key}"


zero = Zero(a=1)
print(zero["a"], zero["b"], zero.get("b"), "b" in zero, len(zero), zero)
print(type(zero.copy()).__name__, type(zero | {}).__name__, Zero.fromkeys("xy"), type(Zero.fromkeys("x")).__name__)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


upper = Upper(first=1)
upper["second"] = 2
upper.update(third=3)
upper.setdefault("fourth", 4)
print(upper, upper["second"], upper.get("second"), upper.get("SECOND"), Upper.fromkeys(["k"], 0))
print({**upper}, dict(upper), list(upper))
try:
    upper["first"]
except KeyError as error:
    print("KeyError", error)


class Attributes(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


config = Attributes(lr=0.1)
config.epochs = 3
del config.lr
print(config, config.epochs, hasattr(config, "keys"))
try:
    config.lr
except KeyError as error:
    print("KeyError", error)


class Keyed:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


print(dict(Keyed()), {**Keyed()}, (lambda **kw: kw)(**Keyed()), dict(Keyed(), c=1))


class Broken(dict):
    def __iter__(self):
        return iter(["changed"])

    def keys(self):
        return ["from keys"]

    def __getitem__(self, key):
        return "item"


broken = Broken(real=1)
print(list(broken), dict(broken), broken, len(broken), {}.__class__(broken))
print(dict[str, int], issubclass(Upper, dict), isinstance(upper, dict), Upper.__mro__[1:3])
