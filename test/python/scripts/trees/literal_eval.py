"""`ast.literal_eval`: values from text that can not run anything."""

import ast

for text in (
    "3",
    "-0x_ff",
    "1e-3",
    "2 - 3j",
    "'a' 'b'",
    "b'\\x00'",
    "(1, 'two', [3.0, None], {4, 5}, {'six': True, 7: ...})",
    "  [1,\n 2]",
    "set()",
    "()",
    "{'lr': 1e-3, 'betas': (0.9, 0.999), 'layers': [64, -128]}",
):
    print(repr(ast.literal_eval(text)))
print(ast.literal_eval(ast.parse("[1, 2]", mode="eval")), ast.literal_eval(ast.Constant(5)))

for text in (
    "__import__('os')",
    "a",
    "1 + 2",
    "'a' * 3",
    "[x for x in y]",
    "f'{1}'",
    "{**{}}",
    "-'1'",
    "1 +",
    "",
    "1; 2",
    "x = 1",
    "lambda: 0",
    "\n 1",
    "{[]: 1}",
):
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
