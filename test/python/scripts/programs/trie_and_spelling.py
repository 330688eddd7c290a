"""A trie with every container method, completion, edit distances, and a spelling corrector."""

from collections import Counter
from collections.abc import MutableMapping
from functools import cache
from heapq import nsmallest
from itertools import islice

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity"""


class Trie(MutableMapping):
    __slots__ = ("children", "value", "size")
    _nothing = object()

    def __init__(self, *args, **kwargs):
        self.children, self.value, self.size = {}, self._nothing, 0
        self.update(*args, **kwargs)

    def _find(self, key):
        node = self
        for char in key:
            node = node.children.get(char)
            if node is None:
                return None
        return node

    def __getitem__(self, key):
        node = self._find(key)
        if node is None or node.value is self._nothing:
            raise KeyError(key)
        return node.value

    def __setitem__(self, key, value):
        new = key not in self
        node = self
        node.size += new
        for char in key:
            node = node.children.setdefault(char, Trie())
            node.size += new
        node.value = value

    def __delitem__(self, key):
        self[key]
        node, path = self, []
        node.size -= 1
        for char in key:
            path.append((node, char))
            node = node.children[char]
            node.size -= 1
        node.value = self._nothing
        for parent, char in reversed(path):
            if parent.children[char].size == 0:
                del parent.children[char]

    def __iter__(self):
        yield from self.starting("")

    def starting(self, prefix):
        node = self._find(prefix)
        stack = [(prefix, node)] if node else []
        while stack:
            key, node = stack.pop()
            if node.value is not self._nothing:
                yield key
            stack += [(key + c, child) for c, child in sorted(node.children.items(), reverse=True)]

    def __len__(self):
        return self.size

    def __repr__(self):
        return f"Trie({dict(self)!r})"


words = [w.strip(",").lower() for w in TEXT.split()]
trie = Trie(Counter(words))
print(len(trie), trie["it"], list(trie)[:5], list(trie.starting("w")), "was" in trie, "wa" in trie)
print(trie.pop("wisdom"), trie.get("wisdom", "gone"), trie.setdefault("winter", 0), list(trie.starting("wi")))
trie.update(spring=1, zebra=2)
print(trie.popitem(), sorted(trie.items(), key=lambda kv: (-kv[1], kv[0]))[:4], trie == dict(trie))
small = Trie(a=1, ab=2)
print(small, small == {"a": 1, "ab": 2}, [*small.keys()], small.keys() & {"a", "x"}, (2 in small.values()))
for attempt in (lambda: small["b"], lambda: small.__delitem__("abc"), lambda: small["a"].missing, lambda: hash(small)):
    try:
        attempt()
    except (KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
small.clear()
print(small, len(small), bool(small))


@cache
def distance(a, b):
    if not a or not b:
        return len(a) or len(b)
    if a[0] == b[0]:
        return distance(a[1:], b[1:])
    return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))


def table(a, b):
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y)))
        rows.append(row)
    return rows


print(distance("kitten", "sitting"), table("kitten", "sitting")[-1][-1], distance.cache_info().hits > 0)
print("\n".join(" ".join(map(str, row)) for row in table("age", "epoch")))

vocabulary = Counter(words)


def edits(word):
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    yield from (a + b[1:] for a, b in splits if b)
    yield from (a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1)
    yield from (a + c + b[1:] for a, b in splits if b for c in letters)
    yield from (a + c + b for a, b in splits for c in letters)


def correct(word):
    candidates = {word} & vocabulary.keys() or {w for w in edits(word) if w in vocabulary} or {word}
    return max(sorted(candidates), key=vocabulary.__getitem__)


for word in ("tiems", "wrost", "the", "epocch", "bset", "qqq"):
    print(word, "->", correct(word), nsmallest(2, vocabulary, key=lambda w: (distance(w, word), w)))
print(len(set(edits("it"))), list(islice(edits("it"), 5)))
