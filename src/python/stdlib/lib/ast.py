"""Syntax trees as objects: https://docs.python.org/3.11/library/ast.html

The classes are made from the table below, in which a `?` marks what may be None. Trees are read by
`_ast`; `unparse()` writes them as text.
"""

import _ast

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000

_GRAMMAR = """
mod: Module(body, type_ignores) Interactive(body) Expression(body) FunctionType(argtypes, returns)
stmt:
    FunctionDef(name, args, body, decorator_list, returns?, type_comment?)
    AsyncFunctionDef(name, args, body, decorator_list, returns?, type_comment?)
    ClassDef(name, bases, keywords, body, decorator_list)
    Return(value?) Delete(targets) Assign(targets, value, type_comment?) AugAssign(target, op, value)
    AnnAssign(target, annotation, value?, simple)
    For(target, iter, body, orelse, type_comment?) AsyncFor(target, iter, body, orelse, type_comment?)
    While(test, body, orelse) If(test, body, orelse)
    With(items, body, type_comment?) AsyncWith(items, body, type_comment?) Match(subject, cases)
    Raise(exc?, cause?) Try(body, handlers, orelse, finalbody) TryStar(body, handlers, orelse, finalbody)
    Assert(test, msg?) Import(names) ImportFrom(module?, names, level?) Global(names) Nonlocal(names)
    Expr(value) Pass() Break() Continue()
expr:
    BoolOp(op, values) NamedExpr(target, value) BinOp(left, op, right) UnaryOp(op, operand)
    Lambda(args, body) IfExp(test, body, orelse) Dict(keys, values) Set(elts)
    ListComp(elt, generators) SetComp(elt, generators) DictComp(key, value, generators)
    GeneratorExp(elt, generators) Await(value) Yield(value?) YieldFrom(value)
    Compare(left, ops, comparators) Call(func, args, keywords)
    FormattedValue(value, conversion, format_spec?) JoinedStr(values) Constant(value, kind?)
    Attribute(value, attr, ctx) Subscript(value, slice, ctx) Starred(value, ctx) Name(id, ctx)
    List(elts, ctx) Tuple(elts, ctx) Slice(lower?, upper?, step?)
expr_context: Load() Store() Del()
boolop: And() Or()
operator:
    Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
excepthandler: ExceptHandler(type?, name?, body)
pattern:
    MatchValue(value) MatchSingleton(value) MatchSequence(patterns) MatchMapping(keys, patterns, rest?)
    MatchClass(cls, patterns, kwd_attrs, kwd_patterns) MatchStar(name?) MatchAs(pattern?, name?)
    MatchOr(patterns)
type_ignore: TypeIgnore(lineno, tag)
-: comprehension(target, iter, ifs, is_async) arguments(posonlyargs, args, vararg?, kwonlyargs, kw_defaults, kwarg?, defaults)
-: arg(arg, annotation?, type_comment?) keyword(arg?, value) alias(name, asname?)
-: withitem(context_expr, optional_vars?) match_case(pattern, guard?, body)
"""

_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")
_PLACED = {"stmt", "expr", "excepthandler", "pattern", "arg", "keyword", "alias"}


