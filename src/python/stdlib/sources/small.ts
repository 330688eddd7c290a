// Small modules of the standard library, in Python: copy, operator, itertools' recipes that need no
// speed, warnings, types, numbers, string, time stand-ins.
//
// https://docs.python.org/3.11/library/

export const copy = `
class Error(Exception):
    pass

error = Error

_atomic = (int, float, bool, complex, str, bytes, type, range, type(None), type(Ellipsis))

def copy(x):
    cls = type(x)
    if isinstance(x, _atomic) and cls in _atomic or cls is tuple or cls is frozenset:
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    if cls is list:
        return x[:]
    if cls in (dict, set, bytearray):
        return x.copy()
    if isinstance(x, type) or callable(x) and not hasattr(x, '__dict__'):
        return x
    return _reconstruct(x, lambda value: value)

def _reconstruct(x, of):
    cls = type(x)
    if isinstance(x, dict):
        made = cls.__new__(cls)
        made.__dict__.update(of(x.__dict__)) if hasattr(x, '__dict__') else None
        for key, value in x.items():
            made[of(key)] = of(value)
        return made
    if isinstance(x, list):
        made = cls.__new__(cls)
        made.extend(of(item) for item in x)
    elif isinstance(x, (set, frozenset)):
        made = cls([of(item) for item in x])
    elif isinstance(x, tuple):
        made = tuple.__new__(cls, [of(item) for item in x])
    elif isinstance(x, (int, float, str, bytes)):
        made = cls(x)
    else:
        made = cls.__new__(cls)
    if hasattr(x, '__getstate__') and callable(getattr(cls, '__getstate__', None)) and hasattr(cls, '__setstate__'):
        made.__setstate__(of(x.__getstate__()))
    elif hasattr(x, '__dict__'):
        for key, value in x.__dict__.items():
            object.__setattr__(made, key, of(value)) if not _own_setattr(cls) else made.__dict__.__setitem__(key, of(value))
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in ([slots] if isinstance(slots, str) else slots):
            if hasattr(x, name):
                setattr(made, name, of(getattr(x, name)))
    return made

def _own_setattr(cls):
    return cls.__setattr__ is not object.__setattr__

def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    if id(x) in memo:
        return memo[id(x)]
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    copier = getattr(cls, '__deepcopy__', None)
    if copier is not None:
        made = copier(x, memo)
        memo[id(x)] = made
        return made
    if cls is list:
        made = []
        memo[id(x)] = made
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = {}
        memo[id(x)] = made
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        made = [deepcopy(item, memo) for item in x]
        if all(a is b for a, b in zip(made, x)):
            return x
        return tuple(made)
    if cls is set or cls is frozenset:
        return cls([deepcopy(item, memo) for item in x])
    if not hasattr(x, '__dict__') and not hasattr(cls, '__slots__') and not isinstance(x, (list, dict, tuple, set)):
        return x
    if type(x).__name__ in ('function', 'builtin_function_or_method', 'module', 'method_descriptor'):
        return x
    made = _begin(x)
    memo[id(x)] = made
    return _fill(made, x, memo)

def _begin(x):
    cls = type(x)
    if isinstance(x, tuple):
        return None
    if isinstance(x, (int, float, str, bytes)):
        return cls(x)
    return cls.__new__(cls)

def _fill(made, x, memo):
    cls = type(x)
    if made is None:
        made = tuple.__new__(cls, [deepcopy(item, memo) for item in x])
        memo[id(x)] = made
    elif isinstance(x, dict):
        if hasattr(x, '__dict__'):
            made.__dict__.update(deepcopy(dict(x.__dict__), memo))
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    elif isinstance(x, list):
        for item in x:
            made.append(deepcopy(item, memo))
    elif isinstance(x, set):
        for item in x:
            made.add(deepcopy(item, memo))
    if hasattr(cls, '__setstate__') and hasattr(cls, '__getstate__'):
        made.__setstate__(deepcopy(x.__getstate__(), memo))
    elif hasattr(x, '__dict__'):
        for key, value in list(x.__dict__.items()):
            made.__dict__[key] = deepcopy(value, memo)
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in ([slots] if isinstance(slots, str) else slots):
            if hasattr(x, name):
                object.__setattr__(made, name, deepcopy(getattr(x, name), memo))
    return made
`;

