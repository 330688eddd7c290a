import collections.abc as _abc
import collections as _collections

def _text(item):
    if item is None or item is type(None):
        return 'None'
    if isinstance(item, type) and not hasattr(item, '__origin__'):
        if item.__module__ == 'builtins':
            return item.__qualname__
        return f'{item.__module__}.{item.__qualname__}'
    if item is ...:
        return '...'
    if isinstance(item, list):
        return '[' + ', '.join(_text(each) for each in item) + ']'
    return repr(item)

class _Final:
    __slots__ = ()

class _Form:
    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if self._name == 'Optional':
            return _union(params + (type(None),))
        if self._name == 'Union':
            return _union(params)
        if self._name == 'Annotated':
            return _Alias(self, params)
        return _Alias(self, params)

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError(f'Cannot instantiate typing.{self._name}')
        return self.__origin__(*args, **keywords)

    def __mro_entries__(self, bases):
        if self._name == 'Generic':
            return (Generic,)
        return () if self.__origin__ is None else (self.__origin__,)

    def __instancecheck__(self, value):
        if self.__origin__ is None:
            raise TypeError(f'typing.{self._name} cannot be used with isinstance()')
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f'typing.{self._name} cannot be used with issubclass()')
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __repr__(self):
        return f'typing.{self._name}'

    @property
    def __name__(self):
        return self._name

    @property
    def __module__(self):
        return 'typing'

class _Alias:
    def __init__(self, form, params):
        self._form = form
        self.__args__ = tuple(type(None) if p is None else p for p in params)
        origin = form.__origin__ if isinstance(form, _Form) else form
        if isinstance(form, _Form) and origin is None:
            origin = form
        self.__origin__ = origin
        self.__parameters__ = tuple(p for p in self.__args__ if isinstance(p, TypeVar))
        if isinstance(form, _Form) and form._name == 'Callable' and len(self.__args__) == 2 and isinstance(self.__args__[0], list):
            self.__args__ = tuple(self.__args__[0]) + self.__args__[1:]
            self._written = params
        else:
            self._written = self.__args__

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        values = iter(params)
        given = {}
        args = []
        for arg in self.__args__:
            if isinstance(arg, TypeVar):
                if arg not in given:
                    given[arg] = next(values, arg)
                args.append(given[arg])
            else:
                args.append(arg)
        return _Alias(self._form, tuple(args))

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if isinstance(self._form, _Form):
            return self._form.__mro_entries__(bases)
        return (self.__origin__,)

    def __instancecheck__(self, value):
        if self._form is Union:
            return any(isinstance(value, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self._form is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._form is Union:
            return other._form is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((id(self.__origin__), len(self.__args__)))

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __repr__(self):
        args = self.__args__
        if self._form is Union:
            if len(args) == 2 and type(None) in args:
                other = args[0] if args[1] is type(None) else args[1]
                return f'typing.Optional[{_text(other)}]'
            name = 'typing.Union'
        elif isinstance(self._form, _Form):
            name = repr(self._form)
        else:
            name = _text(self._form)
        if isinstance(self._form, _Form) and self._form._name == 'Literal':
            return f"{name}[{', '.join(repr(arg) for arg in args)}]"
        if isinstance(self._form, _Form) and self._form._name == 'Annotated':
            return f"{name}[{_text(args[0])}, {', '.join(repr(arg) for arg in args[1:])}]"
        return f"{name}[{', '.join(_text(arg) for arg in self._written)}]"

def _union(params):
    flat = []
    for param in params:
        if isinstance(param, _Alias) and param._form is Union:
            flat.extend(param.__args__)
        else:
            flat.append(type(None) if param is None else param)
    unique = []
    for param in flat:
        if param not in unique:
            unique.append(param)
    return unique[0] if len(unique) == 1 else _Alias(Union, tuple(unique))

Any = _Form('Any')
NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')
Optional = _Form('Optional')
Union = _Form('Union')
ClassVar = _Form('ClassVar')
Final = _Form('Final')
Literal = _Form('Literal')
Annotated = _Form('Annotated')
TypeAlias = _Form('TypeAlias')
Concatenate = _Form('Concatenate')
TypeGuard = _Form('TypeGuard')
Required = _Form('Required')
NotRequired = _Form('NotRequired')
Unpack = _Form('Unpack')

List = _Form('List', list)
Dict = _Form('Dict', dict)
Set = _Form('Set', set)
FrozenSet = _Form('FrozenSet', frozenset)
Tuple = _Form('Tuple', tuple)
Type = _Form('Type', type)
DefaultDict = _Form('DefaultDict', _collections.defaultdict)
OrderedDict = _Form('OrderedDict', _collections.OrderedDict)
Counter = _Form('Counter', _collections.Counter)
Deque = _Form('Deque', _collections.deque)
ChainMap = _Form('ChainMap', _collections.ChainMap)
Callable = _Form('Callable', _abc.Callable)
Iterable = _Form('Iterable', _abc.Iterable)
Iterator = _Form('Iterator', _abc.Iterator)
Generator = _Form('Generator', _abc.Generator)
Sequence = _Form('Sequence', _abc.Sequence)
MutableSequence = _Form('MutableSequence', _abc.MutableSequence)
Mapping = _Form('Mapping', _abc.Mapping)
MutableMapping = _Form('MutableMapping', _abc.MutableMapping)
AbstractSet = _Form('AbstractSet', _abc.Set)
MutableSet = _Form('MutableSet', _abc.MutableSet)
Collection = _Form('Collection', _abc.Collection)
Container = _Form('Container', _abc.Container)
Hashable = _Form('Hashable', _abc.Hashable)
Sized = _Form('Sized', _abc.Sized)
Reversible = _Form('Reversible', _abc.Reversible)
Awaitable = _Form('Awaitable', _abc.Awaitable)
Coroutine = _Form('Coroutine')
AsyncIterator = _Form('AsyncIterator')
AsyncIterable = _Form('AsyncIterable')
AsyncGenerator = _Form('AsyncGenerator')
ContextManager = _Form('ContextManager')
Pattern = _Form('Pattern')
Match = _Form('Match')
Text = str
ByteString = bytes
IO = _Form('IO')
TextIO = _Form('TextIO')
BinaryIO = _Form('BinaryIO')
TYPE_CHECKING = False

class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._sign = '+' if covariant else '-' if contravariant else '~'

    def __repr__(self):
        return self._sign + self.__name__

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __typing_subst__(self, arg):
        return arg

class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self

class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield Unpack[self]

class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)

class _ProtocolMeta(type):
    def __instancecheck__(cls, instance):
        if cls in type(instance).__mro__:
            return True
        if not cls.__dict__.get('_is_protocol', False):
            return False
        if not cls.__dict__.get('_is_runtime', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        if not cls.__dict__.get('_is_protocol', False):
            return False
        return all(hasattr(subclass, name) for name in cls.__protocol_attrs__)

class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        names = set()
        for base in cls.__mro__:
            if base in (Protocol, Generic, object):
                continue
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})):
                if not name.startswith('_abc_') and name not in _not_members:
                    names.add(name)
        cls.__protocol_attrs__ = names