class AST:
    """What all nodes derive from: fields by position or by name."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        name = type(self).__name__
        fields = self._fields
        if len(args) > len(fields):
            end = "" if len(fields) == 1 else "s"
            raise TypeError(f"{name} constructor takes at most {len(fields)} positional argument{end}")
        for field, value in zip(fields, args):
            setattr(self, field, value)
        given = fields[: len(args)]
        for field, value in kwargs.items():
            if field in given:
                raise TypeError(f"{name} got multiple values for argument {field!r}")
            setattr(self, field, value)

    def __reduce_ex__(self, protocol):
        return type(self), (), self.__dict__


AST.__module__ = "ast"


def _define(name, base, fields, space):
    members = {"_fields": fields, "__match_args__": fields, "__module__": "ast"}
    if name in _PLACED:  # and all that derive from it
        members.update(_attributes=_PLACE, end_lineno=None, end_col_offset=None)
    space[name] = type(name, (base,), members)
    return space[name]


def _define_all(space):
    import re

    base = AST
    for family, name, fields in re.findall(r"([\w-]+):|(\w+)\(([^)]*)\)", _GRAMMAR):
        if family:
            base = AST if family == "-" else _define(family, AST, (), space)
            continue
        names = [field.strip() for field in fields.split(",") if field]
        cls = _define(name, base, tuple(field.rstrip("?") for field in names), space)
        for field in names:
            if field.endswith("?"):
                setattr(cls, field[:-1], None)


_define_all(globals())
_classes = {cls.__name__: cls for cls in list(globals().values()) if isinstance(cls, type)}


# Reading


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of a text."""
    if isinstance(source, AST):
        return source
    if isinstance(source, (bytes, bytearray, memoryview)):
        source = _ast.decoded(bytes(source))
    if not isinstance(source, str):
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    if mode == "func_type":
        raise NotImplementedError("not supported yet: ast.parse in mode 'func_type'")
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    if "\0" in source:
        raise ValueError("source code string cannot contain null bytes")
    return _ast.tree(_classes, str(source), filename, mode)


def literal_eval(node_or_string):
    """The value of a text, or of a tree, that consists of literals and containers of them."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode="eval")
    if isinstance(node, Expression):
        node = node.body
    return _literal(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set":
        if node.args == node.keywords == []:
            return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        real, imaginary = _signed(node.left), _number(node.right)
        if isinstance(real, (int, float)) and isinstance(imaginary, complex):
            return real + imaginary if isinstance(node.op, Add) else real - imaginary
    return _signed(node)


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _refuse(node)
    return node.value


def _refuse(node):
    line = getattr(node, "lineno", None)
    where = f" on line {line}" if line else ""
    raise ValueError(f"malformed node or string{where}: {node!r}")


# Walking


def iter_fields(node):
    """Names and values of the fields that the node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all below it, level by level."""
    level = [node]
    while level:
        below = []
        for one in level:
            # Before it is given out: its receiver may change it.
            below.extend(iter_child_nodes(one))
            yield one
        level = below


class NodeVisitor:
    """Calls `visit_Name` for a node of class Name, and `generic_visit` where there is none."""

    def visit(self, node):
        method = getattr(self, f"visit_{type(node).__name__}", self.generic_visit)
        return method(node)

    def generic_visit(self, node):
        for child in iter_child_nodes(node):
            self.visit(child)

    def visit_Constant(self, node):
        old = _old_name(node.value)
        method = getattr(self, f"visit_{old}", None) if old else None
        if method is None:
            return self.generic_visit(node)
        import warnings

        warnings.warn(f"visit_{old} is deprecated; add visit_Constant", DeprecationWarning, 2)
        return method(node)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what takes the node's place: None removes it."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                value[:] = self._replaced(value)
            elif isinstance(value, AST):
                new = self.visit(value)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node

    def _replaced(self, items):
        result = []
        for item in items:
            if not isinstance(item, AST):
                result.append(item)
                continue
            new = self.visit(item)
            if isinstance(new, AST):
                result.append(new)
            elif new is not None:
                result.extend(new)
        return result


# Showing and placing


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as an expression that would build it."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def written(value, level):
        if isinstance(value, AST):
            return of_node(value, level)
        if not isinstance(value, list):
            return repr(value), True
        if not value:
            return "[]", True
        start, separator = breaks(level + 1)
        items = (written(item, level + 1)[0] for item in value)
        return f"[{start}{separator.join(items)}]", False

    def breaks(level):
        if indent is None:
            return "", ", "
        newline = "\n" + indent * level
        return newline, "," + newline

    def of_node(one, level):
        cls = type(one)
        parts = []
        plain = True
        named = annotate_fields
        for name in one._fields:
            try:
                value = getattr(one, name)
            except AttributeError:
                named = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            text, simple = written(value, level + 1)
            plain = plain and simple
            parts.append(f"{name}={text}" if named else text)
        if include_attributes:
            for name in one._attributes:
                value = getattr(one, name, None)
                if value is None and getattr(cls, name, ...) is None:
                    continue
                if hasattr(one, name):
                    text, simple = written(value, level + 1)
                    plain = plain and simple
                    parts.append(f"{name}={text}")
        if plain and len(parts) <= 3:
            return f"{cls.__name__}({', '.join(parts)})", not parts
        start, separator = breaks(level + 1)
        return f"{cls.__name__}({start}{separator.join(parts)})", False

    return written(node, 0)[0]


def copy_location(new_node, old_node):
    """Places a node where another stands."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith("end_")):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node above."""

    def fix(one, place):
        own = list(place)
        for i, name in enumerate(_PLACE):
            if name not in one._attributes:
                continue
            value = getattr(one, name, None)
            if not hasattr(one, name) or (value is None and name.startswith("end_")):
                setattr(one, name, place[i])
            else:
                own[i] = value
        for child in iter_child_nodes(one):
            fix(child, own)

    fix(node, [1, 0, 1, 0])
    return node


