"""a < b < c evaluates b once, stops at the first false part, and gives what the last part gave."""


def show(value):
    print(f"[{value}]", end=" ")
    return value


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(show(1) < show(2) > show(1) != show(4) == show(4))
print(1 < 2 < 3 == 3 != 4 >= 4 > 2 <= 2 in [2] not in [[3]] is not None)
print(1 == 1.0 == True, 1 is True, (1 < 2) < 3, 1 < (2 < 3), not 1 < 2, 5 > 4 > 3 > 3)


class Truth:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print(f"bool({self.name})", end=" ")
        return self.truth

    def __repr__(self):
        return f"<{self.name}>"


class Item:
    def __init__(self, name, answers):
        self.name, self.answers = name, answers

    def __lt__(self, other):
        return Truth(f"{self.name}<{getattr(other, 'name', other)}", self.answers)

    def __gt__(self, other):
        return Truth(f"{self.name}>{getattr(other, 'name', other)}", self.answers)

    def __eq__(self, other):
        return NotImplemented

    def __contains__(self, other):
        return Truth(f"{other} in {self.name}", self.answers)


a, b, c = Item("a", True), Item("b", False), Item("c", True)
print(a < b < c)
print(b < a < c)
print(1 < a, 1 > b, a == a, a == b, a != b, 1 in a, 1 not in a)
print(a < b and 1 or 2, not a < b)
try:
    a <= b
except TypeError as error:
    print(error)
for left, right in [(1, "a"), ([], ()), (None, None), ({}, {}), (1j, 2j), (object, int), (len, len), (range(1), range(2)), ({1}, [1])]:
    try:
        print(left < right)
    except TypeError as error:
        print(error)
print([1, 2] < [1, 3] < [2] < [2, 0], (1, "a") < (1, "b"), "a" < "B" < "b", "Z" < "a" < "é", [] < [0], b"a" < b"b" <= b"b")
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, [nan] == [nan], nan in [nan], (nan,) == (nan,), {nan: 1} == {nan: 1}, 1 < nan < 2)
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, -(10**400) < float("-inf"), 10**400 < float("inf"))
print({1, 2} < {1, 2, 3} <= {1, 2, 3}, {1} < {2}, {1} > {2}, {1: 2}.keys() <= {1, 2}, {1: 2}.items() >= {(1, 2)})
x = [3]
print(x is x is x, [] is [], () == [], "" in "" in ["", "a"], 1 in [1] == True, (1 in [1]) == True)
