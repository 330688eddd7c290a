"""Keys that are equal to a number or a text of another type are the same key."""

from collections import Counter
from fractions import Fraction

print({1: "int", 1.0: "float", True: "bool", Fraction(1): "fraction", 1 + 0j: "complex"})
print({Fraction(1, 2): "a", 0.5: "b"}, {0.5, Fraction(2, 4)}, Fraction(1, 3) in {1 / 3})
print(Counter([Fraction(3), 3, 3.0, Fraction(7, 2), 3.5]))
print(hash(Fraction(5, 4)) == hash(1.25), hash(Fraction(-1)), hash(Fraction(10**30, 7)))


class Caseless(str):
    """A text that is equal to others in lower or upper case."""

    def __hash__(self):
        return hash(self.lower())

    def __eq__(self, other):
        return self.lower() == other.lower()


headers = {"accept": 1}
headers[Caseless("Accept")] = 2
print(headers, Caseless("ACCEPT") in headers, "host" in {Caseless("Host")}, "Host" in {Caseless("HOST")})


class Level:
    """A number by another name."""

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == int(other)

    def __int__(self):
        return self.value

    __index__ = __int__

    def __repr__(self):
        return f"Level({self.value})"


names = {10: "debug", 20: "info"}
names[Level(10)] = "DEBUG"
print(names, Level(20) in names, Level(30) in names, 40 in {Level(40)}, {Level(1), Level(1), 1})


class Tag:
    """Equal only to its kind: no other key with the same hash is compared."""

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return isinstance(other, Tag) and self.text == other.text


print(len({Tag("a"), Tag("a"), "a"}), Tag("b") in {"b": 1}, {Tag("c"): 1}[Tag("c")])