def increment_lineno(node, n=1):
    """Moves a tree down by n lines."""
    for one in walk(node):
        if isinstance(one, TypeIgnore) or "lineno" in one._attributes:
            one.lineno = getattr(one, "lineno", 0) + n
        if "end_lineno" in one._attributes and getattr(one, "end_lineno", 0) is not None:
            one.end_lineno = getattr(one, "end_lineno", 0) + n
    return node


def get_docstring(node, clean=True):
    """The text that a module, class or function begins with."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    if not node.body or not isinstance(node.body[0], Expr):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    if not clean:
        return value.value
    import inspect

    return inspect.cleandoc(value.value)


def get_source_segment(source, node, *, padded=False):
    """The part of the text that the node was read from."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    import re

    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", source)
    chosen = [line.encode() for line in lines[first : last + 1]]
    before = chosen[0][:start].decode()
    chosen[-1] = chosen[-1][:end]
    chosen[0] = chosen[0][start:]
    padding = re.sub(r"[^\f\t]", " ", before) if padded and len(chosen) > 1 else ""
    return padding + b"".join(chosen).decode()


def unparse(ast_obj):
    """A text that has this tree."""
    from _ast_unparse import unparse

    return unparse(ast_obj)


# Names of before Python 3.8, for what is a Constant now


def _old_name(value):
    if isinstance(value, bool) or value is None:
        return "NameConstant"
    if isinstance(value, (int, float, complex)):
        return "Num"
    return {str: "Str", bytes: "Bytes", type(...): "Ellipsis"}.get(type(value))


class _OldMeta(type):
    def __instancecheck__(cls, instance):
        if cls.__name__ in _OLD and isinstance(instance, Constant):
            return _old_name(instance.value) == cls.__name__
        return type.__instancecheck__(cls, instance)


def _old_class(name, field):
    def new(cls, *args, **kwargs):
        if cls.__name__ not in _OLD:
            return Constant.__new__(cls, *args, **kwargs)
        if field in kwargs:
            kwargs["value"] = kwargs.pop(field)
        return Constant(*(args or (() if field else (...,))), **kwargs)

    fields = (field,) if field else ()
    members = {"_fields": fields, "__new__": new, "__module__": "ast"}
    return _OldMeta(name, (Constant,), members)


_OLD = {"Num", "Str", "Bytes", "NameConstant", "Ellipsis"}
Num = _old_class("Num", "n")
Str = _old_class("Str", "s")
Bytes = _old_class("Bytes", "s")
NameConstant = _old_class("NameConstant", "value")
Ellipsis = _old_class("Ellipsis", None)


def _value(self):
    return self.value


def _set_value(self, value):
    self.value = value


Constant.n = Constant.s = property(_value, _set_value)
