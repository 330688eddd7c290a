"""A class that answers [], len, in, iteration, reversal and truth, and what each falls back on."""


class Sequence:
    """Only __getitem__ and __len__: the old protocol."""

    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        print(f"[{key!r}]", end=" ")
        return self.items[key]


s = Sequence(1, 2, 3)
print(list(s), 2 in s, 9 in s)
print(list(reversed(s)), bool(s), bool(Sequence()))
print(s[1:], s[-1], s[::2], sorted(s, reverse=True), max(s), [*s], dict(enumerate(s)))
a, *b = s
print(a, b)


class Keys:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


k = Keys()
print(k[1], k[1, 2], k[()], k[1:2], k[1:2, ..., None], k[:, ::-1], k[(1, 2)], k[(1,)], k[1,], k[*[1, 2], 3], k["a":"b":"c"])
k[1:2] = k[0] = 5
k[1:2, 3] = 6
del k[0], k[..., :]
k[1] += 4
k[print("index")], k[2] = 1, 2


class Bad:
    def __len__(self):
        return self.length

    def __contains__(self, item):
        return item

    def __bool__(self):
        return self.truth

    def __iter__(self):
        return self.iterator

    def __reversed__(self):
        return "backwards"

    def __length_hint__(self):
        return 5


bad = Bad()
for bad.length in (-1, "a", 2.0, True, 10**20, None):
    try:
        print(len(bad))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for bad.truth in (1, None, True):
    try:
        print(bool(bad))
    except TypeError as error:
        print(error)
bad.truth = True
print([] in bad, 5 in bad, "x" in bad, 0 not in bad, reversed(bad))
for bad.iterator in (5, None, iter([1])):
    try:
        print(list(bad))
    except TypeError as error:
        print(error)
for text in ["5[0]", "None['a']", "len(5)", "1 in 5", "iter(5)", "reversed({1})", "reversed(5)", "len(x for x in ())", "(1, 2)['a']", "[1][1.0]", "'abc'['a']", "{}[[]]", "{1}[0]", "int[0]", "len[0]", "(lambda: 0)[0]", "next([])", "next(5)", "list(1)", "tuple(None)", "a = *5,", "[*5]", "{**5}", "print(*5)", "print(**5)", "'a' in 'abc'", "1 in 'abc'", "b'a' in b'abc'", "97 in b'abc'", "300 in b'abc'", "'a' in b'abc'", "None in [None]", "range(5)['a']", "range(5)[9]", "b'abc'[9]", "(1,)[9]", "[][0]", "''[0]", "{}[0]", "memoryview(b'a')[3]"]:
    try:
        print(text, "=", eval(text) if "=" not in text else exec(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for text in ["(1,)[0] = 1", "'a'[0] = 'b'", "5[0] = 1", "b'a'[0] = 1", "range(3)[0] = 1", "None[0] = 1", "{1}[0] = 1", "del (1,)[0]", "del 'a'[0]", "del 5[0]", "del {}[0]", "del [][0]", "[1][5] = 1", "[1]['a'] = 1", "[1, 2][0:1] = 5", "[1, 2][::2] = [1, 2]", "frozenset()[0] = 1"]:
    try:
        exec(text)
    except Exception as error:
        print(text, "->", type(error).__name__, error)
