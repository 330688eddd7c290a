"""Literals of str and bytes: every escape, the prefixes, joining side by side, lines that go on."""

print(ascii("\a\b\f\n\r\t\v\\\'\"\0\1\12\123\1234\x41\u0041\U00000041\N{BULLET}\N{greek small letter alpha}"))
print("one \
two", 'a' "b" """c""" r'\d', "it's", 'say "x"', """both ' and " here""", '''tr"""iple''')
print(r"\n\x\"", rb"\x00", Rb"\d", bR"\w", BR"\\")
print(b"\x00\xff\n\t\\\'\"abc\101\0", b'a' b"b", b"""x
y""", u"unicode", U'too')
print(len("\u00e9"), len("e\u0301"), len("\U0001f600"), len(b"\xc3\xa9"), "\ud800" == chr(0xD800))
print(repr("'"), repr('"'), repr("'\""), repr("\n\t\r\x07\x7f\x80\xa0\xad\u2028\ufeff\ud800\U000e0001\U0001f600é"))
print(repr(b"'"), repr(b"'\""), repr(bytes(range(0, 256, 15))))
print(f"{{}} {{{1}}} {'nested'!r} {1+1=} {1+1 = } {'x'=!s:>5} {3.14159=:.2f} {'é'!a} {'''triple'''}")
name, width, value = "w", 8, 3.14159
print(f"{value:{width}.{2}f}|{value:>{width}}|{name!r:>{width}}|{value:{'>' + str(width)}}|{value:{width}{'.3'}e}")
print(f"{ {'a': 1}['a'] } {(lambda: 5)()} {[x for x in range(3)]} {'yes' if value else 'no'} {name:{name}<5}")
print(f'{value!r:^{width}.{width - 4}}', f"{name}" 'plain {not}' rf"\{name}\n", fr'{name}\d', f"{name * 2 !s}", f"{name!s:}")
print(f"""{
    value
    :.1f} across lines {
    width}""")
print(f"{value:%}" f"{width:b}" f"{10**9:,}" f"{-5:05d}" f"{'ab':*^6}" f"{True:d}" f"{None}" f"{...}")
print(f"{5 if True else 6:>3} {5!=6} {5==5} {(x:=7)} {x} {x<8} {x>=7=}")
for source in [r"'\x4'", r"'\u123'", r"'\U00110000'", r"'\N{no such}'", r"b'\x4'", "b'é'", "'abc", "f'{}'", "f'{a b}'", "f'{a'", "f'}'", "f'{a!x}'", "f'{a!}'", "f'{lambda x:1}'", "'''abc", "'a' b'b'", "f'{a:{b:{c}}}'", "f'{#}'", "f'{!r}'", "ur'x'", "bf'x'", "'\\\n'", "f'{*a}'", "f'{**a}'", "f'{yield}'"]:
    try:
        print(source, repr(eval(source, {"a": [1], "b": 2, "c": 3})))
    except Exception as error:
        print(source, type(error).__name__, getattr(error, "msg", error))
