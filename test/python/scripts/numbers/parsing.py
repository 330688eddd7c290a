"""What int(), float() and complex() read as a number, and how they refuse the rest."""


def attempt(function, *arguments, **keywords):
    shown = ", ".join([*map(repr, arguments), *(f"{k}={v!r}" for k, v in keywords.items())])
    try:
        print(f"{function.__name__}({shown}) = {function(*arguments, **keywords)!r}")
    except Exception as error:
        print(f"{function.__name__}({shown}): {type(error).__name__}: {error}")


for text in ["12", " 12\n", "+5", "-0", "1_000", "1__0", "_1", "1_", "0x10", "", " ", "1.0", "٣٤", "1e3", "--1", "- 1", "0b1", b"12", bytearray(b"7"), b"\xff", "1\0", "９"]:
    attempt(int, text)
for text, base in [("ff", 16), ("0xFF", 16), ("0xFF", 0), ("0o17", 0), ("0b11", 0), ("017", 0), ("0", 0), ("00", 0), ("z", 36), ("Z", 36), ("2", 2), ("1", 1), ("1", 37), ("0b1", 16), ("0_7", 0), ("0x_f", 16), ("10", -2), (10, 10), ("12", "3"), ("12", 3.0)]:
    attempt(int, text, base)
attempt(int, "12", base=8)
attempt(int)
attempt(int, None)
attempt(int, [])
attempt(int, 1.5e300)
attempt(int, float("nan"))
attempt(int, float("inf"))
attempt(int, 1j)
attempt(int, base=8)
attempt(int, "1", 2, 3)
for text in ["1.5", " 2e3 ", "1e", ".5", "5.", ".", "inf", "-Infinity", "NaN", "+nan", "1_0.0_1", "1_.0", "1e5_0", "1e400", "-1e400", "1e-400", "0x1p3", "", "infinit", "١.٥", b"1.5", "1 2", "1,5", "1e+", "1.5f"]:
    attempt(float, text)
attempt(float, None)
attempt(float, 10**400)
attempt(float)
for text in ["1+2j", "(1+2j)", " j ", "-j", "1j", "1 + 2j", "1e3-2.5e-1j", "inf+nanj", "1+2", "", "1+-2j", "(1", "1_0j", "J"]:
    attempt(complex, text)
attempt(complex, 1, 2)
attempt(complex, 1j, 2j)
attempt(complex, "1", 2)
attempt(complex, 1, "2")
attempt(complex, real=3, imag=-0.0)
attempt(complex, None)


class Index:
    def __index__(self):
        return 7




class Wrong:
    def __int__(self):
        return "1"

    def __float__(self):
        return 1

    def __complex__(self):
        return 1.0


for function in (int, float, complex):
    for value in (Index(), Wrong()):
        try:
            print(function.__name__, type(value).__name__, function(value))
        except TypeError as error:
            print(function.__name__, type(value).__name__, error)
print(bool("False"), bool(0.0), bool(-0.0), bool(0j), bool(""), bool(" "), bool(range(0)), bool(None), bool(...))
print(float.fromhex("0x1.8p3"), float.fromhex("-inf"), (0.1).hex(), (-0.0).hex(), float.fromhex("1.fp-1074"))
print((0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer())
