"""typing: generic classes, named tuples, typed dictionaries, protocols, and reading annotations."""

from typing import *
import typing, dataclasses
T = TypeVar('T'); S = TypeVar('S')
class Box(Generic[T]):
    def __init__(self, x: T): self.x = x
class Pair(Box[T], Generic[T, S]): pass
class IntBox(Box[int]): pass
print(Box[int], Box[int](3).x, Box[int](3).__orig_class__, Box.__parameters__, Pair.__parameters__, IntBox.__parameters__)
print(Box.__orig_bases__, IntBox.__orig_bases__, IntBox.__mro__)
print(Pair[int, str])
for f in (lambda: Box[int, str], lambda: IntBox[int], lambda: Pair[int], lambda: Box[int][str]):
    try: print(f())
    except TypeError as e: print(e)
try:
    class Bad(Generic): pass
except TypeError as e: print(e)
try:
    class Bad(Box[T], Generic[S]): pass
except TypeError as e: print(e)
try:
    class Bad(Optional): pass
except TypeError as e: print(e)
try:
    class Bad(Optional[int]): pass
except TypeError as e: print(e)
class L(List[int]): pass
print(L.__mro__, L([1]).append(2))
class D(Dict[str, T]): pass
print(D.__mro__, D[int], D.__parameters__)
class P(NamedTuple):
    x: int
    y: str = 'a'
    def hello(self): return f'{self.x}!'
    "doc"
print(P(1), P(1).hello(), P._fields, P._field_defaults, P.__annotations__, P.__mro__, P.__doc__)
Q = NamedTuple('Q', [('a', int), ('b', 'float')])
print(Q(1, 2), Q.__annotations__, Q._fields, Q.__module__)
try:
    class Bad(NamedTuple):
        x: int = 1
        y: int
except TypeError as e: print(e)
try:
    class Bad(NamedTuple):
        x: int
        def _replace(self): pass
except AttributeError as e: print(e)
class Movie(TypedDict):
    name: str
    year: int
class More(Movie, total=False):
    note: Optional[str]
print(Movie(name='a', year=1), type(Movie(name='a', year=1)), More.__annotations__, More.__total__, sorted(More.__required_keys__), sorted(More.__optional_keys__))
try: isinstance({}, Movie)
except TypeError as e: print(e)
print(is_typeddict(Movie), Movie.__mro__)
M2 = TypedDict('M2', {'a': int, 'in': str})
print(M2.__annotations__, M2(a=1))
@runtime_checkable
class Closable(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), Closable), isinstance(1, Closable), issubclass(F, Closable))
class Plain(Protocol):
    x: int
    def f(self) -> int: ...
try: isinstance(1, Plain)
except TypeError as e: print(e)
try: Plain()
except TypeError as e: print(e)
class Impl(Plain):
    x = 1
    def f(self): return 2
print(Impl().f(), Impl._is_protocol, isinstance(Impl(), Plain) if False else '')
class GP(Protocol[T]):
    def get(self) -> T: ...
print(GP[int], GP.__parameters__)
U = NewType('U', int)
print(U, U(3), U.__name__, U.__supertype__, U.__module__)
try:
    class V(U): pass
except TypeError as e: print(e)
def f(a: 'int', b: Optional['str'] = None, *c: List['int'], **d) -> 'Dict[str, int]': ...
print(get_type_hints(f))
print(f.__annotations__)
class A:
    x: 'int'
    y: Annotated['str', 3]
    z: ClassVar['A'] = None
print(get_type_hints(A), get_type_hints(A, include_extras=True))
@overload
def g(a: int) -> int: ...
@overload
def g(a: str) -> str: ...
try: g(1)
except NotImplementedError as e: print(e)
print(len(get_overloads(g)))
def g(a): return a
print(g(1), final(A).__final__)
class AnySub(Any): pass
print(AnySub(), AnySub) if False else print(AnySub)
import collections.abc
print(issubclass(dict, Mapping), isinstance({}, Mapping), Callable[[int], int].__origin__)
print(typing.get_type_hints(Box.__init__))
print(List[int] | None, Optional[List['X']])
import copy, pickle
print(copy.deepcopy(List[int]), copy.copy(Union[int, str]), pickle.loads(pickle.dumps(Optional[int])))
x: Final[int] = 3
print(__annotations__)
print(TypeVar.__module__, Generic.__module__, type(T).__name__, T.__module__)
def h(x: T, /, *y: S) -> Tuple[T, S]: ...
print(h.__annotations__)
print(SupportsAbs[int], issubclass(int, SupportsAbs), isinstance(3.5, SupportsRound), isinstance('a', SupportsInt))
print({List[int]: 1}[List[int]], hash(List[int]) == hash(List[int]))
print(Literal['a'] == Literal['a'], Literal[1, 2] == Literal[2, 1], Literal['a'].__args__)
print(isinstance(3, Union[int, str]), isinstance(3.5, Optional[int]), issubclass(bool, Union[int, str]))
