"""Visitors, transformers, and trees made by hand."""

import ast
import copy
import pickle
import warnings

TREE = ast.parse("def area(r):\n    pi = 3.14159\n    return pi * r ** 2\nprint(area(2))")

print([type(node).__name__ for node in ast.walk(TREE)])
print([name for name, _ in ast.iter_fields(TREE.body[0])])
print([type(child).__name__ for child in ast.iter_child_nodes(TREE.body[0].body[1].value)])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.read, self.written = [], []

    def visit_Name(self, node):
        (self.read if isinstance(node.ctx, ast.Load) else self.written).append(node.id)

    def visit_FunctionDef(self, node):
        print("function", node.name, [argument.arg for argument in node.args.args])
        self.generic_visit(node)


names = Names()
names.visit(TREE)
print(names.read, names.written)


class Fold(ast.NodeTransformer):
    """Powers of constants become constants; calls of print go."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(a), ast.Pow(), ast.Constant(b)):
                return ast.copy_location(ast.Constant(a**b), node)
        return node

    def visit_Expr(self, node):
        match node.value:
            case ast.Call(func=ast.Name("print")):
                return None
            case ast.Call(func=ast.Name("twice"), args=[argument]):
                return [ast.copy_location(ast.Expr(argument), node)] * 2
        return node


folded = Fold().visit(ast.parse("x = 2 ** 3 ** 2\nprint(x)\ntwice(y)\nz"))
print(ast.dump(folded))

made = ast.Assign([ast.Name("y", ast.Store())], ast.BinOp(ast.Name("x"), ast.Add(), ast.Constant(1)))
print(ast.dump(made), hasattr(made, "lineno"))
print(ast.dump(ast.fix_missing_locations(made), include_attributes=True))
print(ast.dump(ast.increment_lineno(ast.parse("a\nb"), 10), include_attributes=True))
print(ast.dump(copy.deepcopy(made)) == ast.dump(made) == ast.dump(pickle.loads(pickle.dumps(made))))

print(ast.Name._fields, ast.Name._attributes, ast.arguments._attributes, ast.Add._fields)
print([cls.__name__ for cls in ast.Name.__mro__], ast.Assign.__match_args__, ast.Return.value)
print(ast.dump(ast.Name("a", ast.Load(), note=1)), ast.dump(ast.Return()), ast.dump(ast.Name(id="x")))
for attempt in (
    lambda: ast.Name("a", "b", "c"),
    lambda: ast.Pass(1),
    lambda: ast.Name("a", id="b"),
    lambda: ast.Name().id,
    lambda: ast.dump("x"),
    lambda: ast.get_docstring(made),
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

# Names of before Python 3.8.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    one, text = ast.parse("1; 'a'").body
    print(isinstance(one.value, ast.Num), isinstance(text.value, ast.Str), text.value.s, one.value.n)
    print(isinstance(ast.Constant(True), ast.Num), isinstance(ast.Constant(None), ast.NameConstant))
    print(ast.dump(ast.Num(3)), isinstance(ast.Constant(...), ast.Ellipsis))
