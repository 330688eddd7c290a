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
