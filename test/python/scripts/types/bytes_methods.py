for data in (b"Hello World", bytearray(b"  a,b,,c \n"), b"", b"\x00\xff'\"\\", bytearray(b"it's")):
    print(repr(data), str(data), len(data), list(data), data[:3], data[::-1], data[1::2], bool(data))
    print(data.upper(), data.lower(), data.title(), data.capitalize(), data.swapcase())
    print(data.strip(), data.lstrip(), data.rstrip(), data.strip(b" H\n"), data.split(), data.split(b","))
    print(data.rsplit(b",", 1), data.rsplit(None, 1), data.split(None, 1), data.partition(b","), data.rpartition(b","))
    print(data.center(20), data.ljust(15, b"."), data.rjust(15, b"."), data.zfill(14))
    print(data.replace(b"l", b"LL"), data.replace(b"", b"-", 3), data.find(b"o"), data.rfind(b"o"), data.find(111, 5))
    print(data.count(b"l"), data.count(b""), data.startswith(b"He"), data.endswith((b"ld", b" \n")), data.hex(), data.hex(" "))
    print([getattr(data, name)() for name in "isalnum isalpha isascii isdigit islower isupper isspace istitle".split()])
    print(data + b"x", data * 2, 2 * data, data == bytes(data), data < b"I", b"o" in data, 111 in data)
    print(data.removeprefix(b"He"), data.removesuffix(b"ld"), data.splitlines(), data.expandtabs(4))
    print(data.translate(bytes.maketrans(b"lo", b"01"), b"e"), data.translate(None, b" "))
print(b",".join([b"a", bytearray(b"b")]), bytearray(b"-").join([b"x", b"y"]))
print(bytes(3), bytes([1, 2, 65]), bytes("é", "utf-8"), bytes.fromhex("41 42 0a"), bytearray.fromhex("ff"))
print(b"\xc3\xa9".decode(), b"\xff".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xff".decode("ascii", "ignore"))
print(b"%s-%d-%5.2f-%x-%a" % (b"q", 3, 2.5, 255, "é"), b"%(k)s" % {b"k": b"v"}, b"%c%c" % (65, b"B"))
print(hash(b"abc") == hash(b"abc"), {b"a": 1}[b"a"], b"a" in {b"a"}, b"a" == "a", b"a" != bytearray(b"a"))
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EEE"
a[::2] = b"1234"[: len(a[::2])] if len(a[::2]) <= 4 else a[::2]
print(a, a.pop(), a.pop(0), a)
a.extend(b"xyz"); a.extend([33]); a.append(63); a.insert(1, 45); a.remove(45); a.reverse()
print(a, a.copy(), a.copy() is a)
a += b"!"
a *= 2
del a[0]
del a[::3]
print(a, len(a))
a.clear()
print(a, bytearray(2), bytearray("ü", "latin-1"), bytearray(range(3)))
x, *y = b"abc"
print(x, y, sorted(b"cab"), max(b"cab"), sum(b"abc"), list(reversed(b"abc")), tuple(bytearray(b"ab")))
print(int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), int(b"12"), float(b"1.5"))
print([b for b in bytearray(b"ab")], list(map(chr, b"hi")), b"abc".index(b"c"), isinstance(b"", bytes))
