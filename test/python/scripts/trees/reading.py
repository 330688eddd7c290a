"""`ast.parse` and `ast.dump`: a program as a tree, with the place of every node."""

import ast

SOURCE = '''
@register("block")
class Block(Module, metaclass=Meta):
    """A block.

        With two lines.
    """

    async def forward(self, x: int = 3, /, *rest, flag, **more) -> "Tensor":
        "Forward."
        async with a as b, c:
            x[1:2, ...] @= self.conv(x, *rest, pad=1, **more)
        return [i async for i in x if i if not flag]

match command:
    case {"go": [1, *others], **rest} if rest: pass
    case Point(1, y=2) | None | -1+2j as q: pass
    case [_, *_]: pass
try:
    total: float = f"{value!r:>{width}.2f} of {n=}" u"!"
except* (OSError, E) as e:
    raise X from e
'''

tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=2))
print(ast.dump(ast.parse("a.b", mode="eval"), include_attributes=True))
print(ast.dump(ast.parse("x; y = 1", mode="single"), annotate_fields=False))

cls = tree.body[0]
print(repr(ast.get_docstring(cls)), repr(ast.get_docstring(cls, clean=False)))
print(ast.get_docstring(cls.body[1]), ast.get_docstring(tree))
print(ast.get_source_segment(SOURCE, cls.body[1].body[2]))
print(ast.get_source_segment(SOURCE, cls.body[1].body[1], padded=True))

# Columns count bytes of UTF-8.
name = ast.parse("größe = 'ü' + wert").body[0].value.right
print(name.id, name.lineno, name.col_offset, name.end_col_offset)
print(ast.get_source_segment("größe = 'ü' + wert", name))
print(ast.parse(b"# coding: latin-1\nx = '\xe9'").body[0].value.value)

# What only the compiler refuses has a tree.
print(ast.dump(ast.parse("return 1")))
for wrong in ("x =", "f(a for a in b, c)", "if x\n    y", " x", "x = 08"):
    try:
        ast.parse(wrong, "model.py")
    except SyntaxError as error:
        print(type(error).__name__, error, error.offset, repr(error.text))
for arguments in ((3,), ("x\0",), ("x", "f", "expression")):
    try:
        ast.parse(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
