"""A tokenizer that learns byte pairs, with special tokens, saved to JSON and read again."""
import json
import re
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Iterable, Iterator

TEXT = """the cat sat on the mat. the dog sat on the log; the cats and the dogs sat together.
Don't they like 12 or 1234 naïve café-goers?  Überall, 東京 is 日本's capital 🙂!
"""
SPLIT = re.compile(r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+| ?\d{1,3}| ?[^\s\w]+|\s+(?!\S)|\s+")


@dataclass
class Vocabulary:
    merges: list[tuple[int, int]] = field(default_factory=list)
    special: dict[str, int] = field(default_factory=dict)

    def __post_init__(self):
        self.pieces = {i: bytes([i]) for i in range(256)}
        for n, (a, b) in enumerate(self.merges, start=256):
            self.pieces[n] = self.pieces[a] + self.pieces[b]
        self.ranks = {tuple(pair): n for n, pair in enumerate(self.merges)}

    def __len__(self):
        return len(self.pieces) + len(self.special)


def pairs(word: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    yield from zip(word, word[1:])


def merge(word, pair, new):
    out, i = [], 0
    while i < len(word):
        if word[i : i + 2] == pair:
            out.append(new)
            i += 2
        else:
            out.append(word[i])
            i += 1
    return tuple(out)


def train(text: str, size: int, verbose=False) -> Vocabulary:
    words = Counter(tuple(w.encode("utf-8")) for w in SPLIT.findall(text))
    merges = []
    while 256 + len(merges) < size:
        counts = defaultdict(int)
        for word, times in words.items():
            for pair in pairs(word):
                counts[pair] += times
        if not counts:
            break
        best, times = max(counts.items(), key=lambda item: (item[1], item[0]))
        if times < 2:
            break
        new = 256 + len(merges)
        merges.append(best)
        words = Counter({merge(w, best, new): n for w, n in words.items()})
        if verbose and new % 5 == 0:
            print(f"  {new}: {best} x{times}")
    return Vocabulary(merges)


class Tokenizer:
    def __init__(self, vocabulary: Vocabulary, special: Iterable[str] = ()):
        self.vocabulary = vocabulary
        base = len(vocabulary.pieces)
        vocabulary.special = {token: base + n for n, token in enumerate(special)}
        self.cut = re.compile("(" + "|".join(map(re.escape, vocabulary.special)) + ")") if vocabulary.special else None

    @lru_cache(maxsize=100)
    def word(self, text: str) -> tuple[int, ...]:
        tokens, ranks = tuple(text.encode()), self.vocabulary.ranks
        while len(tokens) > 1 and (pair := min(pairs(tokens), key=lambda p: ranks.get(p, float("inf")))) in ranks:
            tokens = merge(tokens, pair, 256 + ranks[pair])
        return tokens

    def encode(self, text: str, *, allow_special: bool = True) -> list[int]:
        parts = self.cut.split(text) if self.cut and allow_special else [text]
        return [t for part in parts for t in ([self.vocabulary.special[part]] if allow_special and part in self.vocabulary.special else [t for w in SPLIT.findall(part) for t in self.word(w)])]

    def decode(self, tokens: Iterable[int], errors="replace") -> str:
        names = {n: t for t, n in self.vocabulary.special.items()}
        pieces = self.vocabulary.pieces
        unknown = [t for t in tokens if t not in pieces and t not in names]
        if unknown:
            raise KeyError(f"unknown tokens {unknown}")
        return b"".join(pieces[t] if t in pieces else names[t].encode() for t in tokens).decode("utf-8", errors)

    def dumps(self) -> str:
        return json.dumps(asdict(self.vocabulary), ensure_ascii=False)

    @classmethod
    def loads(cls, text: str) -> "Tokenizer":
        data = json.loads(text)
        return cls(Vocabulary([tuple(m) for m in data["merges"]]), data["special"])


print(SPLIT.findall(TEXT)[:14], len(SPLIT.findall(TEXT)))
vocabulary = train(TEXT, 286, verbose=True)
print(len(vocabulary), [vocabulary.pieces[n].decode(errors="backslashreplace") for n in range(256, 286) if n in vocabulary.pieces])
tokenizer = Tokenizer(vocabulary, ["<|end|>", "<|pad|>"])
for text in ["the cats", "Don't!", "東京🙂", "the<|end|>dog <|pad|>", "", "   \n", "12345"]:
    tokens = tokenizer.encode(text)
    print(repr(text), tokens, tokenizer.decode(tokens) == text, round(len(text.encode()) / max(1, len(tokens)), 2))
print(tokenizer.encode("<|end|>", allow_special=False)[:4], tokenizer.encode("<|end|>"))
print(repr(tokenizer.decode([230, 151])), tokenizer.word.cache_info())
for bad in ([9999], [1, -1]):
    try:
        tokenizer.decode(bad)
    except KeyError as error:
        print("KeyError", error)
try:
    tokenizer.decode([255], errors="strict")
except UnicodeDecodeError as error:
    print(error)
again = Tokenizer.loads(tokenizer.dumps())
print(again.encode(TEXT) == tokenizer.encode(TEXT), len(again.dumps()), again.dumps()[:60])
print(vocabulary == again.vocabulary, Vocabulary([(97, 98)]), Vocabulary([(97, 98)]) == Vocabulary([(97, 98)]))
