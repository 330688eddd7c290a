"""Literals that are refused: escapes, f-string fields, bytes, implicit concatenation."""


def refused(text):
    try:
        compile(text, 'program.py', 'exec')
    except SyntaxError as error:
        print(f'{text}: {error.msg}')
    else:
        print(f'{text}: accepted')


for text in [
    r'"\x1"', r'"\u12"', r'"\U0011ffff"', r'"\U12"', r'"\N{no such name}"', r'"\N"', r'"\N{"', r'b"\x1"', 'b"\u00e9"', "b'a' 'b'",
    "'a' b'b'", "b'a' b'b'", "ur'a'", "bu'a'", "f'{}'", "f'{ }'", "f'{a'", "f'}'", "f'{{}'", "f'{a}}'", "f'{!r}'", "f'{a!x}'",
    "f'{a!}'", "f'{a!r'", "f'{a:{b:{c}}}'", "f'{a:{b:{c:{d}}}}'", "f'{a b}'", "f'{a $ b}'", "f'{lambda x: 1}'", "f'{a[}'", "f'{a)}'",
    "f'{(a}'", "f'{*}'", "f'{**a}'", "f'{a:'", "f'{a.1}'", "f'{print 1}'", "f'{yield}'", "f'{await a}'", "f'{a = }'", "f'{a=!r:>5}'",
    "f'{a!r:^{w}.{p}}'", "f'{{a}}'", "f'{a:=5}'", "f'{(a:=5)}'", "f'{a if b else c}'", "f'{ {1: 2}[1] }'", "rb'\\x'", "'\\8'",
    "f'''{\na\n}'''", "f'{a}' 'b{c}' f'{d}'", "'abc", '"""abc', "'a\\", "f'abc", "'\ud800'" if False else "'a' 'b'",
]:
    refused(text)
