"""`struct` and `array`: numbers as bytes, in a given order and width."""

import array
import struct
import sys

for form, values in (
    ("<i", (1,)),
    (">i", (-2,)),
    ("<bBhHiIqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1)),
    (">efd", (1.5, 0.1, -1 / 3)),
    ("<3s5sx?c", (b"abcd", b"xy", True, b"z")),
    ("4p", (b"abcdef",)),
    ("<2i3h", (1, 2, 3, 4, 5)),
    ("@bi", (1, 2)),
    ("!l", (7,)),
):
    data = struct.pack(form, *values)
    print(form, struct.calcsize(form), data.hex(" "), struct.unpack(form, data))

record = struct.Struct("<4sHd")
print(record.size, record.format, record.unpack(record.pack(b"head", 3, 2.5)))
buffer = bytearray(20)
record.pack_into(buffer, 2, b"body", 9, -0.5)
print(buffer.hex(), record.unpack_from(buffer, 2), struct.unpack_from("<H", buffer, 6))
print(list(struct.iter_unpack("<HB", b"\x01\x00\x02\x03\x00\x04")))
print(struct.unpack("<f", struct.pack("<f", 0.1))[0], struct.pack("<e", 65504).hex(), struct.pack(">d", float("nan")).hex())

a = array.array("f", [1, 2.5, -3])
print(a, a.itemsize, len(a), a.typecode, a[1:], a.tolist(), sum(a), 2.5 in a, a.index(2.5))
a.append(0.1)
a.extend([7, 8])
a[0] = 9
del a[1]
print(a, a.tobytes()[:8].hex(), a.count(7), a.pop(), a == array.array("d", a.tolist()), a[::-1].tolist())
b = array.array("H")
b.frombytes(b"\x01\x00\xff\xff")
b.insert(1, 5)
b.byteswap()
print(b, array.array("b", b"\x00\xff").tolist(), b + b, b * 2)
print(memoryview(a).format, memoryview(a).nbytes, bytes(memoryview(b)).hex(), sys.byteorder)

for attempt in (
    lambda: struct.pack("<b", 200),
    lambda: struct.pack("<H", -1),
    lambda: struct.pack("<i", 1.5),
    lambda: struct.pack("<i"),
    lambda: struct.pack("<i", 1, 2),
    lambda: struct.unpack("<i", b"abc"),
    lambda: struct.pack("<y", 1),
    lambda: struct.pack("<f", 1e40),
    lambda: struct.pack("s", "text"),
    lambda: struct.unpack_from("<i", b"abcdef", 4),
    lambda: struct.pack("c", b"ab"),
    lambda: struct.pack("<e", 70000.0),
    lambda: array.array("b", [200]),
    lambda: array.array("z"),
    lambda: array.array("i", [1.5]),
    lambda: array.array("i").pop(),
    lambda: array.array("i", [1]).index(2),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
