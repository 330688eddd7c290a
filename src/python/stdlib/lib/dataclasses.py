class FrozenInstanceError(AttributeError):
    pass

class _MissingType:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'

MISSING = _MissingType()

class _KwOnlyType:
    pass

KW_ONLY = _KwOnlyType()

class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._kind = 'field'

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r})')

def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

def _kind_of(annotation):
    text = annotation if isinstance(annotation, str) else repr(annotation)
    if isinstance(annotation, InitVar) or annotation is InitVar or text.startswith(('InitVar[', 'dataclasses.InitVar[')):
        return 'initvar'
    if text.startswith(('ClassVar', 'typing.ClassVar')):
        return 'classvar'
    return 'field'

def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for found in getattr(base, '__dataclass_fields__', {}).values():
            fields[found.name] = found
    own = {}
    seen_kw_only = False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if annotation is KW_ONLY or annotation == 'KW_ONLY':
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = True
            kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            made = default
        else:
            made = field(default=default)
        made.name = name
        made.type = annotation
        made._kind = _kind_of(annotation)
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if made._kind == 'field' and made.default.__class__.__hash__ is None:
            raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
        own[name] = made
        if isinstance(getattr(cls, name, None), Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    fields.update(own)
    return fields

def _init_fields(fields):
    params = [f for f in fields.values() if f.init and f._kind in ('field', 'initvar')]
    positional = [f for f in params if not f.kw_only]
    keyword = [f for f in params if f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument')
        else:
            seen_default = True
    return positional, keyword

def _names_text(names):
    quoted = [repr(name) for name in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return f'{quoted[0]} and {quoted[1]}'
    return ', '.join(quoted[:-1]) + f', and {quoted[-1]}'

def _bind(qualname, positional, keyword, args, keywords):
    values = {}
    most = len(positional)
    if len(args) > most:
        least = sum(1 for f in positional if f.default is MISSING and f.default_factory is MISSING)
        count = f'{most + 1}' if least == most else f'from {least + 1} to {most + 1}'
        noun = 'argument' if most == 0 and least == 0 else 'arguments'
        raise TypeError(f'{qualname}.__init__() takes {count} positional {noun} but {len(args) + 1} were given')
    for f, value in zip(positional, args):
        values[f.name] = value
    known = {f.name for f in positional} | {f.name for f in keyword}
    for name, value in keywords.items():
        if name not in known:
            raise TypeError(f"{qualname}.__init__() got an unexpected keyword argument '{name}'")
        if name in values:
            raise TypeError(f"{qualname}.__init__() got multiple values for argument '{name}'")
        values[name] = value
    for group, kind in ((positional, 'positional'), (keyword, 'keyword-only')):
        missing = [f.name for f in group
                   if f.name not in values and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            noun = 'argument' if len(missing) == 1 else 'arguments'
            raise TypeError(f'{qualname}.__init__() missing {len(missing)} required {kind} {noun}: {_names_text(missing)}')
    return values

def _make_init(cls, fields):
    positional, keyword = _init_fields(fields)
    every = [f for f in fields.values() if f._kind in ('field', 'initvar')]
    assign = object.__setattr__ if cls.__dataclass_params__['frozen'] else setattr
    def __init__(self, /, *args, **keywords):
        values = _bind(cls.__qualname__, positional, keyword, args, keywords)
        post = []
        for f in every:
            if f.init and f.name in values:
                value = values[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            else:
                continue
            if f._kind == 'initvar':
                post.append(value)
            else:
                assign(self, f.name, value)
        if hasattr(self, '__post_init__'):
            self.__post_init__(*post)
    return __init__

def _make_repr(names):
    running = set()
    def __repr__(self):
        if id(self) in running:
            return '...'
        running.add(id(self))
        try:
            inside = ', '.join(f'{name}={getattr(self, name)!r}' for name in names)
        finally:
            running.discard(id(self))
        return f'{self.__class__.__qualname__}({inside})'
    return __repr__

def _make_comparison(names, compare):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        mine = tuple(getattr(self, name) for name in names)
        theirs = tuple(getattr(other, name) for name in names)
        return compare(mine, theirs)
    return method

def _set(cls, name, value):
    if name in cls.__dict__:
        return True
    value.__qualname__ = f'{cls.__qualname__}.{name}'
    value.__name__ = name
    setattr(cls, name, value)
    return False

def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    cls.__dataclass_params__ = {'init': init, 'repr': repr, 'eq': eq, 'order': order,
                                'unsafe_hash': unsafe_hash, 'frozen': frozen}
    fields = _collect(cls, kw_only)
    cls.__dataclass_fields__ = fields
    own = [f for f in fields.values() if f._kind == 'field']
    had_eq = '__eq__' in cls.__dict__
    explicit_hash = cls.__dict__.get('__hash__', MISSING)
    has_hash = not (explicit_hash is MISSING or (explicit_hash is None and had_eq))
    if init:
        _set(cls, '__init__', _make_init(cls, fields))
    else:
        _init_fields(fields)
    if repr:
        _set(cls, '__repr__', _make_repr([f.name for f in own if f.repr]))
    compared = [f.name for f in own if f.compare]
    if eq:
        _set(cls, '__eq__', _make_comparison(compared, lambda a, b: a == b))
    if order:
        if not eq:
            raise ValueError('eq must be true if order is true')
        ways = {'__lt__': lambda a, b: a < b, '__le__': lambda a, b: a <= b,
                '__gt__': lambda a, b: a > b, '__ge__': lambda a, b: a >= b}
        for name, way in ways.items():
            if _set(cls, name, _make_comparison(compared, way)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if frozen:
        names = {f.name for f in own}
        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f'cannot assign to field {name!r}')
            super(cls, self).__setattr__(name, value)
        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f'cannot delete field {name!r}')
            super(cls, self).__delattr__(name)
        for name, method in (('__setattr__', __setattr__), ('__delattr__', __delattr__)):
            if _set(cls, name, method):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    hashed = [f.name for f in own if (f.compare if f.hash is None else f.hash)]
    def __hash__(self):
        return hash(tuple(getattr(self, name) for name in hashed))
    if unsafe_hash:
        if has_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = __hash__
    elif eq and not has_hash:
        cls.__hash__ = __hash__ if frozen else None
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in _init_fields(fields)[0])
    if not getattr(cls, '__doc__', None):
        cls.__doc__ = cls.__name__
    return cls

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)

def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._kind == 'field')

def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')

def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')

def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict(obj, dict_factory)

def _asdict(obj, dict_factory):
    from copy import deepcopy
    if _is_instance(obj):
        return dict_factory([(f.name, _asdict(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_asdict(item, dict_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_asdict(item, dict_factory) for item in obj)
    if isinstance(obj, dict):
        return type(obj)((_asdict(key, dict_factory), _asdict(value, dict_factory)) for key, value in obj.items())
    return deepcopy(obj)

def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _astuple(obj, tuple_factory)

def _astuple(obj, tuple_factory):
    from copy import deepcopy
    if _is_instance(obj):
        return tuple_factory([_astuple(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_astuple(item, tuple_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_astuple(item, tuple_factory) for item in obj)
    if isinstance(obj, dict):
        return type(obj)((_astuple(key, tuple_factory), _astuple(value, tuple_factory)) for key, value in obj.items())
    return deepcopy(obj)

def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, '__dataclass_fields__').values():
        if f._kind == 'classvar':
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._kind == 'initvar' and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)

def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        else:
            annotations[item[0]] = item[1]
            body[item[0]] = item[2]
    body['__annotations__'] = annotations
    return dataclass(type(cls_name, bases, body), **options)
