"""A tokenizer, a precedence-climbing parser, and three visitors over the tree: print, evaluate, differentiate."""
from __future__ import annotations

import math
import operator
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, Union


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    OPERATOR = auto()
    OPEN = auto()
    CLOSE = auto()
    COMMA = auto()
    END = auto()


class Token(NamedTuple):
    kind: Kind
    text: str
    at: int


PATTERN = re.compile(
    r"""
    (?P<NUMBER>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)
  | (?P<NAME>[A-Za-z_]\w*)
  | (?P<OPERATOR>\*\*|[-+*/%^])
  | (?P<OPEN>\() | (?P<CLOSE>\)) | (?P<COMMA>,)
  | (?P<SPACE>\s+) | (?P<WRONG>.)
    """,
    re.VERBOSE,
)


class ParseError(SyntaxError):
    def __init__(self, message, at, source):
        super().__init__(message)
        self.at, self.source = at, source

    def pointed(self):
        return f"{self.source}\n{' ' * self.at}^ {self.msg}"


def tokens(source):
    for match in PATTERN.finditer(source):
        kind = match.lastgroup
        if kind == "SPACE":
            continue
        if kind == "WRONG":
            raise ParseError(f"unexpected {match[0]!r}", match.start(), source)
        yield Token(Kind[kind], match[0], match.start())
    yield Token(Kind.END, "", len(source))


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Name:
    id: str


@dataclass(frozen=True)
class Binary:
    op: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Unary:
    op: str
    of: Node


@dataclass(frozen=True)
class Call:
    name: str
    args: tuple[Node, ...]


Node = Union[Number, Name, Binary, Unary, Call]
POWER = {"+": (1, 2), "-": (1, 2), "*": (3, 4), "/": (3, 4), "%": (3, 4), "**": (8, 7), "^": (8, 7)}
APPLY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "**": operator.pow, "^": operator.pow}


class Parser:
    def __init__(self, source):
        self.source, self.tokens = source, list(tokens(source))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, kind=None):
        token = self.token
        if kind is not None and token.kind is not kind:
            found = token.text or "the end"
            raise ParseError(f"expected {kind.name.lower()}, found {found}", token.at, self.source)
        self.at += 1
        return token

    def parse(self):
        tree = self.expression(0)
        self.take(Kind.END)
        return tree

    def expression(self, least):
        left = self.primary()
        while self.token.kind is Kind.OPERATOR and (power := POWER[self.token.text])[0] >= least:
            op = self.take().text
            left = Binary(op, left, self.expression(power[1]))
        return left

    def primary(self):
        match self.take():
            case Token(Kind.NUMBER, text):
                return Number(float(text))
            case Token(Kind.NAME, name) if self.token.kind is Kind.OPEN:
                self.take()
                args = []
                while self.token.kind is not Kind.CLOSE:
                    args.append(self.expression(0))
                    if self.token.kind is not Kind.COMMA:
                        break
                    self.take()
                self.take(Kind.CLOSE)
                return Call(name, tuple(args))
            case Token(Kind.NAME, name):
                return Name(name)
            case Token(Kind.OPERATOR, "-" | "+" as op):
                return Unary(op, self.expression(5))
            case Token(Kind.OPEN):
                inner = self.expression(0)
                self.take(Kind.CLOSE)
                return inner
            case Token(kind=kind, text=text, at=at):
                raise ParseError(f"no expression starts with {text or kind.name}", at, self.source)


def show(node):
    match node:
        case Number(value):
            return f"{value:g}"
        case Name(id):
            return id
        case Unary(op, of):
            return f"({op}{show(of)})"
        case Binary(op, left, right):
            return f"({show(left)} {op} {show(right)})"
        case Call(name, args):
            return f"{name}({', '.join(map(show, args))})"


def evaluate(node, names):
    match node:
        case Number(value=v):
            return v
        case Name(id=id):
            return names[id]
        case Unary(op="-", of=of):
            return -evaluate(of, names)
        case Unary(of=of):
            return evaluate(of, names)
        case Binary():
            return APPLY[node.op](evaluate(node.left, names), evaluate(node.right, names))
        case Call("max" | "min" as name, args) if args:
            return {"max": max, "min": min}[name](evaluate(a, names) for a in args)
        case Call(name, args):
            return getattr(math, name)(*(evaluate(a, names) for a in args))


def derive(node, x):
    zero, one = Number(0.0), Number(1.0)
    match node:
        case Number() | Name() if node != Name(x):
            return zero
        case Name():
            return one
        case Unary(op, of):
            return Unary(op, derive(of, x))
        case Binary("+" | "-" as op, a, b):
            return simplify(Binary(op, derive(a, x), derive(b, x)))
        case Binary("*", a, b):
            return simplify(Binary("+", simplify(Binary("*", derive(a, x), b)), simplify(Binary("*", a, derive(b, x)))))
        case Binary("**" | "^", a, Number(n)):
            return simplify(Binary("*", Binary("*", Number(n), Binary("^", a, Number(n - 1))), derive(a, x)))
        case Call("sin", (a,)):
            return simplify(Binary("*", Call("cos", (a,)), derive(a, x)))
        case _:
            raise NotImplementedError(f"derivative of {show(node)}")


def simplify(node):
    match node:
        case Binary("+", Number(0), other) | Binary("+" | "-", other, Number(0)):
            return other
        case Binary("*", Number(0), _) | Binary("*", _, Number(0)):
            return Number(0.0)
        case Binary("*", Number(1), other) | Binary("*", other, Number(1)):
            return other
        case Binary("+" | "-" | "*" as op, Number(a), Number(b)):
            return Number(APPLY[op](a, b))
    return node


values = {"x": 2.0, "y": 3.0, "pi": math.pi}
for source in ["1 + 2 * 3", "2 ** 3 ** 2", "-x^2", "(1 - 2) - 3 - 4", "sin(pi / 2) + max(x, y, 1.5)", "10 % 4 * 2e-1", "hypot(3, 4)", "--x", "2*-y", "x /", "(1", "1 2", "3 $ 4", "", "f(1,)", "f(,1)", "z + 1", "1 / 0", "sqrt(-1)", "max()", "9 ** 999", ".5.5"]:
    try:
        tree = Parser(source).parse()
        print(f"{source!r:32} {show(tree):36} {evaluate(tree, values):.6g}")
    except ParseError as error:
        print(error.pointed())
    except Exception as error:
        print(f"{source!r:32} {type(error).__name__}: {error}")
for source in ["x*x + 3*x + 1", "sin(x^2)", "(x+1)^3 - y*x", "x/y", "-x"]:
    try:
        tree = derive(Parser(source).parse(), "x")
        print(show(tree), "=", round(evaluate(tree, values), 6))
    except NotImplementedError as error:
        print(error)
print(Parser("a+f(1)").parse(), list(tokens("a1"))[0], Parser("x").parse() == Name("x"), hash(Name("x")) == hash(Name("x")))
