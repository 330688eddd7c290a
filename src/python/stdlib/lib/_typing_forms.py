"""What stands for types in annotations: special forms, what they give between brackets, and type
variables. https://docs.python.org/3.11/library/typing.html
"""

import sys
import types

__name__ = 'typing'  # where programs find all of this


def remembered(subscript):
    """Keeps what a form gave for the same parameters, where they can be hashed."""

    def wrapper(self, params):
        try:
            found = self._known.get(params)
        except TypeError:
            return subscript(self, params)
        if found is None:
            found = self._known[params] = subscript(self, params)
        return found

    return wrapper


def as_type(param, message='Parameters to generic types must be types.'):
    if param is None:
        return type(None)
    if type(param) is str:
        return ForwardRef(param)
    if type(param) is tuple:
        raise TypeError(f'{message} Got {param!r:.100}.')
    return param


def shown(item):
    """How a part of an annotation is written: classes by name, all else by repr."""
    if isinstance(item, type) and not isinstance(item, types.GenericAlias):
        if item.__module__ == 'builtins':
            return item.__qualname__
        return f'{item.__module__}.{item.__qualname__}'
    if item is ...:
        return '...'
    if isinstance(item, types.FunctionType):
        return item.__name__
    return repr(item)


def parameters_of(items):
    """The type variables in the items, in the order of their first use."""
    found = []
    for item in items:
        if isinstance(item, _Variable):
            inside = (item,)
        elif isinstance(item, (list, tuple)):
            inside = parameters_of(item)
        elif isinstance(item, type):
            continue
        else:
            inside = getattr(item, '__parameters__', ())
        for each in inside:
            if each not in found:
                found.append(each)
    return tuple(found)


def check_count(what, actual, expected):
    if actual != expected:
        word = 'many' if actual > expected else 'few'
        raise TypeError(f'Too {word} arguments for {what}; actual {actual}, expected {expected}')


class _SpecialForm:
    """Such as Union, which is no type."""

    __slots__ = ('_name', '_subscript', '_known')

    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript
        self._known = {}

    def __getitem__(self, params):
        if self._subscript is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._subscript(self, params)

    def __getattr__(self, name):
        if name == '__name__' or name == '__qualname__':
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __call__(self, *args, **keywords):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')


class _Aliasing:
    """A form over a class: attributes and calls are the class's."""

    def __init__(self, origin, name=None, instances=True):
        self.__dict__.update(__origin__=origin, _name=name, _inst=instances)

    def __call__(self, *args, **keywords):
        if not self._inst:
            name = self._name
            origin = self.__origin__.__name__
            raise TypeError(f'Type {name} cannot be instantiated; use {origin}() instead')
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        found = [] if self.__origin__ in bases else [self.__origin__]
        later = bases[bases.index(self) + 1:]
        if not any(isinstance(base, _Aliasing) or issubclass(base, Generic) for base in later):
            found.append(Generic)
        return tuple(found)

    def __getattr__(self, name):
        if name == '__name__' or name == '__qualname__':
            return self._name or self.__origin__.__name__
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __setattr__(self, name, value):
        if name in ('_name', '_inst') or name.startswith('__') and name.endswith('__'):
            self.__dict__[name] = value
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, value):
        return self.__subclasscheck__(type(value))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_named = {}


class _SpecialGenericAlias(_Aliasing):
    """Such as List, before it is subscripted."""

    def __init__(self, name, origin, count, instances=True):
        super().__init__(origin, name, instances)
        self.__dict__.update(_nparams=count, _known={})
        _named[name] = self

    @remembered
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        args = tuple([as_type(each) for each in params])
        if self._nparams > 0 and not any(isinstance(each, _UnpackGenericAlias) for each in args):
            check_count(self, len(args), self._nparams)
        return _GenericAlias(self.__origin__, args, self._name, self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)


class _TupleType(_SpecialGenericAlias):
    @remembered
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        args = tuple([as_type(each, 'Tuple[t0, t1, ...]: each t must be a type.') for each in params])
        return _GenericAlias(tuple, args, 'Tuple', False)


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        taken, given = params
        return self._of(tuple(taken) if isinstance(taken, list) else taken, given)

    def _of(self, taken, given):
        result = as_type(given, 'Callable[args, result]: result must be a type.')
        if isinstance(taken, tuple):
            args = tuple([as_type(each, 'Callable[[arg, ...], result]: each arg must be a type.') for each in taken])
        else:
            args = (taken,)
        return _CallableGenericAlias(self.__origin__, (*args, result), 'Callable')


