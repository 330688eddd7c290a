"""What eval() refuses: everything but one expression, at the place where that ends."""

for text in (
    "",
    "\n",
    "# nothing",
    "x = 1",
    "a, b = 1",
    "x += 1",
    "1; 2",
    "1;",
    "1\n2",
    "1 2",
    "pass",
    "return",
    "import os",
    "*a, b",
    "yield 1",
    "x for x in y",
    "a if b else c = 3",
    "lambda: 0 = 1",
    "f() = 1",
    "print 'x'",
    "(1",
    "1)",
    "x := 1",
    "def f(): pass",
):
    try:
        print(repr(text), eval(text))
    except SyntaxError as error:
        place = error.lineno, error.offset, error.end_lineno, error.end_offset
        print(repr(text), error, place, repr(error.text))
print(eval("  1 +\t1 \n\n"), eval("1,"), eval("# first\n2"))
