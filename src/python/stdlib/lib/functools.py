WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
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
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)

_absent = object()

def reduce(function, sequence, initial=_absent, /):
    items = iter(sequence)
    if initial is _absent:
        try:
            value = next(items)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value

class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f"functools.partial({', '.join(parts)})"

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        bound = self.func.__get__(instance, owner)
        return partial(bound, *self.args, **self.keywords)

class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        cache = instance.__dict__
        if self.attrname not in cache:
            cache[self.attrname] = self.func(instance)
        return cache[self.attrname]

class _CacheInfo(tuple):
    __slots__ = ()
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f'CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})'

_separator = object()

def _make_key(args, keywords, typed):
    key = args
    if keywords:
        key += (_separator,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple(type(arg) for arg in args)
        key += tuple(type(value) for value in keywords.values())
    return key

class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._maxsize = maxsize
        self._typed = typed
        self._entries = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, *args, **keywords):
        key = _make_key(args, keywords, self._typed)
        if key in self._entries:
            self._hits += 1
            value = self._entries.pop(key)
            self._entries[key] = value
            return value
        self._misses += 1
        value = self.__wrapped__(*args, **keywords)
        if self._maxsize == 0:
            return value
        if self._maxsize is not None and len(self._entries) >= self._maxsize:
            del self._entries[next(iter(self._entries))]
        self._entries[key] = value
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return partial(self, instance)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._entries)))

    def cache_clear(self):
        self._entries.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {'maxsize': self._maxsize, 'typed': self._typed}

def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _lru_cache_wrapper(function, maxsize, typed)

def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)

def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj
        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0
        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0
        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0
        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0
        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0
        __hash__ = None
    return K

def _other_ways(given):
    def negated(self, other):
        result = getattr(type(self), given)(self, other)
        return result if result is NotImplemented else not result
    def or_equal(self, other):
        result = getattr(type(self), given)(self, other)
        return result if result is NotImplemented else result or self == other
    def and_different(self, other):
        result = getattr(type(self), given)(self, other)
        return result if result is NotImplemented else result and self != other
    def neither(self, other):
        result = getattr(type(self), given)(self, other)
        return result if result is NotImplemented else not result and self != other
    def not_or_equal(self, other):
        result = getattr(type(self), given)(self, other)
        return result if result is NotImplemented else not result or self == other
    return {
        '__lt__': {'__gt__': neither, '__le__': or_equal, '__ge__': negated},
        '__le__': {'__ge__': not_or_equal, '__lt__': and_different, '__gt__': negated},
        '__gt__': {'__lt__': neither, '__ge__': or_equal, '__le__': negated},
        '__ge__': {'__le__': not_or_equal, '__gt__': and_different, '__lt__': negated},
    }[given]

def total_ordering(cls):
    names = ('__lt__', '__gt__', '__le__', '__ge__')
    given = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, way in _other_ways(given[0]).items():
        if name not in given:
            way.__name__ = name
            setattr(cls, name, way)
    return cls

class _SingleDispatch:
    def __init__(self, function):
        self._registry = {object: function}
        update_wrapper(self, function)

    def register(self, cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda function: self.register(cls, function)
            func = cls
            cls = next(iter(func.__annotations__.values()))
        self._registry[cls] = func
        return func

    def dispatch(self, cls):
        for base in cls.__mro__:
            if base in self._registry:
                return self._registry[base]
        return self._registry[object]

    def __call__(self, *args, **keywords):
        if not args:
            raise TypeError(f'{self.__name__} requires at least 1 positional argument')
        return self.dispatch(type(args[0]))(*args, **keywords)

def singledispatch(func):
    return _SingleDispatch(func)
