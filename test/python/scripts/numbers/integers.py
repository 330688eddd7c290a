"""Integers of any size: their arithmetic, their methods, and the errors of both."""

print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, divmod(-7, 2), divmod(7, -2))
print(2**200, (-3) ** 101, 2**-1, 0**0, (-2) ** 0.5)
print(pow(3, 200, 1000007), pow(3, -1, 7), pow(-3, 5, 7), pow(3, 5, -7))
for arguments in [(2, -1, 4), (2, 3, 0), (2.0, 3, 5), (0, -1), (2, "x"), (2, 3, 1)]:
    try:
        print(pow(*arguments))
    except (ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
for operation in ["1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "1 << -1", "1 >> -1", "1.0 // 0", "1.0 % 0", "10**400 / 1.0", "10**400 / 10**399", "1 / 10**400", "~True", "-True + True", "1 << 70 >> 69", "-1 >> 100", "-(5**30) >> 10", "6 & -4, 6 | -4, 6 ^ -4", "-(2**70) & 2**65 - 1", "(1 << 65) | 1 << 3", "1 + 'a'", "'a' + 1", "[] - 1", "-'a'", "~1.5", "1 @ 2", "1 < 'a'", "None >= 1", "1 and [] or {}", "not [] in [[]]"]:
    try:
        print(operation, "->", eval(operation))
    except Exception as error:
        print(operation, "->", type(error).__name__, error)
print((255).bit_length(), (2**100).bit_length(), (-8).bit_length(), (0).bit_length(), (2**100 - 1).bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(3, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\xff\x00", "big"), int.from_bytes(b"\xff\x00", "little", signed=True), int.from_bytes([1, 2, 3], "big"))
for call in [lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: (128).to_bytes(1, "big", signed=True)]:
    try:
        print(call())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print((6).as_integer_ratio(), (6).numerator, (6).denominator, (6).real, (6).imag, (6).conjugate(), True.real)
print(0x_ff, 0b1_0, 0o17, 1_000_000, 0xDEAD_BEEF, 00, 0_0)
print(f"{10**20:,} {10**20:_} {255:#x} {255:#_b} {-255:08x} {255:+d} {65:c} {3:e} {12345:g} {5:%} {7:>5}|{7:<5}|{7:^5}|{7:*=+6}|{0:#o}")
for spec in ["s", ".2d", ",x", "=5s", "c,", "+c", "_,", "zd", "5.", "ll"]:
    try:
        print(repr(spec), format(97, spec))
    except ValueError as error:
        print(repr(spec), error)
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(True), hash(2**200), hash(-(2**61)))
print(isinstance(True, int), True + True, int(True), [10, 20][True], {1: "a", True: "b", 1.0: "c"})
print(sum(range(10**5)), 10**30 // 7**10, 10**30 % 7**10, -(10**30) // 7**10, int(1e22), int(-1.9), int(2**70 + 0.0))