export const operator = `
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def matmul(a, b): return a @ b
def truediv(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def pow(a, b): return a ** b
def neg(a): return -a
def pos(a): return +a
def invert(a): return ~a
inv = invert
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def lt(a, b): return a < b
def le(a, b): return a <= b
def eq(a, b): return a == b
def ne(a, b): return a != b
def ge(a, b): return a >= b
def gt(a, b): return a > b
def not_(a): return not a
def truth(a): return True if a else False
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def contains(a, b): return b in a
def concat(a, b): return a + b
def getitem(a, b): return a[b]
def setitem(a, b, c): a[b] = c
def delitem(a, b): del a[b]
def index(a): return a.__index__()
def countOf(a, b): return sum(1 for item in a if item is b or item == b)
def length_hint(obj, default=0): return len(obj) if hasattr(obj, '__len__') else default
def iadd(a, b):
    a += b
    return a
def imul(a, b):
    a *= b
    return a
def isub(a, b):
    a -= b
    return a
_abs = abs
def abs(a): return _abs(a)

def indexOf(a, b):
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')

class attrgetter:
    def __init__(self, attr, *attrs):
        self._attrs = (attr,) + attrs

    def _get(self, obj, path):
        for name in path.split('.'):
            obj = getattr(obj, name)
        return obj

    def __call__(self, obj):
        if len(self._attrs) == 1:
            return self._get(obj, self._attrs[0])
        return tuple(self._get(obj, path) for path in self._attrs)

class itemgetter:
    def __init__(self, item, *items):
        self._items = (item,) + items

    def __call__(self, obj):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[item] for item in self._items)

class methodcaller:
    def __init__(self, name, /, *args, **keywords):
        self._name = name
        self._args = args
        self._keywords = keywords

    def __call__(self, obj):
        return getattr(obj, self._name)(*self._args, **self._keywords)
`;

export const warnings = `
filters = []

def warn(message, category=None, stacklevel=1, source=None):
    pass

def warn_explicit(message, category, filename, lineno, module=None, registry=None):
    pass

def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    pass

def simplefilter(action, category=Warning, lineno=0, append=False):
    pass

def resetwarnings():
    pass

class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record

    def __enter__(self):
        return [] if self._record else None

    def __exit__(self, *exc_info):
        pass
`;

export const string = `
whitespace = ' \\t\\n\\r\\v\\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

def capwords(s, sep=None):
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))
`;

export const numbers = `
from abc import ABCMeta

class Number(metaclass=ABCMeta):
    __slots__ = ()

class Complex(Number):
    __slots__ = ()

class Real(Complex):
    __slots__ = ()

class Rational(Real):
    __slots__ = ()

class Integral(Rational):
    __slots__ = ()

Complex.register(complex)
Real.register(float)
Integral.register(int)
`;

export const types = `
def _function(): pass
class _Class:
    def method(self): pass
FunctionType = type(_function)
LambdaType = FunctionType
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
GeneratorType = type((lambda: (yield))())
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)
import sys as _sys
ModuleType = type(_sys)

class SimpleNamespace:
    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        inside = ', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return f'{name}({inside})'

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

class MappingProxyType:
    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def __repr__(self):
        return f'mappingproxy({self._mapping!r})'
`;

export const collectionsAbc = `
from abc import ABCMeta

def _with_methods(name, *methods):
    def hook(cls, subclass):
        if cls.__name__ != name or cls.__module__ != 'collections.abc':
            return NotImplemented
        for method in methods:
            for base in subclass.__mro__:
                if method in base.__dict__:
                    if base.__dict__[method] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True
    namespace = {'__slots__': (), '__module__': 'collections.abc', '__subclasshook__': classmethod(hook),
                 '__class_getitem__': classmethod(lambda cls, item: cls)}
    return ABCMeta(name, (), namespace)

Hashable = _with_methods('Hashable', '__hash__')
Iterable = _with_methods('Iterable', '__iter__')
Iterator = _with_methods('Iterator', '__iter__', '__next__')
Reversible = _with_methods('Reversible', '__iter__', '__reversed__')
Generator = _with_methods('Generator', '__iter__', '__next__', 'send', 'throw', 'close')
Sized = _with_methods('Sized', '__len__')
Container = _with_methods('Container', '__contains__')
Callable = _with_methods('Callable', '__call__')
Collection = _with_methods('Collection', '__len__', '__iter__', '__contains__')
Awaitable = _with_methods('Awaitable', '__await__')

class Sequence(metaclass=ABCMeta):
    __slots__ = ()

    def __class_getitem__(cls, item):
        return cls

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i, item in enumerate(self):
            if i >= start and (stop is None or i < stop) and (item is value or item == value):
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)

class MutableSequence(Sequence):
    __slots__ = ()

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in values:
            self.append(value)

class Set(metaclass=ABCMeta):
    __slots__ = ()

    def __class_getitem__(cls, item):
        return cls

class MutableSet(Set):
    __slots__ = ()

class Mapping(metaclass=ABCMeta):
    __slots__ = ()

    def __class_getitem__(cls, item):
        return cls

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

class MutableMapping(Mapping):
    __slots__ = ()

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del self[key]
        return value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def update(self, other=(), /, **keywords):
        if hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def clear(self):
        for key in list(self):
            del self[key]

Sequence.register(tuple)
Sequence.register(str)
Sequence.register(range)
Sequence.register(bytes)
MutableSequence.register(list)
Set.register(frozenset)
MutableSet.register(set)
MutableMapping.register(dict)
ByteString = bytes
KeysView = ValuesView = ItemsView = Collection
`;
