"""Classes derived from list: what of theirs is used, and what methods return."""


class Shout(list):
    def __init__(self, items=(), label="none"):
        super().__init__(items)
        self.label = label

    def append(self, item):
        super().append(str(item).upper())

    def __repr__(self):
        return f"Shout({list(self)!r}, {self.label!r})"


words = Shout(["a"], label="x")
words.append("b")
words.extend(["c"])
words += ["d"]
print(words, len(words), words.label, isinstance(words, list), type(words[:2]).__name__)
print(type(words + []).__name__, type(words * 2).__name__, type(words.copy()).__name__, [*words])
print(words == ["a", "B", "c", "d"], sorted(words), "B" in words, words.__dict__)


class Counted(list):
    def __len__(self):
        return 99

    def __iter__(self):
        return iter(["iterated"])

    def __getitem__(self, index):
        return f"item {index}"

    def __contains__(self, item):
        return True

    def __bool__(self):
        return False


odd = Counted([1, 2])
print(len(odd), list(odd), odd[5], 7 in odd, bool(odd), odd, tuple(odd), [*odd], odd == [1, 2])
print(list.__len__(odd), list.__getitem__(odd, 0), sum(list.__iter__(odd)))
first, = odd
print(first)


class Slotted(list):
    __slots__ = ("extra",)


slotted = Slotted([1])
slotted.extra = 2
try:
    slotted.other = 3
except AttributeError as error:
    print(error)
print(slotted, slotted.extra, list[int], Shout[str], list.__class_getitem__(int))