_not_members = {'__module__', '__doc__', '__dict__', '__annotations__', '__qualname__', '__slots__',
                '_is_protocol', '_is_runtime', '__protocol_attrs__', '__parameters__',
                '__orig_bases__', '__weakref__', '__init__', '__class_getitem__'}

def runtime_checkable(cls):
    cls._is_runtime = True
    return cls

class _NamedTupleForm:
    def __call__(self, typename, fields=None, /, **keywords):
        if fields is None:
            fields = keywords.items()
        fields = list(fields)
        made = _collections.namedtuple(typename, [name for name, _ in fields])
        made.__annotations__ = dict(fields)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        if name == '_NamedTupleBase':
            return super().__new__(mcls, name, bases, namespace)
        annotations = namespace.get('__annotations__', {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field '
                                + list(annotations)[list(annotations).index(field) - 1])
        made = _collections.namedtuple(name, list(annotations), defaults=defaults)
        made.__module__ = namespace.get('__module__', '__main__')
        made.__annotations__ = annotations
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_make', '_replace', '_asdict'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in annotations and key not in ('__module__', '__qualname__', '__annotations__', '__doc__'):
                setattr(made, key, value)
        if namespace.get('__doc__'):
            made.__doc__ = namespace['__doc__']
        return made

class _NamedTupleBase(metaclass=_NamedTupleMeta):
    pass

NamedTuple = _NamedTupleForm()

class _TypedDictForm:
    def __call__(self, typename, fields=(), /, *, total=True):
        made = type(typename, (dict,), {'__total__': total})
        made.__annotations__ = dict(fields)
        return made

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
        annotations.update(namespace.get('__annotations__', {}))
        made = super().__new__(mcls, name, (dict,), dict(namespace))
        made.__annotations__ = annotations
        made.__total__ = total
        return made

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

class _TypedDictBase(dict, metaclass=_TypedDictMeta):
    pass

TypedDict = _TypedDictForm()

class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp

    def __call__(self, value):
        return value

    def __or__(self, other):
        return _union((self, other))

    def __repr__(self):
        return f'__main__.{self.__name__}'

AnyStr = TypeVar('AnyStr', bytes, str)
T = TypeVar('T')

class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

def cast(typ, val):
    return val

def overload(func):
    return func

def final(f):
    return f

def no_type_check(arg):
    return arg

def override(method):
    return method

def dataclass_transform(**keywords):
    return lambda cls: cls

def assert_type(val, typ):
    return val

def reveal_type(obj):
    return obj

def assert_never(arg):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')

def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, those given as text evaluated."""
    import sys
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
        globalns = vars(obj) if hasattr(obj, '__path__') else getattr(function, '__globals__', {})
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        if callable(obj) or hasattr(obj, '__file__'):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {name: _hint(value, globalns, localns, include_extras) for name, value in hints.items()}

def _hint(value, globalns, localns, include_extras):
    if isinstance(value, str):
        value = eval(value, globalns, localns)
    if value is None:
        return type(None)
    if not include_extras and hasattr(value, '__metadata__'):
        return value.__origin__
    return value

def get_origin(tp):
    if isinstance(tp, _Alias):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return getattr(tp, '__origin__', None)

def get_args(tp):
    if isinstance(tp, _Alias):
        if isinstance(tp._form, _Form) and tp._form._name == 'Callable' and isinstance(tp._written[0], list):
            return (list(tp._written[0]),) + tuple(tp._written[1:])
        return tp.__args__
    return getattr(tp, '__args__', ())

class SupportsInt(Protocol):
    def __int__(self): ...

class SupportsFloat(Protocol):
    def __float__(self): ...

class SupportsIndex(Protocol):
    def __index__(self): ...

class SupportsAbs(Protocol):
    def __abs__(self): ...
