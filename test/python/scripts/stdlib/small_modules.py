"""bisect, heapq, fractions, struct, hashlib, uuid, textwrap, pprint, string: what each is used for."""
import bisect
import hashlib
import heapq
import pprint
import string
import struct
import textwrap
import uuid
from fractions import Fraction

grades = [60, 70, 70, 80]
print(bisect.bisect_left(grades, 70), bisect.bisect(grades, 70), bisect.bisect_right(grades, 65, 1, 3), bisect.bisect_left([("a", 1), ("b", 2)], 2, key=lambda r: r[1]))
bisect.insort(grades, 75)
bisect.insort_left(grades, 70, key=lambda g: g)
print(grades, "FDCBA"[bisect.bisect([50, 60, 70, 80], 77)])
for call in (lambda: bisect.bisect([1], 2, -1), lambda: bisect.bisect([1, 2], "a"), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: struct.pack("b", 200), lambda: struct.pack("i", "a"), lambda: struct.pack("q"), lambda: struct.unpack("<i", b"abc"), lambda: struct.calcsize("y"), lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: uuid.UUID("x"), lambda: Fraction(1, 0), lambda: Fraction("a"), lambda: Fraction(1.5, 2), lambda: struct.pack("2s", 5), lambda: struct.unpack_from("i", b"ab")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
heap = [5, 1, 4, 1]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap, heapq.nsmallest(2, heap), heapq.nlargest(2, ["aa", "b", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge(["b", "a"], ["c"], reverse=True)))
print(Fraction(6, -4), Fraction("0.125"), Fraction("3/9"), Fraction(0.1).limit_denominator(10), Fraction(1, 3) + 1, Fraction(1, 2) * 0.5, Fraction(7, 2) // 1, Fraction(-7, 2) % 2, Fraction(1, 2) ** -2, Fraction(1, 3) < 0.34, round(Fraction(5, 2)), round(Fraction(22, 7), 2), repr(Fraction(1)), hash(Fraction(2)) == hash(2), float(Fraction(1, 3)))
print(struct.pack("<ihb?", 1, -2, 3, True), struct.pack(">f2s3xd", 1.5, b"abc", 2.0), struct.unpack("<3H", bytes(range(6))), struct.calcsize("@bi"), struct.calcsize("=bi"), struct.pack("3sP"[:2], b"a"), struct.pack("<e", 0.1), struct.unpack("<e", b"\x00\x7c"), list(struct.iter_unpack("<h", b"\1\0\2\0")), struct.Struct("!I").pack(2**32 - 1))
print(hashlib.md5(b"a").hexdigest(), hashlib.sha256(b"").hexdigest()[:16], hashlib.sha1(b"a" * 1000).hexdigest()[:16], hashlib.blake2b(b"x", digest_size=8).hexdigest(), hashlib.sha512().block_size)
h = hashlib.new("sha256", b"one")
h.update(b"two")
print(h.digest() == hashlib.sha256(b"onetwo").digest(), h.name, h.digest_size, h.copy().hexdigest()[:8])
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, u.hex, u.int, u.version, repr(u), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.UUID(int=5) < u, u.bytes[:4], len({uuid.uuid4() for _ in range(9)}), uuid.uuid4().version)
text = "  The quick brown\n  fox-like animal jumps over extraordinarily long words.\n"
print(textwrap.fill(textwrap.dedent(text), 20), textwrap.shorten(text, 30), textwrap.shorten(text, 12, placeholder="…"), sep="\n")
print(repr(textwrap.indent("a\n\nb\n", "> ")), textwrap.wrap("aaaaaaaaaaaa bb", 5), textwrap.wrap("x" * 7, 3, break_long_words=False), textwrap.wrap("a-b-c-d", 3), textwrap.wrap(""), repr(textwrap.dedent("\n\ta\n\t  b\n   \n")))
data = {"name": "x" * 30, "list": list(range(25)), "nested": {"b": [1, (2, {"k": None})], "a": {3, 1}}, "text": "word " * 20, 5: "int", (1, 2): frozenset([1])}
pprint.pprint(data, width=60, sort_dicts=False)
pprint.pprint({"b": 1, "a": [1] * 3}, width=10)
pprint.pprint([[1, [2, [3, [4]]]]], depth=2)
pprint.pprint(list("abcdefghij" * 2), compact=True, width=40, indent=2)
print(pprint.pformat({"k": "v"}), pprint.saferepr("a'b"), pprint.isreadable([1]), pprint.isrecursive(data))
print(string.ascii_letters[::13], string.digits, string.punctuation, repr(string.whitespace), string.capwords("a  bc d"), string.Template("$a ${b}c $$ $d").safe_substitute(a=1, b=2))
for template in ("$a $b", "$", "${a", "$1"):
    try:
        print(string.Template(template).substitute(a=1))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(list(string.Formatter().parse("a{b!r:>{w}}c{}")), string.Formatter().format("{0}{x}", 1, x=2), string.Formatter().vformat("{a[0]}", (), {"a": "z"}))