class _GenericAlias(_Aliasing):
    """A form with its parameters."""

    def __init__(self, origin, args, name=None, instances=True):
        self.__dict__.update(__origin__=origin, __args__=args, _name=name, _inst=instances)
        if name is None:
            self.__dict__['__module__'] = origin.__module__

    def __getattr__(self, name):
        if name == '__parameters__':
            made = self.__dict__[name] = parameters_of(self.__args__)
            return made
        return super().__getattr__(name)

    def __getitem__(self, params):
        if self.__origin__ in _plain:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not isinstance(params, tuple):
            params = (params,)
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f'{self} is not a generic class')
        values = assigned(self, parameters, params)
        return self._with(tuple(substituted(self.__args__, values)))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name, self._inst)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            return self.__origin__.__mro_entries__.__func__(self, bases)
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            later = bases[bases.index(self) + 1:]
            if _plain[-1] in bases or any(isinstance(base, _Aliasing) for base in later):
                return ()
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else shown(self.__origin__)
        return f"{name}[{', '.join([shown(each) for each in self.__args__]) or '()'}]"

    def __reduce__(self):
        import operator

        origin = _named.get(self._name, self.__origin__)
        args = self.__args__
        return operator.getitem, (origin, args[0] if len(args) == 1 else args)

    def __iter__(self):
        yield Unpack[self]


def assigned(what, parameters, params):
    """Which value each of the type variables gets."""
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec):
        (only,) = params if len(params) == 1 and isinstance(params[0], (list, tuple)) else (params,)
        return {parameters[0]: only}
    many = [i for i, each in enumerate(parameters) if isinstance(each, TypeVarTuple)]
    if not many:
        check_count(what, len(params), len(parameters))
        return dict(zip(parameters, [each if isinstance(each, list) else as_type(each) for each in params]))
    (at,) = many
    rest = len(parameters) - at - 1
    if len(params) < at + rest:
        raise TypeError(
            f'Too few arguments for {what}; actual {len(params)}, expected at least {at + rest}'
        )
    values = dict(zip(parameters[:at], params))
    values[parameters[at]] = tuple(params[at:len(params) - rest])
    values.update(zip(parameters[at + 1:], params[len(params) - rest:]))
    return values


def substituted(items, values):
    for item in items:
        if isinstance(item, _UnpackGenericAlias) and item.__args__[0] in values:
            yield from values[item.__args__[0]]
        elif isinstance(item, ParamSpec) and isinstance(values.get(item), (list, tuple)):
            yield from values[item]
        elif isinstance(item, _Variable):
            yield values.get(item, item)
        elif isinstance(item, list):
            yield list(substituted(item, values))
        else:
            inside = () if isinstance(item, type) else getattr(item, '__parameters__', ())
            yield item[tuple([values[each] for each in inside])] if inside else item


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        *taken, given = self.__args__
        if len(taken) == 1 and (taken[0] is ... or isinstance(taken[0], (ParamSpec, _ConcatenateGenericAlias))):
            return super().__repr__()
        return f"typing.Callable[[{', '.join([shown(each) for each in taken])}], {shown(given)}]"


class _UnionGenericAlias(_GenericAlias):
    def _with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{shown(args[args[0] is type(None)])}]'
        return super().__repr__()

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(self._typed()) == set(other._typed())

    def __hash__(self):
        return hash(frozenset(self._typed()))

    def _typed(self):
        return [(each, type(each)) for each in self.__args__]

    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(each) for each in self.__args__])}]"


class _ConcatenateGenericAlias(_GenericAlias):
    pass


class _UnpackGenericAlias(_GenericAlias):
    def __repr__(self):
        return '*' + repr(self.__args__[0])

    def __getitem__(self, params):
        return Unpack[self.__args__[0][params]]


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,))
        self.__dict__['__metadata__'] = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __getitem__(self, params):
        values = assigned(self, self.__parameters__, params if isinstance(params, tuple) else (params,))
        return self._with(tuple(substituted(self.__args__, values)))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        metadata = ', '.join([repr(each) for each in self.__metadata__])
        return f'typing.Annotated[{shown(self.__origin__)}, {metadata}]'

    def __reduce__(self):
        import operator

        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __mro_entries__(self, bases):
        return self.__origin__.__mro_entries__(bases) if isinstance(self.__origin__, _Aliasing) else (self.__origin__,)


def _single(form, params):
    item = as_type(params, f'{form} accepts only single type.')
    return _GenericAlias(form, (item,), form._name)


def _union(form, params):
    if params == ():
        raise TypeError('Cannot take a Union of no types.')
    args = []
    for param in params if isinstance(params, tuple) else (params,):
        arg = as_type(param, 'Union[arg, ...]: each arg must be a type.')
        inside = arg.__args__ if isinstance(arg, (_UnionGenericAlias, types.UnionType)) else (arg,)
        for each in inside:
            if each not in args:
                args.append(each)
    if len(args) == 1:
        return args[0]
    name = 'Optional' if len(args) == 2 and type(None) in args else 'Union'
    made = _UnionGenericAlias(Union, tuple(args), 'Union')
    made.__name__ = name
    return made


