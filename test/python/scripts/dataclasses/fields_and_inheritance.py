"""dataclass: fields, defaults, order of inheritance, what is generated, and what is refused."""
import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass
class Base:
    name: str
    size: int = 1
    shared: ClassVar[int] = 7


@dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@dataclass
class Child(Base):
    size: int = 2
    tags: list = field(default_factory=list)
    scale: InitVar[float] = 1.0
    _: KW_ONLY
    strict: bool = False
    total: float = field(init=False)

    def __post_init__(self, scale):
        self.total = self.size * scale


print(Base("a"), Child("c", 3, scale=2.0, strict=True), Child("d").tags is Child("d").tags, Base.shared)
print([(f.name, f.type, f.init, f.repr, f.kw_only) for f in fields(Child)])
print(Child.__match_args__, Base.__match_args__, Point.__match_args__, Child.__doc__, Point.__doc__)
print(Point(1) < Point(1, 2) <= Point(1, 2, "other"), Point(1, 2, "a") == Point(1, 2, "b"), sorted([Point(2), Point(1, 5), Point(1)]), {Point(1): "hashed"}[Point(1, 0, "n")])
print(asdict(Child("e", tags=[Base("inner"), {"k": Point(1)}])), astuple(Point(1, 2)), replace(Point(1), y=9), replace(Child("f"), name="g", scale=3))
for text in ["Point(1).x = 5", "del Point(1).x", "Point()", "Point(1, 2, 3, 4)", "Point(z=1)", "Child('a', 1, [], 1.0, True)", "Point(1) < 5", "Base('a') < Base('b')", "hash(Base('a'))", "replace(Point(1), z=3)", "replace(Child('a'), total=3)", "replace(5)", "asdict(5)", "fields(int)", "fields(5)", "asdict(Point)", "Point(1).other = 2"]:
    try:
        exec(text)
        print(text, "fine")
    except Exception as error:
        print(text, "->", type(error).__name__, error)
bodies = {
    "default before none": "@dataclass\nclass A:\n    x: int = 1\n    y: int",
    "mutable default": "@dataclass\nclass A:\n    x: list = []",
    "unhashable default": "@dataclass\nclass A:\n    x: object = Base('a')",
    "both defaults": "@dataclass\nclass A:\n    x: int = field(default=1, default_factory=int)",
    "frozen from not": "@dataclass(frozen=True)\nclass A(Base): pass",
    "not from frozen": "@dataclass\nclass A(Point): pass",
    "order without eq": "@dataclass(order=True, eq=False)\nclass A: pass",
    "order with lt": "@dataclass(order=True)\nclass A:\n    def __lt__(self, other): pass",
    "field without type": "@dataclass\nclass A:\n    x = field()",
    "two KW_ONLY": "@dataclass\nclass A:\n    _: KW_ONLY\n    __: KW_ONLY",
    "frozen with setattr": "@dataclass(frozen=True)\nclass A:\n    x: int\n    def __setattr__(self, n, v): pass",
    "slots twice": "@dataclass(slots=True)\nclass A:\n    __slots__ = ()",
    "hash given": "@dataclass(unsafe_hash=True)\nclass A:\n    def __hash__(self): return 1",
    "inherited default": "@dataclass\nclass A(Base):\n    more: int",
    "InitVar factory": "@dataclass\nclass A:\n    x: InitVar[int] = field(default_factory=int)",
    "ClassVar factory": "@dataclass\nclass A:\n    x: ClassVar[int] = field(default_factory=int)",
    "unknown argument": "@dataclass(fast=True)\nclass A: pass",
    "duplicate": "make_dataclass('A', ['x', 'x'])",
    "keyword name": "make_dataclass('A', ['class'])",
    "not a name": "make_dataclass('A', ['1x'])",
    "bad entry": "make_dataclass('A', [('x', int, 1, 2)])",
}
for name, body in bodies.items():
    try:
        exec(body)
        print(name, "fine")
    except Exception as error:
        print(name, "->", type(error).__name__, error)
Made = make_dataclass("Made", [("x", int), ("y", float, 2.0), "z"][:2], bases=(Base,), namespace={"twice": lambda self: self.x * 2}, kw_only=True)
print(Made("n", x=4), Made("n", x=4).twice(), Made.__mro__[1].__name__, is_dataclass(Made), is_dataclass(5), is_dataclass(Made("n", x=1)))


@dataclass(slots=True, weakref_slot=True, eq=False, repr=False)
class Slotted:
    a: int
    b: int = 5


s = Slotted(1)
print(Slotted.__slots__, hasattr(s, "__dict__"), s == Slotted(1), s.b, "Slotted object" in repr(s))
try:
    s.c = 1
except AttributeError as error:
    print(error)


@dataclass
class Node:
    value: int
    next: "Node | None" = None


loop = Node(1, Node(2))
print(loop)
loop.next.next = loop
print(loop, Node.__annotations__)
print(dataclasses.MISSING is fields(Base)[0].default)
