# Classes made from annotated fields. The methods of a dataclass are one small text, run once.
# https://docs.python.org/3.11/library/dataclasses.html
import re as _re
import sys as _sys
from types import GenericAlias as _GenericAlias, MappingProxyType as _MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


class _FIELD_BASE:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')
_EMPTY_METADATA = _MappingProxyType({})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        plain = isinstance(self.type, type) and not isinstance(self.type, _GenericAlias)
        return f'dataclasses.InitVar[{self.type.__name__ if plain else repr(self.type)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


def _recursive(function):
    # A repr that meets itself again gives dots.
    running = set()

    def __repr__(self):
        if id(self) in running:
            return '...'
        running.add(id(self))
        try:
            return function(self)
        finally:
            running.discard(id(self))
    __repr__.__wrapped__ = function
    return __repr__


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @_recursive
    def __repr__(self):
        shown = [f'{name}={getattr(self, name)!r}' for name in (
            'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare',
            'metadata', 'kw_only', '_field_type')]
        return f'Field({",".join(shown)})'

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        told = getattr(type(self.default), '__set_name__', None)
        if told:
            told(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        shown = [f'{name}={getattr(self, name)!r}' for name in self.__slots__]
        return f'_DataclassParams({",".join(shown)})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                              slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                   weakref_slot):
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    found = _collect(cls, frozen, kw_only)
    setattr(cls, _FIELDS, found)
    setattr(cls, '__dataclass_params__',
            _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    own_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    _Methods(cls, found).add(init, repr, eq, order, frozen, slots,
                             _hashing(cls, unsafe_hash, eq, frozen, explicit_hash))
    if match_args:
        _add(cls, '__match_args__', tuple(
            f.name for f in found.values()
            if f._field_type is not _FIELD_CLASSVAR and f.init and not f.kw_only))
    if not getattr(cls, '__doc__'):
        cls.__doc__ = _SignatureDoc(cls)
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    if '__abstractmethods__' in cls.__dict__:
        import abc
        abc.update_abstractmethods(cls)
    return cls


class _SignatureDoc:
    # The docstring of a class without one shows how it is called; it is made when asked for.
    def __init__(self, owner):
        self.owner = owner

    def __get__(self, instance, owner=None):
        import inspect
        try:
            shown = str(inspect.signature(self.owner)).replace(' -> None', '')
        except (TypeError, ValueError):
            shown = ''
        return self.owner.__name__ + shown


def _collect(cls, frozen, kw_only):
    found = {}
    derived = frozen_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            derived = True
            found.update(inherited)
            if base.__dict__['__dataclass_params__'].frozen:
                frozen_base = True
    own = []
    kw_only_seen = False
    annotations = cls.__dict__.get('__annotations__', {})
    for name, annotation in annotations.items():
        if _is_kw_only(cls, annotation):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = kw_only = True
        else:
            own.append(_field_of(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if derived:
        if frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return found


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        # A slot of the class is not the field's default.
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _kind_of(cls, annotation)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: '
                         'use default_factory')
    return f


def _kind_of(cls, annotation):
    typing = _sys.modules.get('typing')
    this = _sys.modules[__name__]
    if typing is not None:
        def is_classvar(kind):
            return kind is typing.ClassVar or getattr(kind, '__origin__', None) is typing.ClassVar
        if is_classvar(annotation) or _written(cls, annotation, typing, is_classvar):
            return _FIELD_CLASSVAR

    def is_initvar(kind):
        return kind is InitVar or type(kind) is InitVar
    if is_initvar(annotation) or _written(cls, annotation, this, is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _is_kw_only(cls, annotation):
    def is_marker(kind):
        return kind is KW_ONLY
    return is_marker(annotation) or _written(cls, annotation, _sys.modules[__name__], is_marker)


def _written(cls, annotation, module, test):
    # Whether an annotation in quotes begins with a name that stands for what the test knows.
    if not isinstance(annotation, str):
        return False
    match = _re.match(r'(?:\s*(\w+)\s*\.)?\s*(\w+)', annotation)
    if not match:
        return False
    prefix, name = match.groups()
    home = _sys.modules.get(cls.__module__)
    names = getattr(home, '__dict__', {})
    if prefix:
        if names.get(prefix) is not module:
            return False
        names = module.__dict__
    return test(names.get(name))


def _add(cls, name, value):
    # Whether the class has the name already; it keeps it.
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _hashing(cls, unsafe_hash, eq, frozen, explicit):
    # What to do about __hash__: 'add', 'none' or nothing.
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        return 'add'
    if not eq or explicit:
        return None
    return 'add' if frozen else 'none'


class _Methods:
    # The text of a dataclass's methods, and the values that it names.
    def __init__(self, cls, found):
        self.cls = cls
        self.fields = list(found.values())
        self.plain = [f for f in self.fields if f._field_type is _FIELD]
        self.names = {'MISSING': MISSING, '_HAS_DEFAULT_FACTORY': _HAS_DEFAULT_FACTORY,
                      '__dataclass_builtins_object__': object, '_FrozenError': FrozenInstanceError}
        self.lines = []

    def add(self, init, repr, eq, order, frozen, slots, hashing):
        wanted = []
        if init:
            self.init(frozen, slots)
            wanted.append('__init__')
        if repr:
            shown = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in self.plain if f.repr)
            self.define('__repr__', 'self', [f'return self.__class__.__qualname__ + f"({shown})"'])
            wanted.append('__repr__')
        compared = [f for f in self.plain if f.compare]
        if eq:
            self.comparison('__eq__', '==', compared)
            wanted.append('__eq__')
        if order:
            for name, sign in _ORDER.items():
                self.comparison(name, sign, compared)
                wanted.append(name)
        if frozen:
            self.frozen()
            wanted += ['__setattr__', '__delattr__']
        if hashing == 'add':
            hashed = [f for f in self.plain if (f.compare if f.hash is None else f.hash)]
            self.define('__hash__', 'self', [f'return hash({_tuple("self", hashed)})'])
        made = self.run()
        for name in wanted:
            function = _recursive(made[name]) if name == '__repr__' else made[name]
            function.__qualname__ = f'{self.cls.__qualname__}.{name}'
            if _add(self.cls, name, function) and name in _REFUSED:
                hint = '. Consider using functools.total_ordering' if name in _ORDER else ''
                raise TypeError(f'Cannot overwrite attribute {name} in class '
                                f'{self.cls.__name__}{hint}')
        if hashing == 'add':
            made['__hash__'].__qualname__ = f'{self.cls.__qualname__}.__hash__'
            self.cls.__hash__ = made['__hash__']
        elif hashing == 'none':
            self.cls.__hash__ = None

    def define(self, name, parameters, body, returns=''):
        self.lines.append(f' def {name}({parameters}){returns}:')
        self.lines += [f'  {line}' for line in body]

    def comparison(self, name, sign, compared):
        self.define(name, 'self, other', [
            'if other.__class__ is self.__class__:',
            f' return {_tuple("self", compared)}{sign}{_tuple("other", compared)}',
            'return NotImplemented'])

    def frozen(self):
        self.names['cls'] = self.cls
        own = 'type(self) is cls'
        if self.plain:
            own += f' or name in {{{", ".join(repr(f.name) for f in self.plain)}}}'
        for name, parameters, arguments, what in [
                ('__setattr__', 'self, name, value', 'name, value', 'assign to'),
                ('__delattr__', 'self, name', 'name', 'delete')]:
            self.define(name, parameters, [
                f'if {own}:',
                f' raise _FrozenError(f"cannot {what} field {{name!r}}")',
                f'super(cls, self).{name}({arguments})'])

    def init(self, frozen, slots):
        taken = [f for f in self.fields if f._field_type is not _FIELD_CLASSVAR]
        me = '__dataclass_self__' if any(f.name == 'self' for f in taken) else 'self'
        positional = [f for f in taken if f.init and not f.kw_only]
        keyword = [f for f in taken if f.init and f.kw_only]
        seen_default = False
        for f in positional:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument')
        parameters = [me] + [self.parameter(f) for f in positional]
        if keyword:
            parameters += ['*'] + [self.parameter(f) for f in keyword]
        body = []
        for f in taken:
            value = self.initial(f, slots)
            if value is None:
                continue
            if frozen:
                body.append(f'__dataclass_builtins_object__.__setattr__({me},{f.name!r},{value})')
            else:
                body.append(f'{me}.{f.name}={value}')
        if hasattr(self.cls, '__post_init__'):
            given = ','.join(f.name for f in taken if f._field_type is _FIELD_INITVAR)
            body.append(f'{me}.__post_init__({given})')
        self.names['_return_type'] = None
        self.define('__init__', ', '.join(parameters), body or ['pass'], ' -> _return_type')

    def parameter(self, f):
        self.names[f'_type_{f.name}'] = f.type
        text = f'{f.name}:_type_{f.name}'
        if f.default is not MISSING:
            self.names[f'_dflt_{f.name}'] = f.default
            return f'{text}=_dflt_{f.name}'
        return text if f.default_factory is MISSING else f'{text}=_HAS_DEFAULT_FACTORY'

    def initial(self, f, slots):
        # The expression that the field begins with; None where nothing is set.
        if f._field_type is _FIELD_INITVAR:
            return None
        default = f'_dflt_{f.name}'
        if f.default_factory is not MISSING:
            self.names[default] = f.default_factory
            if not f.init:
                return f'{default}()'
            return f'{default}() if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}'
        if f.init:
            return f.name
        if slots and f.default is not MISSING:
            self.names[default] = f.default
            return default
        return None

    def run(self):
        if not self.lines:
            return {}
        names = [line.split('(')[0][5:] for line in self.lines if line.startswith(' def ')]
        text = '\n'.join([f'def _create({", ".join(self.names)}):', *self.lines,
                          f' return {", ".join(names)},'])
        home = _sys.modules.get(self.cls.__module__)
        made = {}
        exec(text, getattr(home, '__dict__', {}), made)
        return dict(zip(names, made['_create'](**self.names)))


_ORDER = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}
_REFUSED = {*_ORDER, '__setattr__', '__delattr__'}


def _tuple(owner, compared):
    return f'({"".join(f"{owner}.{f.name}," for f in compared)})'


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, '__iter__') and not hasattr(slots, '__next__'):
        return tuple(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, frozen, weakref_slot):
    # Slots can't be added to a class: a new one takes its place.
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    body = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    wanted = names + (('__weakref__',) if weakref_slot else ())
    body['__slots__'] = tuple(name for name in wanted if name not in inherited)
    for name in names + ('__dict__', '__weakref__'):
        body.pop(name, None)
    qualname = getattr(cls, '__qualname__', None)
    doc = body.get('__doc__')
    cls = type(cls)(cls.__name__, cls.__bases__, body)
    if qualname is not None:
        cls.__qualname__ = qualname
    if isinstance(doc, _SignatureDoc):
        doc.owner = cls
    if frozen:
        for name, method in (('__getstate__', _getstate), ('__setstate__', _setstate)):
            if name not in body:
                setattr(cls, name, method)
    return cls


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    plain = isinstance(obj, type) and not isinstance(obj, _GenericAlias)
    return hasattr(obj if plain else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _plain(obj, lambda found: dict_factory(found))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _plain(obj, lambda found: tuple_factory([value for _, value in found]))


_ATOMIC = frozenset({int, float, str, bool, complex, bytes, type(None)})


def _plain(obj, make):
    kind = type(obj)
    if kind in _ATOMIC:
        return obj
    if _is_dataclass_instance(obj):
        return make([(f.name, _plain(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return kind(*[_plain(value, make) for value in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_plain(value, make) for value in obj])
    if isinstance(obj, dict):
        return kind([(_plain(key, make), _plain(value, make)) for key, value in obj.items()])
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False):
    import keyword
    import types
    namespace = {} if namespace is None else namespace
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind

    def fill(body):
        body.update(namespace)
        body.update(defaults)
        body['__annotations__'] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be '
                                 'specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
