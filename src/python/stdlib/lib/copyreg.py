# How objects are taken apart and put together again, for copy and pickle.
# https://docs.python.org/3.11/library/copyreg.html
from _copyreg import layout as _layout, slots as _slots

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


# Built-in types whose values are made again from what they hold; all others have no such parts.
_values = (int, float, complex, str, bytes, tuple, frozenset, set, list, dict, bytearray)


def _reduce(obj, protocol):
    cls = type(obj)
    if issubclass(cls, BaseException):
        state = obj.__dict__
        return (cls, obj.args, state) if state else (cls, obj.args)
    if issubclass(cls, (set, frozenset, bytearray)):
        parts = [list(obj)] if not issubclass(cls, bytearray) else [bytes(obj)]
        return cls, tuple(parts), obj.__getstate__()
    if cls is range:
        return range, (obj.start, obj.stop, obj.step)
    if cls is slice:
        return slice, (obj.start, obj.stop, obj.step)
    if _layout(cls).__name__ == 'OrderedDict':
        return cls, (), obj.__getstate__(), None, iter(obj.items())
    if protocol < 2:
        return _reduce_old(obj, cls, protocol)
    return _reduce_new(obj, cls)


def _reduce_old(obj, cls, protocol):
    base = _layout(cls)
    if base is object:
        state = None
    else:
        if base is cls or base not in _values:
            raise TypeError(f'cannot pickle {cls.__name__!r} object')
        state = base(obj)
    args = cls, base, state
    if type(obj).__getstate__ is object.__getstate__:
        if _slots(cls):
            raise TypeError(f'a class that defines __slots__ without defining __getstate__ '
                            f'cannot be pickled with protocol {protocol}')
        found = getattr(obj, '__dict__', None)
    else:
        found = obj.__getstate__()
    return (_reconstructor, args, found) if found else (_reconstructor, args)


def _reduce_new(obj, cls):
    args, keywords = (), None
    if hasattr(cls, '__getnewargs_ex__'):
        given = obj.__getnewargs_ex__()
        if not isinstance(given, tuple):
            raise TypeError('__getnewargs_ex__ should return a tuple, '
                            f'not {type(given).__name__!r}')
        if len(given) != 2:
            raise ValueError('__getnewargs_ex__ should return a tuple of length 2, '
                             f'not {len(given)}')
        args, keywords = given
        if not isinstance(args, tuple):
            raise TypeError('first item of the tuple returned by __getnewargs_ex__ must be a '
                            f'tuple, not {type(args).__name__!r}')
        if not isinstance(keywords, dict):
            raise TypeError('second item of the tuple returned by __getnewargs_ex__ must be a '
                            f'dict, not {type(keywords).__name__!r}')
        known = True
    elif hasattr(cls, '__getnewargs__'):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f'__getnewargs__ should return a tuple, not {type(args).__name__!r}')
        known = True
    else:
        base = _layout(cls)
        known = base is object
        if base in (int, float, complex, str, bytes, tuple):
            args, known = (base(obj),), True
        elif base in (list, dict):
            known = True
    if not known and not issubclass(cls, (list, dict)):
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    state = obj.__getstate__()
    items = iter(obj) if issubclass(cls, list) else None
    pairs = iter(obj.items()) if issubclass(cls, dict) else None
    if keywords:
        return __newobj_ex__, (cls, args, keywords), state, items, pairs
    return __newobj__, (cls, *args), state, items, pairs


def _getstate(obj):
    cls = type(obj)
    state = getattr(obj, '__dict__', None) or None
    names = cls.__dict__.get('__slotnames__') or _slots(cls)
    if names:
        held = {}
        for name in names:
            try:
                held[name] = getattr(obj, name)
            except AttributeError:
                pass
        if held:
            return state, held
    return state if state is None else dict(state)


def _slotnames(cls):
    return _slots(cls)


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
