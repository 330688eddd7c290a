"""collections.OrderedDict: moving ends, and comparing with the order."""

from collections import OrderedDict

letters = OrderedDict(a=1, b=2, c=3)
letters.move_to_end("a")
print(letters, list(letters), list(reversed(letters)))
letters.move_to_end("c", last=False)
print(letters.popitem(), letters.popitem(last=False), letters)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(OrderedDict(), OrderedDict([("x", [1])]), OrderedDict.fromkeys("ab", 0))
both = OrderedDict(a=1) | {"b": 2}
print(both, type(both).__name__, type(both.copy()).__name__, {"z": 0} | both)
both |= {"a": 5}
print(both, both.pop("a"), both.pop("q", "gone"), both.setdefault("n"), both)

for attempt in (
    lambda: OrderedDict().popitem(),
    lambda: letters.move_to_end("zzz"),
    lambda: letters.pop("zzz"),
    lambda: letters["zzz"],
    lambda: OrderedDict(1),
):
    try:
        print(attempt())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
try:
    for key in both:
        both[key + "!"] = 1
except RuntimeError as error:
    print(error)
nested = OrderedDict()
nested["me"] = nested
print(nested)


class Recent(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        while len(self) > 2:
            self.popitem(last=False)


recent = Recent()
for key in "abcb":
    recent[key] = ord(key)
print(recent, list(recent.items()), isinstance(recent, dict), recent.keys(), recent.values())
