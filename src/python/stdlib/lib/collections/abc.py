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
