# Regular expressions: what they match, what they capture, and what they refuse
import re

name = re.compile(
    r"^(.*denselayer\d+\.(?:norm|relu|conv))\.((?:[12])\.(?:weight|bias|running_mean|running_var))$"
)
m = name.match("features.denseblock1.denselayer2.norm.1.weight")
print(m, m.groups(), m.group(1) + m.group(2), m.span(2))
print(name.match("features.conv0.weight"))
print(re.findall(r"(\w+)=(\d+)", "a=1, bc=22, d=x"), re.findall(r"\d+", "1 22 333"))
print(re.sub("x*", "-", "abxd"), re.sub(r"(?P<k>\w)(\d)", r"\2\g<k>", "a1 b2"))
print(re.sub(r"\d", lambda m: str(int(m[0]) * 2), "1a2b3"), re.subn("a", "b", "aaa", count=2))
print(re.split(r"(,)\s*", "a, b,c"), re.split(r"\s+", "a  b c", 1), re.split("x*", "axbc"))
print([m.span() for m in re.finditer("a|", "baac")])
print(re.match(r"(a*)*", "b").groups(), re.match(r"(?:(a)|b)*", "ab").groups())
print(re.match(r"(a)(b(c))?", "ab").groups("-"), re.match("(a)(b)?", "a").lastindex)
print(re.search(r"(?<=-)\w+", "spam-egg"), re.search(r"(?<!a)b", "abcb").start())
print(re.match(r"(?i:AB)c", "abc"), re.match(r"(?i)É", "é"), re.search("^b$", "a\nb\n", re.M))
print(re.match(r"(?P<q>['\"]).*?(?P=q)", "'a' 'b'").group(), re.match(r"(\()?a(?(1)\))", "(a)").group())
print(re.match("a{2,3}?", "aaaa").group(), re.match("a{2,3}", "aaaa").group(), re.match("a{,2}b", "aab"))
print(re.fullmatch("a|ab", "ab"), re.match(r"(?>a+)ab", "aaab"), re.match("a++b", "aab"))
print(re.compile(r"""
    (\d+)  # digits
    \s* [#]
""", re.X).match("12 #").group(1))
print(re.escape("a.b*c d-e"), re.search(r"\bfoo\b", "a foo b").span(), re.findall(r"[^\W\d_]+", "añb_1c"))
print(re.match(".", "\n"), re.match(".", "\n", re.S), re.match(r"[\]a-]+", "]-a").group())
print(m.groupdict(), re.match(r"(?P<a>.)(?P<b>.)?", "x").groupdict(), name.groups, re.I | re.M)
print(re.search("😀(.)", "ab😀c").span(1), re.findall(".", "a😀"))
print(re.match(r"(a(b))()", "ab").lastindex, re.match(r"(a(b))", "ab").lastindex)
for bad in ["(", "a)", "[a", "*a", "a**", r"\q", "(?P<1a>x)", "(?P=x)", "a{3,2}", r"\2", "(?<=a+)b", "[z-a]", "(?z)"]:
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as e:
        print(bad, e, e.pos)
for by in [r"\3", r"\q", r"\g<x>"]:
    try:
        re.sub("(a)", by, "a")
    except (re.error, IndexError) as e:
        print(type(e).__name__, e)
try:
    re.match("a", 1)
except TypeError as e:
    print(e)
print(re.A, re.X | re.S, str(re.U), re.compile("a", re.I).flags)
