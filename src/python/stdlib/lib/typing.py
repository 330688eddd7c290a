"""Types for annotations: protocols, named tuples and typed dictionaries, and what reads annotations.

https://docs.python.org/3.11/library/typing.html
"""

import collections
import collections.abc as _abc
import contextlib
import re
import sys
import types
from _typing_forms import (
    Annotated, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, LiteralString, Never,
    NoReturn, NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self,
    TypeAlias, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack,
)
from _typing_forms import (
    _AnnotatedAlias, _CallableType, _ConcatenateGenericAlias, _GenericAlias, _SpecialForm,
    _SpecialGenericAlias, _TupleType, _UnpackGenericAlias, _plain,
)


class _AnyMeta(type):
    def __instancecheck__(self, value):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(value)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """A type that is compatible with every other."""

    def __new__(cls, *args, **keywords):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls, *args, **keywords)


Tuple = _TupleType('Tuple', tuple, -1, False)
Callable = _CallableType('Callable', _abc.Callable, 2)
for _name, _origin, _count in (
    ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1), ('Type', type, 1),
):
    globals()[_name] = _SpecialGenericAlias(_name, _origin, _count, False)
for _name, _origin, _count in (
    ('DefaultDict', collections.defaultdict, 2), ('OrderedDict', collections.OrderedDict, 2),
    ('Counter', collections.Counter, 1), ('ChainMap', collections.ChainMap, 2),
    ('Deque', collections.deque, 1), ('Hashable', _abc.Hashable, 0), ('Sized', _abc.Sized, 0),
    ('ByteString', _abc.ByteString, 0), ('AbstractSet', _abc.Set, 1),
    ('Generator', _abc.Generator, 3), ('Coroutine', _abc.Coroutine, 3),
    ('AsyncGenerator', _abc.AsyncGenerator, 2), ('Mapping', _abc.Mapping, 2),
    ('MutableMapping', _abc.MutableMapping, 2), ('ItemsView', _abc.ItemsView, 2),
    ('Pattern', re.Pattern, 1), ('Match', re.Match, 1),
    ('ContextManager', contextlib.AbstractContextManager, 1),
    ('AsyncContextManager', contextlib.AbstractAsyncContextManager, 1),
):
    globals()[_name] = _SpecialGenericAlias(_name, _origin, _count)
for _name in (
    'Iterable', 'Iterator', 'Sequence', 'MutableSequence', 'MutableSet', 'Collection', 'Container',
    'Reversible', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'KeysView', 'ValuesView', 'MappingView',
):
    globals()[_name] = _SpecialGenericAlias(_name, getattr(_abc, _name), 1)

Text = str
TYPE_CHECKING = False
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)


