# The types that have no name among the built-ins, and what makes classes by hand.
# https://docs.python.org/3.11/library/types.html
import sys as _sys


def _function():
    pass


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    __slots__ = ('slot',)

    def method(self):
        pass


def _cell(value):
    return (lambda: value).__closure__[0]


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
CellType = type(_cell(1))
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
GetSetDescriptorType = type(_function.__class__.__dict__['__code__'])
MemberDescriptorType = type(_Class.slot)
MappingProxyType = type(type.__dict__)
GeneratorType = type((lambda: (yield))())
AsyncGeneratorType = type(_async_generator())
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)
ModuleType = type(_sys)
FrameType = type(_sys._getframe())
_made = _coroutine()
CoroutineType = type(_made)
_made.close()
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
del _made


class SimpleNamespace:
    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _running:
            return f'{name}(...)'
        _running.add(id(self))
        try:
            inside = ', '.join(f'{key}={value!r}' for key, value in self.__dict__.items())
        finally:
            _running.discard(id(self))
        return f'{name}({inside})'

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __lt__(self, other):
        return _compare_namespaces(self, other, '__lt__')

    def __le__(self, other):
        return _compare_namespaces(self, other, '__le__')

    def __gt__(self, other):
        return _compare_namespaces(self, other, '__gt__')

    def __ge__(self, other):
        return _compare_namespaces(self, other, '__ge__')

    def __reduce__(self):
        return type(self), (), self.__dict__


SimpleNamespace.__module__ = 'types'
_running = set()


def _compare_namespaces(one, other, name):
    if isinstance(one, SimpleNamespace) and isinstance(other, SimpleNamespace):
        return getattr(one.__dict__, name)(other.__dict__)
    return NotImplemented


class DynamicClassAttribute:
    # A property of instances; what asks the class goes on to its metaclass.
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        made = type(self)(fget, self.fset, self.fdel,
                          fget.__doc__ if self.overwrite_doc else self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def setter(self, fset):
        made = type(self)(self.fget, fset, self.fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def deleter(self, fdel):
        made = type(self)(self.fget, self.fset, fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, body, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(body)
    if resolved is not bases:
        body['__orig_bases__'] = bases
    return meta(name, resolved, body, **kwds)


def resolve_bases(bases):
    made = []
    changed = False
    for base in bases:
        if isinstance(base, type) and not isinstance(base, GenericAlias):
            made.append(base)
        elif not hasattr(base, '__mro_entries__'):
            made.append(base)
        else:
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError('__mro_entries__ must return a tuple')
            made.extend(entries)
            changed = True
    return tuple(made) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = {} if kwds is None else dict(kwds)
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    body = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, body, kwds


def _most_derived(meta, bases):
    winner = meta
    for base in bases:
        kind = type(base)
        if issubclass(winner, kind):
            continue
        if not issubclass(kind, winner):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a '
                            '(non-strict) subclass of the metaclasses of all its bases')
        winner = kind
    return winner


def coroutine(func):
    # Only what is a coroutine function already; generators are not turned into awaitables here.
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if func.__class__ is FunctionType and func.__code__.co_flags & 0x80:
        return func
    raise NotImplementedError('not supported yet: types.coroutine() of a generator')
