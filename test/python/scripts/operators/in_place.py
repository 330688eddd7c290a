"""Augmented assignment: in place where the object can, on every kind of target, evaluated once."""

import operator


class Traced:
    def __init__(self, value):
        self.value = value

    def __iadd__(self, other):
        self.value += other
        return self

    def __sub__(self, other):
        return Traced(self.value - other)

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return f"mul {other}"

    def __ior__(self, other):
        return "something else"

    def __repr__(self):
        return f"Traced({self.value})"


t = same = Traced(1)
t += 5
print(t, t is same)
t -= 2
print(t, same, t is same)
t *= 3
print(t)
same |= 1
print(same)

xs = alias = [1]
xs += (2, 3)
xs *= 2
print(alias, xs is alias)
xs = xs + [9]
print(alias, xs is alias)
pair = ([], 1)
try:
    pair[0] += [7]
except TypeError as error:
    print(error, pair)
n = 7
n += 1; n -= 2; n *= 3; n **= 2; n //= 5; n %= 17; n <<= 3; n |= 1; n &= 0b1111; n ^= 0b110; n >>= 1  # fmt: skip
print(n)
x = 9.0
x /= 2
x //= 2
print(x)
s, d = {1, 2}, {"a": 1}
s |= {3}; s &= {2, 3, 4}; s -= {3}; s ^= {5}  # fmt: skip
d |= {"b": 2}
d |= [("c", 3)]
print(s, d)
text = "ab"
text += "c"
text *= 2
print(text, b"x".__add__(b"y"))


def key(log=[]):
    log.append("key")
    return len(log) - 1


table = [10, 20, 30]
table[key()] += 1
table[key()] *= 2
print(table, key.__defaults__)


class Box:
    def __getattr__(self, name):
        print("get", name)
        return 0

    def __setattr__(self, name, value):
        print("set", name, value)

    def __getitem__(self, key):
        print("item", key)
        return 1

    def __setitem__(self, key, value):
        print("put", key, value)


box = Box()
box.count += 2
box["k"] += 3
box[1:2] -= 1
for name in "iadd isub imul ifloordiv iand ior ixor ilshift irshift imod ipow itruediv iconcat".split():
    a, b = ([1], [2]) if name == "iconcat" else (12, 5)
    print(name, getattr(operator, name)(a, b))
for source in ("1 += 1", "f() += 1", "a, b += 1", "(a) += 1", "[a] += 1", "a += b += 1", "(yield) += 1", "None += 1"):
    try:
        compile(source, "x", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(error.msg)
for attempt in ("None", "'a'", "(1,)", "[1]", "{}"):
    value = eval(attempt)
    try:
        value += 1
    except TypeError as error:
        print(error)
    try:
        value |= 1
    except TypeError as error:
        print(error)
