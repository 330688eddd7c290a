"""typing: what each form is written as, compared with, and refuses."""

import typing, collections.abc, sys
from typing import *
T = TypeVar('T'); S = TypeVar('S', int, str); K = TypeVar('K', bound=int, covariant=True); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
def t(s, g=globals()):
    try:
        v = eval(s, g)
        print(s, '->', repr(v), type(v).__name__)
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
for s in '''Any
Optional
Optional[int]
Optional[None]
Optional[int, str]
Optional[1]
Optional['Net']
Union[int]
Union[int, str]
Union[int, str, int]
Union[int, None]
Union[Union[int, str], float]
Union[()]
Union[int, 'A']
Union[int, 1]
Optional[Union[int, str]]
Optional[List[int]] | str
List
List[int]
List[1]
List[int, str]
List[T]
List[T][int]
List[int][str]
Dict[str, int]
Dict[str]
Dict[str, T][int]
Dict[K, T][int, str]
Dict[K, T][int]
Tuple
Tuple[int, ...]
Tuple[()]
Tuple[int, str]
Callable
Callable[[int, str], float]
Callable[..., int]
Callable[[], None]
Callable[int, str]
Callable[int]
Callable[P, T]
Callable[[T], T][int]
Callable[P, T][[int, str], float]
Type[int]
Literal[1, 'a', None, True]
Literal[1, 1]
Literal[1] == Literal[True]
Literal[Literal[1, 2], 3]
Annotated[int, 'x']
Annotated[Annotated[int, 'x'], 3]
Annotated[int]
Annotated[int, 'x'].__metadata__
Annotated[int, 'x'].__origin__
ClassVar[int]
Final[int]
ClassVar
ClassVar[int, str]
Self
Self[int]
NoReturn
Never
Generic[T]
Generic[int]
Generic[T, T]
Generic
Iterable[int]
Iterator[int]
Generator[int, None, str]
Generator[int]
Sequence[int]
Mapping[str, int]
DefaultDict[str, int]
OrderedDict[str, int]
Counter[str]
Deque[int]
Awaitable[int]
Coroutine[int, str, float]
AsyncIterator[int]
ContextManager[int]
Pattern[str]
Match
Hashable
Sized
ByteString
Text
IO
IO[str]
TextIO
BinaryIO
AnyStr
T
S
K
P
P.args
P.kwargs
Ts
Unpack[Ts]
Tuple[Unpack[Ts]]
Tuple[*Ts]
Concatenate[int, P]
TypeGuard[int]
TypeVar('X', int)
TypeVar('X', bound=int, covariant=True, contravariant=True)
T.__constraints__, S.__constraints__, K.__bound__, K.__covariant__
ForwardRef('a')
ForwardRef('a') == ForwardRef('a')
ForwardRef('a b')
List['a']
List['a'].__args__
int | List[int]
List[int] | None
T | int
int | T
'A' | T
Optional[T]
Optional[T][int]
Optional[T].__parameters__
Callable[[int], str].__args__
get_args(Callable[[int], str])
get_args(Callable[..., str])
get_origin(List[int])
get_origin(Union[int, str])
get_origin(Optional)
get_origin(int)
get_origin(Generic[T])
get_args(Annotated[int, 'x'])
get_origin(Annotated[int, 'x'])
get_args(List)
get_args(dict[str, int])
get_origin(dict[str, int])
get_origin(int | str)
get_args(int | str)
isinstance([], List)
isinstance([], List[int])
isinstance([], Any)
isinstance(1, Optional[int])
isinstance(1, Union[int, List[int]])
issubclass(list, Sequence)
issubclass(int, Union[int, str])
isinstance(1, Callable)
isinstance(print, Callable)
isinstance(1, Literal[1])
isinstance(1, T)
List()
List[int]()
Optional()
Union()
Any()
T()
Callable()
Tuple()
Type()
NewType('U', int)
NewType('U', int)(5)
List[int] == List[int]
List[int] is List[int]
List[int] == list[int]
Union[int, str] == Union[str, int]
hash(Union[int, str]) == hash(Union[str, int])
List[int].__origin__
List[int].__args__
List.__origin__
List[int]._name
Tuple[int, ...].__args__
List[int].append
List[int].__module__
List.__module__
List.__name__
List[int].__name__
Optional[int].__name__
Union[int, str].__name__
Optional.__name__
List[int].nope
Callable.__origin__
Mapping.__origin__
list[T][int]
list[T].__parameters__
cast(int, 'a')
cast('int', 'a')
assert_never(1)
get_type_hints(1)
Required[int]
NotRequired[int]
LiteralString
TypeAlias
Tuple[int, str][int]
Type[T][int]
Type
SupportsInt
isinstance(1, SupportsInt)
isinstance('a', SupportsFloat)
typing.Protocol
Protocol[T]
Protocol[int]
class_getitem
Optional[Optional[int]]
Union[int, Any]
Union[int, object]
Union[List[int], List[str]]
Union[None, int]
Union[None, int, str]
List[None]
Dict[str, Any]
List[...]
Tuple[...]
List[(int,)]
List[()]
Set[int]
FrozenSet[int]
AbstractSet[int]
Collection[int]
Container[int]
Reversible[int]
MutableMapping[str, int]
MutableSequence[int]
ItemsView[str, int]
KeysView[str]
ValuesView[int]
ChainMap[str, int]
AsyncGenerator[int, str]
AsyncContextManager[int]
runtime_checkable(int)'''.split('\n'): t(s)
