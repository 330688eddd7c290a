"""compile() refuses a text with a message, a line and columns."""


def refused(text):
    try:
        compile(text, 'program.py', 'exec')
    except SyntaxError as error:
        place = error.lineno, error.offset, error.end_lineno, error.end_offset
        print(f'{text!r}: {type(error).__name__}: {error.msg} {place} {error.text!r}')
    else:
        print(f'{text!r}: accepted')


for text in [
    'x = (1,\n', 'x = 1)\n', 'x = [1)\n', 'f(a b)\n', 'x = 5 5\n', '1 +\n', 'if x\n    pass\n', 'if x:\npass\n',
    '  x = 1\n', 'if x:\n        y\n    z\n', 'if x:\n\ty\n        z\n', 'x = "abc\n', '"""abc\n', 'x = \\ y\n',
    'x = 08\n', 'x = 0xg\n', 'x = 1_\n', 'x = 1__0\n', 'x = 0b12\n', 'x = 1e\n', 'x = 5a\n', 'x = $\n', 'x = \u20ac\n',
    'print "hello"\n', 'exec "x"\n', 'print a, b\n', 'x = {1: 2, 3}\n', 'x = {1:}\n', 'x = {1: *a}\n',
    'a = 3 if 4\n', 'import a.b as c.d\n', 'from a import b,\n', 'try:\n    pass\n', 'else: pass\n', 'class C\n    x\n',
    'def f(:\n    pass\n', 'for x y:\n    pass\n', 'while True print(1)\n', 'async x\n', '[x for x in]\n', 'f(x for x in y, 1)\n',
]:
    refused(text)