class _ProtocolMeta(type(_abc.Sized)):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if super().__instancecheck__(instance):
            return True
        for name in _members(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that stand for whatever has the same members."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_has_members)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            known = base in (object, Generic) or base.__module__ in ('collections.abc', 'contextlib')
            if not (known or issubclass(base, Generic) and base._is_protocol):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def _no_init(self, *args, **keywords):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that implements protocols: the next __init__ that is not this one.
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            return init(self, *args, **keywords)


def _has_members(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    if not cls._is_runtime_protocol:
        if sys._getframe(2).f_globals['__name__'] in ('abc', 'functools', 'typing'):
            return NotImplemented
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
    for name in _members(cls):
        if not callable(getattr(cls, name, None)):
            raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')
    for name in _members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get('__annotations__', ()) and getattr(other, '_is_protocol', False):
                break
        else:
            return NotImplemented
    return True


_not_members = frozenset(
    '__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ '
    '__subclasshook__ __weakref__ __class_getitem__ __parameters__ __orig_bases__ __orig_class__ '
    '__qualname__ _is_protocol _is_runtime_protocol __match_args__'.split()
)


def _members(cls):
    found = {}
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ('Protocol', 'Generic'):
            for name in [*base.__dict__, *base.__dict__.get('__annotations__', ())]:
                if not name.startswith('_abc_') and name not in _not_members:
                    found[name] = True
    return list(found)


_plain.append(Protocol)


def runtime_checkable(cls):
    """Lets isinstance() look whether the members are there."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not cls._is_protocol:
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def _supporting(name, method, parameters=()):
    def member(self):
        pass

    member.__name__ = method
    member.__qualname__ = f'{name}.{method}'
    bases = (Protocol[parameters],) if parameters else (Protocol,)
    namespace = {'__slots__': (), '__module__': 'typing', method: _abstract(member)}
    return runtime_checkable(types.new_class(name, bases, {}, lambda body: body.update(namespace)))


def _abstract(member):
    member.__isabstractmethod__ = True
    return member


SupportsInt = _supporting('SupportsInt', '__int__')
SupportsFloat = _supporting('SupportsFloat', '__float__')
SupportsComplex = _supporting('SupportsComplex', '__complex__')
SupportsBytes = _supporting('SupportsBytes', '__bytes__')
SupportsIndex = _supporting('SupportsIndex', '__index__')
SupportsAbs = _supporting('SupportsAbs', '__abs__', (T_co,))
SupportsRound = _supporting('SupportsRound', '__round__', (T_co,))


class IO(Generic[AnyStr]):
    """What open() gives."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        annotations = namespace.get('__annotations__', {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(
                    f'Non-default namedtuple field {field} cannot follow default field{plural} '
                    + ', '.join(defaults)
                )
        made = _named_tuple(name, annotations.items(), [namespace[field] for field in defaults], namespace['__module__'])
        made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases)
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in namespace.items():
            if key in _of_tuples:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in _of_classes and key not in made._fields:
                setattr(made, key, value)
        if Generic in bases:
            made.__init_subclass__()
        return made


_of_tuples = {
    '__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types',
    '_make', '_replace', '_asdict', '_source',
}
_of_classes = {'__name__', '__module__', '__qualname__', '__annotations__'}