def _optional(form, param):
    return Union[as_type(param, f'{form} requires a single type.'), type(None)]


def _literal(form, params):
    args = []
    for param in params if isinstance(params, tuple) else (params,):
        for each in param.__args__ if isinstance(param, _LiteralGenericAlias) else (param,):
            if not any(each == other and type(each) is type(other) for other in args):
                args.append(each)
    return _LiteralGenericAlias(form, tuple(args), 'Literal')


def _concatenate(form, params):
    if params == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    args = params if isinstance(params, tuple) else (params,)
    if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
        raise TypeError(
            'The last parameter to Concatenate should be a ParamSpec variable or ellipsis.'
        )
    return _ConcatenateGenericAlias(form, tuple([as_type(each) for each in args]), 'Concatenate')


def _unpack(form, param):
    return _UnpackGenericAlias(form, (as_type(param, f'{form} accepts only single type.'),), 'Unpack')


Union = _SpecialForm('Union', remembered(_union))
Optional = _SpecialForm('Optional', remembered(_optional))
Literal = _SpecialForm('Literal', _literal)
Concatenate = _SpecialForm('Concatenate', _concatenate)
Unpack = _SpecialForm('Unpack', remembered(_unpack))
ClassVar, Final, TypeGuard, Required, NotRequired = [
    _SpecialForm(name, remembered(_single))
    for name in ('ClassVar', 'Final', 'TypeGuard', 'Required', 'NotRequired')
]
NoReturn, Never, Self, LiteralString, TypeAlias = [
    _SpecialForm(name) for name in ('NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias')
]


class Annotated:
    """A type with what else is to be known of it."""

    __slots__ = ()

    def __new__(cls, *args, **keywords):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                'Annotated[...] should be used with at least two arguments (a type and an annotation).'
            )
        origin = as_type(params[0], 'Annotated[t, ...]: t must be a type.')
        return _AnnotatedAlias(origin, params[1:])

    def __init_subclass__(cls, *args, **keywords):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


class ForwardRef:
    """A type that is written as text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        try:
            self.__forward_code__ = compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        mine = (self.__forward_arg__, self.__forward_module__)
        return mine == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = self.__forward_module__
        return f"ForwardRef({self.__forward_arg__!r}{'' if module is None else f', module={module!r}'})"


class _Variable:
    """What type variables have in common."""

    def __init__(self, name, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__ = name
        self.__bound__ = None if bound is None else as_type(bound, 'Bound must be a type.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals['__name__'] == 'typing':
            frame = frame.f_back
        self.__module__ = frame.f_globals['__name__']

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __reduce__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __typing_subst__(self, arg):
        return as_type(arg, 'Parameters to generic types must be types.')

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        super().__init__(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([as_type(each, message) for each in constraints])


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        super().__init__(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'


class ParamSpecArgs(_ParamSpecPart):
    _part = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    _part = 'kwargs'


class TypeVarTuple(_Variable):
    def __init__(self, name):
        super().__init__(name)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


class Generic:
    """The base of classes that have type variables."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if cls in _plain:
            _check_variables(cls, params)
        else:
            parameters = getattr(cls, '__parameters__', ())
            if not parameters:
                raise TypeError(f'{cls} is not a generic class')
            values = assigned(cls, parameters, params)
            params = tuple([each for p in parameters for each in _listed(p, values[p])])
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        written = cls.__dict__.get('__orig_bases__')
        plain = Generic in (cls.__bases__ if written is None else written)
        if plain and not (written is None and cls.__name__ == 'Protocol'):
            raise TypeError('Cannot inherit from plain Generic')
        parameters = ()
        if written is not None:
            parameters = parameters_of(written)
            named = [each for each in written if isinstance(each, _GenericAlias) and each.__origin__ is Generic]
            if len(named) > 1:
                raise TypeError('Cannot inherit from Generic[...] multiple types.')
            if named:
                missing = [each for each in parameters if each not in named[0].__parameters__]
                if missing:
                    some = ', '.join(map(str, missing))
                    listed = ', '.join(map(str, named[0].__parameters__))
                    raise TypeError(f'Some type variables ({some}) are not listed in Generic[{listed}]')
                parameters = named[0].__parameters__
        cls.__parameters__ = parameters


def _listed(parameter, value):
    return value if isinstance(parameter, TypeVarTuple) else (value,)


def _check_variables(cls, params):
    name = cls.__name__
    if not params:
        raise TypeError(f'Parameter list to {name}[...] cannot be empty')
    if not all(isinstance(each, (_Variable, _UnpackGenericAlias)) for each in params):
        raise TypeError(
            f'Parameters to {name}[...] must all be type variables or parameter specification variables.'
        )
    if len(set(params)) != len(params):
        raise TypeError(f'Parameters to {name}[...] must all be unique')


_plain = [Generic]  # and, once it is there, Protocol
