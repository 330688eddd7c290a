# Functions that take or make functions. What is called per item is in `_functional`.
# https://docs.python.org/3.11/library/functools.html
from _functional import _lru_cache_wrapper, cached as _cached, cmp_to_key, partial, reduce
from types import GenericAlias

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering',
           'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod',
           'singledispatch', 'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like what it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a wrapper look like what it wraps."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    """A method with some of its arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join(f'{name}={value!r}' for name, value in self.keywords.items())
        return f'{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})'

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            found = get(obj, cls)
            if found is not self.func:
                # The function has a binding of its own: a class method, a property, a partial.
                result = partial(found, *self.args, **self.keywords)
                try:
                    result.__self__ = found.__self__
                except AttributeError:
                    pass
                return result
        return self._method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


class cached_property:
    """A property that is computed once, and then an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{name!r} property.') from None
        if name in cache:
            return cache[name]
        value = self.func(instance)
        try:
            cache[name] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                            f'support item assignment for caching {name!r} property.') from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


def __getattr__(name):
    if name != '_CacheInfo':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from collections import namedtuple
    global _CacheInfo
    _CacheInfo = namedtuple('CacheInfo', 'hits misses maxsize currsize', module='functools')
    return _CacheInfo


def _cache_info(*counts):
    """The answer of cache_info(); its class is made when somebody first asks."""
    cls = globals().get('_CacheInfo') or __getattr__('_CacheInfo')
    return cls(*counts)


def lru_cache(maxsize=128, typed=False):
    """Remember the results of the last calls by their arguments."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _remembering(maxsize, 128, False)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _remembering(function, maxsize, typed)


def _remembering(function, maxsize, typed):
    wrapper = _cached(function, maxsize, bool(typed), _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Remember the results of all calls by their arguments."""
    return lru_cache(maxsize=None)(user_function)


def total_ordering(cls):
    """Give a class that defines one ordering, and equality, the other three."""
    given = [name for name in ('__lt__', '__le__', '__gt__', '__ge__')
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = given[0]
    for name, derive in _ORDERINGS[root].items():
        if name not in given:
            method = _derived(root, derive)
            method.__name__ = name
            method.__qualname__ = f'{cls.__qualname__}.{name}'
            method.__module__ = cls.__module__
            setattr(cls, name, method)
    return cls


def _derived(root, derive):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else derive(result, self, other)
    return method


def _opposite(result, self, other):
    return not result


# What follows from the result of the one that is defined.
_ORDERINGS = {
    '__lt__': {'__gt__': lambda result, self, other: not result and self != other,
               '__le__': lambda result, self, other: result or self == other,
               '__ge__': _opposite},
    '__le__': {'__ge__': lambda result, self, other: not result or self == other,
               '__lt__': lambda result, self, other: result and self != other,
               '__gt__': _opposite},
    '__gt__': {'__lt__': lambda result, self, other: not (result or self == other),
               '__ge__': lambda result, self, other: result or self == other,
               '__le__': _opposite},
    '__ge__': {'__le__': lambda result, self, other: not result or self == other,
               '__gt__': lambda result, self, other: result and self != other,
               '__lt__': _opposite},
}


def _merged(orders):
    """One order that keeps all of the orders given (C3)."""
    result = []
    while orders := [order for order in orders if order]:
        for order in orders:
            head = order[0]
            if not any(head in other[1:] for other in orders):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(head)
        orders = [order[1:] if order[0] is head else order for order in orders]
    return result


def _order(cls, abstracts):
    """The resolution order of a class, with the abstract classes that it only counts as."""
    bases = list(cls.__bases__)
    first_plain = 0
    for i, base in enumerate(bases, 1):
        if hasattr(base, '__abstractmethods__'):
            first_plain = i
    here = [abstract for abstract in abstracts
            if issubclass(cls, abstract) and not any(issubclass(base, abstract) for base in bases)]
    further = [abstract for abstract in abstracts if abstract not in here]
    groups = bases[:first_plain], here, bases[first_plain:]
    orders = [_order(base, further) for group in groups for base in group]
    return _merged([[cls], *orders, *map(list, groups)])


def _order_among(cls, registered):
    """The resolution order of a class, with those registered that it counts as."""
    own = cls.__mro__
    matching = [each for each in registered
                if each not in own and hasattr(each, '__mro__') and not isinstance(each, GenericAlias)
                and issubclass(cls, each)]
    # One that another of them derives from comes with it.
    matching = [each for each in matching
                if not any(each is not other and each in other.__mro__ for other in matching)]
    abstracts = []
    for each in matching:
        between = [[base for base in derived.__mro__ if base in matching]
                   for derived in each.__subclasses__() if derived not in own and issubclass(cls, derived)]
        for order in sorted(between, key=len, reverse=True) or [[each]]:
            for base in order if order else [each]:
                if base not in abstracts:
                    abstracts.append(base)
        if each not in abstracts:
            abstracts.append(each)
    return _order(cls, abstracts)


def _implementation(cls, registry):
    """The function registered for the class nearest to this one."""
    match = None
    for each in _order_among(cls, registry):
        if match is None:
            if each in registry:
                match = each
        elif (each in registry and each not in cls.__mro__ and match not in cls.__mro__
                and not issubclass(match, each)):
            raise RuntimeError(f'Ambiguous dispatch: {match} or {each}')
        elif match is not None:
            break
    return registry.get(match)


def _members(cls):
    """The classes of a union; None for what is no union."""
    from types import UnionType
    if isinstance(cls, UnionType):
        return cls.__args__
    from typing import get_args, get_origin, Union
    return get_args(cls) if get_origin(cls) is Union else None


def _is_class(cls):
    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def _annotated_class(func):
    """The classes that the first annotation of a function names, and those of a union apart."""
    if not getattr(func, '__annotations__', None):
        raise TypeError(f'Invalid first argument to `register()`: {func!r}. Use either '
                        '`@register(some_class)` or plain `@register` on an annotated function.')
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(func).items()))
    if _is_class(cls):
        return cls
    members = _members(cls)
    if members is None:
        raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
    if not all(map(_is_class, members)):
        raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
    return cls


def singledispatch(func):
    """A function with an implementation for each class of its first argument."""
    from types import MappingProxyType
    registry = {object: func}
    found = {}

    def dispatch(cls):
        """The implementation for a class."""
        if cls in found:
            return found[cls]
        implementation = registry[cls] if cls in registry else _implementation(cls, registry)
        # An abstract class may come to have other members at any time.
        if not any(hasattr(each, '__abstractmethods__') for each in registry):
            found[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Add an implementation for a class, or a union of classes."""
        if _is_class(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            members = _members(cls)
            if members is not None and all(map(_is_class, members)):
                if func is None:
                    return lambda function: register(cls, function)
            elif func is not None:
                raise TypeError('Invalid first argument to `register()`. '
                                f'{cls!r} is not a class or union type.')
            else:
                func = cls
                cls = _annotated_class(func)
        for each in (cls,) if _is_class(cls) else _members(cls):
            registry[each] = func
        found.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method with an implementation for each class of its first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **keywords):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **keywords)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
