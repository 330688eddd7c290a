# What the methods of str say of characters, each method in one number. Characters that are newer
# than CPython 3.11 (Unicode 14) or have changed since are left out.
TESTS = "isalpha isdecimal isdigit isnumeric isalnum isspace isidentifier islower isupper istitle isprintable"
CONVERSIONS = "upper lower title capitalize swapcase casefold"

# New in later versions of Unicode, or with other properties there.
CHANGED = {0x19B, 0x264, 0x295, 0x10FC, 0x20C1, 0xAB69}


def characters():
    for start, stop in [(0, 0x600), (0x10A0, 0x1100), (0x13A0, 0x1400), (0x1D00, 0x2200), (0x2460, 0x2500), (0xA640, 0xA7C0), (0xAB30, 0xABC0), (0xFB00, 0xFB20), (0xFF00, 0xFF60), (0x10400, 0x10450), (0x1F100, 0x1F110)]:
        for code in range(start, stop):
            if code not in CHANGED:
                yield chr(code)


def checksum(values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 1000000007
    return total


for name in TESTS.split():
    test = getattr(str, name)
    holding = [ord(c) for c in characters() if test(c)]
    print(name, len(holding), checksum(holding))
for name in CONVERSIONS.split():
    convert = getattr(str, name)
    changed = [(c, convert(c)) for c in characters() if convert(c) != c]
    print(name, len(changed), checksum(ord(x) for c, r in changed for x in c + r))
    for word in ("ΑΣ", "ΑΣ Σ", "ǆ ǅ", "Straße", "ŉa", "ﬁn", "İI", "a'b", "ὈΔΥΣΣΕΎΣ", "AΣ́", "ᾳ"):
        print(name, repr(convert(word)))
