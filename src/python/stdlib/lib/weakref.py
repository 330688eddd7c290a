# References that do not keep an object alive. Here every object lives as long as the run does: a
# weak reference never goes dead, and callbacks and finalizers run at the end or when called.
# https://docs.python.org/3.11/library/weakref.html
import atexit as _atexit
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet
from _datetime import name_in_messages as _name_in_messages
from _weakref import known as _known

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType',
           'ProxyType', 'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet',
           'WeakMethod', 'finalize']


class ReferenceType:
    __slots__ = ('_object', '_callback', '_hash')

    def __new__(cls, object, callback=None, /):
        known = _known(object)
        if callback is None:
            for each in known:
                if type(each) is cls is ReferenceType and each._callback is None:
                    return each
        made = super().__new__(cls)
        made._object = object
        made._callback = callback
        known.append(made)
        return made

    def __init__(self, object, callback=None, /):
        pass

    @property
    def __callback__(self):
        return self._callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object == other._object

    def __ne__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object != other._object

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._object)
            return self._hash

    def __repr__(self):
        obj = self._object
        name = getattr(obj, '__name__', None)
        shown = f' ({name})' if isinstance(name, str) else ''
        return (f'<weakref at {id(self):#x}; to {type(obj).__name__!r} at {id(obj):#x}{shown}>')


ref = ReferenceType


def _forward(name):
    def method(self, *args):
        return getattr(_target(self), name)(*[_plain(arg) for arg in args])
    method.__name__ = name
    return method


def _target(proxy):
    return object.__getattribute__(proxy, '_object')


def _plain(value):
    return _target(value) if type(value) in ProxyTypes else value


class ProxyType:
    __slots__ = ('_object', '_callback')
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __bool__(self):
        return bool(_target(self))

    def __str__(self):
        return str(_target(self))

    def __repr__(self):
        obj = _target(self)
        return f'<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>'

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __contains__(self, item):
        return item in _target(self)


def _operators():
    import operator
    for name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'add', 'sub', 'mul', 'matmul', 'truediv',
                 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'xor', 'or_'):
        function = getattr(operator, name)
        bare = name.rstrip('_')

        def forward(self, other, function=function):
            return function(_target(self), _plain(other))

        def backward(self, other, function=function):
            return function(_plain(other), _target(self))
        setattr(ProxyType, f'__{bare}__', forward)
        if bare not in ('lt', 'le', 'eq', 'ne', 'gt', 'ge'):
            setattr(ProxyType, f'__r{bare}__', backward)
    for name in ('len', 'getitem', 'setitem', 'delitem', 'neg', 'pos', 'abs', 'invert', 'int',
                 'float', 'index', 'bytes', 'reversed', 'round', 'enter', 'exit'):
        setattr(ProxyType, f'__{name}__', _forward(f'__{name}__'))


_operators()
ProxyType.__hash__ = None


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
for _cls in ProxyTypes:
    _name_in_messages(_cls, f'weakref.{_cls.__name__}')


def proxy(obj, callback=None, /):
    cls = CallableProxyType if callable(obj) else ProxyType
    known = _known(obj)
    if callback is None:
        for each in known:
            if type(each) is cls and object.__getattribute__(each, '_callback') is None:
                return each
    made = object.__new__(cls)
    object.__setattr__(made, '_object', obj)
    object.__setattr__(made, '_callback', callback)
    known.append(made)
    return made


def getweakrefcount(object, /):
    return len(getweakrefs(object))


def getweakrefs(object, /):
    try:
        return list(_known(object))
    except TypeError:
        return []


class WeakMethod(ref):
    __slots__ = ('_method',)

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, '
                            f'not {type(meth)}') from None
        made = ref.__new__(cls, obj, callback)
        made._method = type(meth)(func, obj)
        return made

    def __call__(self):
        return self._method

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self._method == other._method

    def __ne__(self, other):
        return not self == other

    __hash__ = ref.__hash__


class KeyedRef(ref):
    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        made = ref.__new__(cls, ob, callback)
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        pass


class _WeakMapping(_MutableMapping):
    # A mapping that names its objects by references: keys or values, as the class says.
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        made = self.__class__(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    def __getitem__(self, key):
        return self.data[key]()

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, None, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return self.__class__({deepcopy(key, memo): value for key, value in self.items()})

    def itervaluerefs(self):
        yield from self.data.values()

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for each in self.data:
            yield each()

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return self.__class__({key: deepcopy(value, memo) for key, value in self.items()})

    def keyrefs(self):
        return list(self.data)


class WeakSet(_MutableSet):
    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for each in self.data:
            yield each()

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr({each() for each in self.data}) if self.data else 'set()'

    def add(self, item):
        self.data.add(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        if not self.data:
            raise KeyError('pop from empty WeakSet')
        return self.data.pop()()

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        return self.__class__([*self, *other])

    __or__ = union

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def difference(self, other):
        other = set(other)
        return self.__class__(item for item in self if item not in other)

    __sub__ = difference

    def issubset(self, other):
        return self.data <= {ref(item) for item in other}

    __le__ = issubset

    def issuperset(self, other):
        return self.data >= {ref(item) for item in other}

    __ge__ = issuperset

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}


class finalize:
    # Called by hand or at the end of the program: nothing dies before.
    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._registry[id(self)] = self, ref(obj), func, args, kwargs, [True]
        if len(self._registry) == 1:
            _atexit.register(self._at_exit)

    def __call__(self, _=None):
        entry = self._registry.pop(id(self), None)
        if entry is not None:
            _, _, func, args, kwargs, _ = entry
            return func(*args, **kwargs)

    def detach(self):
        entry = self._registry.pop(id(self), None)
        return None if entry is None else (entry[1](), *entry[2:5])

    def peek(self):
        entry = self._registry.get(id(self))
        return None if entry is None else (entry[1](), *entry[2:5])

    @property
    def alive(self):
        return id(self) in self._registry

    @property
    def atexit(self):
        entry = self._registry.get(id(self))
        return entry is not None and entry[5][0]

    @atexit.setter
    def atexit(self, value):
        entry = self._registry.get(id(self))
        if entry is not None:
            entry[5][0] = bool(value)

    @classmethod
    def _at_exit(cls):
        for entry in reversed(list(cls._registry.values())):
            if entry[5][0]:
                entry[0]()