def _named_tuple(name, fields, defaults, module):
    kinds = {
        field: type(None) if kind is None else ForwardRef(kind) if isinstance(kind, str) else kind
        for field, kind in fields
    }
    made = collections.namedtuple(name, kinds, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = kinds
    return made


def NamedTuple(typename, fields=None, /, **keywords):
    """A named tuple whose fields have types."""
    if fields is None:
        fields = keywords.items()
    elif keywords:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    return _named_tuple(typename, fields, (), _caller())


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def _caller():
    return sys._getframe(2).f_globals.get('__name__', '__main__')


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(mcls, name, (*generic, dict), namespace)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        for key, kind in namespace.get('__annotations__', {}).items():
            kind = ForwardRef(kind) if isinstance(kind, str) else type(None) if kind is None else kind
            annotations[key] = kind
            origin = get_origin(get_args(kind)[0] if get_origin(kind) is Annotated else kind)
            needed = origin is Required or origin is not NotRequired and total
            (required if needed else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, value):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True, **keywords):
    """A dictionary whose keys have types."""
    if fields is None:
        fields = keywords
    namespace = {'__annotations__': dict(fields), '__module__': _caller()}
    return _TypedDictMeta(typename, (), namespace, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType:
    """A type that only its name tells from another."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, value):
        return value

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refused:
            def __init_subclass__(cls):
                made = cls.__name__
                raise TypeError(
                    'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                    f'`{made} = NewType({made!r}, {name})`'
                )

        return (Refused,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    """The value, which is said to be of the type."""
    return val


_overloads = {}


def overload(func):
    """One of the signatures of a function; the last definition is the one that is called."""
    inner = getattr(func, '__func__', func)
    known = _overloads.setdefault((inner.__module__, inner.__qualname__), {})
    known[inner.__code__.co_firstlineno] = func
    return _overloaded


def _overloaded(*args, **keywords):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions '
        'outside a stub module should always be followed by an implementation that is not @overload-ed.'
    )


def get_overloads(func):
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def _marking(name):
    def mark(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg

    return mark


final = _marking('__final__')
final.__name__ = final.__qualname__ = 'final'
no_type_check = _marking('__no_type_check__')
no_type_check.__name__ = no_type_check.__qualname__ = 'no_type_check'


def no_type_check_decorator(decorator):
    def wrapper(*args, **keywords):
        return no_type_check(decorator(*args, **keywords))

    return wrapper


def dataclass_transform(**keywords):
    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = keywords
        return cls_or_fn

    return mark


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, those given as text evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = getattr(module, '__dict__', {}) if globalns is None else globalns
            own = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _hint(value, names, own, include_extras)
        return hints
    if globalns is None:
        function = obj
        while hasattr(function, '__wrapped__'):
            function = function.__wrapped__
        globalns = vars(obj) if isinstance(obj, types.ModuleType) else getattr(function, '__globals__', {})
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        if callable(obj) or isinstance(obj, types.ModuleType):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {name: _hint(value, globalns, localns, include_extras) for name, value in hints.items()}


def _hint(value, globalns, localns, include_extras):
    value = _evaluated(value, globalns, localns)
    return value if include_extras else _without_extras(value)


def _evaluated(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        found = eval(value.__forward_code__, globalns, localns if localns is not None else globalns)
        return _evaluated(found, globalns, localns)
    return _rebuilt(value, lambda arg: _evaluated(arg, globalns, localns))


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if get_origin(value) in (Required, NotRequired):
        return _without_extras(value.__args__[0])
    return _rebuilt(value, _without_extras)


def _rebuilt(value, change):
    """The value with each of its parameters changed."""
    if isinstance(value, _AnnotatedAlias):
        changed = change(value.__origin__)
        return value if changed is value.__origin__ else _AnnotatedAlias(changed, value.__metadata__)
    if get_origin(value) is Literal:
        return value
    if isinstance(value, (_GenericAlias, types.GenericAlias, types.UnionType)):
        args = tuple([change(arg) if isinstance(arg, (_GenericAlias, types.GenericAlias, types.UnionType, ForwardRef, str)) else arg for arg in value.__args__])
        if args == value.__args__:
            return value
        if isinstance(value, types.GenericAlias):
            return types.GenericAlias(value.__origin__, args)
        return Union[args] if isinstance(value, types.UnionType) else value._with(args)
    return value


def get_origin(tp):
    """What was subscripted: list for List[int], Union for Optional[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialGenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return types.UnionType if isinstance(tp, types.UnionType) else None


def get_args(tp):
    """The parameters of a form."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (
            len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias)))
        ):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, types.UnionType) else ()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


__all__ = [
    'AbstractSet', 'Annotated', 'Any', 'AnyStr', 'AsyncContextManager', 'AsyncGenerator',
    'AsyncIterable', 'AsyncIterator', 'Awaitable', 'BinaryIO', 'ByteString', 'Callable', 'ChainMap',
    'ClassVar', 'Collection', 'Concatenate', 'Container', 'ContextManager', 'Coroutine', 'Counter',
    'DefaultDict', 'Deque', 'Dict', 'Final', 'ForwardRef', 'FrozenSet', 'Generator', 'Generic',
    'Hashable', 'IO', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'List', 'Literal',
    'LiteralString', 'Mapping', 'MappingView', 'Match', 'MutableMapping', 'MutableSequence',
    'MutableSet', 'NamedTuple', 'Never', 'NewType', 'NoReturn', 'NotRequired', 'Optional',
    'OrderedDict', 'ParamSpec', 'ParamSpecArgs', 'ParamSpecKwargs', 'Pattern', 'Protocol', 'Required',
    'Reversible', 'Self', 'Sequence', 'Set', 'Sized', 'SupportsAbs', 'SupportsBytes',
    'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound',
    'TYPE_CHECKING', 'Text', 'TextIO', 'Tuple', 'Type', 'TypeAlias', 'TypeGuard', 'TypeVar',
    'TypeVarTuple', 'TypedDict', 'Union', 'Unpack', 'ValuesView', 'assert_never', 'assert_type',
    'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args', 'get_origin',
    'get_overloads', 'get_type_hints', 'is_typeddict', 'no_type_check', 'no_type_check_decorator',
    'overload', 'reveal_type', 'runtime_checkable',
]
