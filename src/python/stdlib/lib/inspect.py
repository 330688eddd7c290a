import types
from collections import OrderedDict, namedtuple

class _empty:
    pass

class _ParameterKind:
    def __init__(self, value, name, description):
        self.value, self.name, self.description = value, name, description
    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {self.value}>'
    def __str__(self):
        return self.name
    def __int__(self):
        return self.value
    __index__ = __int__
    def __lt__(self, other):
        return self.value < other.value
    def __le__(self, other):
        return self.value <= other.value
    def __gt__(self, other):
        return self.value > other.value
    def __ge__(self, other):
        return self.value >= other.value

_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')

def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation).replace('typing.', '')

class Parameter:
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        kept = dict(default=self.default, annotation=self.annotation)
        name = changes.pop('name', self.name)
        kind = changes.pop('kind', self.kind)
        return type(self)(name, kind, **{**kept, **changes})

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ': ' + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        stars = {'VAR_POSITIONAL': '*', 'VAR_KEYWORD': '**'}
        return stars.get(self.kind.name, '') + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        mine = (self.name, self.kind, self.default, self.annotation)
        return mine == (other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind.value))

class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind is _VAR_POSITIONAL:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            if not by_name:
                by_name = parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        complete = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType(OrderedDict((p.name, p) for p in parameters or ()))
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        kept = self.parameters.values() if parameters is _empty else parameters
        returns = self.return_annotation if return_annotation is _empty else return_annotation
        return type(self)(kept, return_annotation=returns)

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        left, arguments, kwargs = list(args), {}, dict(kwargs)
        rest = None
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if left:
                    arguments[name] = tuple(left)
                    left = []
            elif kind is _VAR_KEYWORD:
                rest = name
            elif left and kind is not _KEYWORD_ONLY:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = left.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                only = ' keyword-only' if kind is _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{only} argument: {name!r}')
        if left:
            raise TypeError('too many positional arguments')
        if kwargs:
            if rest is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts, after_star, positional_only = [], False, False
        for parameter in self.parameters.values():
            if positional_only and parameter.kind is not _POSITIONAL_ONLY:
                parts.append('/')
                positional_only = False
            if parameter.kind is _POSITIONAL_ONLY:
                positional_only = True
            elif parameter.kind is _VAR_POSITIONAL:
                after_star = True
            elif parameter.kind is _KEYWORD_ONLY and not after_star:
                parts.append('*')
                after_star = True
            parts.append(str(parameter))
        if positional_only:
            parts.append('/')
        text = '(' + ', '.join(parts) + ')'
        if self.return_annotation is not _empty:
            text += ' -> ' + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        same = list(self.parameters.values()) == list(other.parameters.values())
        return same and self.return_annotation == other.return_annotation

def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, '__signature__'))
    declared = getattr(obj, '__signature__', None)
    if isinstance(declared, Signature):
        return declared
    if isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
        return _of_partial(obj)
    if isclass(obj):
        for name in ('__new__', '__init__'):
            method = getattr(obj, name)
            if isfunction(method):
                return _without_first(signature(method))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
    elif isfunction(getattr(type(obj), '__call__', None)):
        return _without_first(signature(type(obj).__call__))
    raise ValueError(f'no signature found for builtin {obj!r}')

def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind is not _VAR_POSITIONAL:
        parameters = parameters[1:]
    return found.replace(parameters=parameters)

def _of_function(func):
    code = func.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_posonlyargcount
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    annotations = func.__annotations__
    parameters = []
    def add(name, kind, default=_empty):
        note = annotations.get(name, _empty)
        parameters.append(Parameter(name, kind, default=default, annotation=note))
    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        kind = _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD
        add(name, kind, defaults[at] if at >= 0 else _empty)
    end = count + code.co_kwonlyargcount
    rest = end
    if code.co_flags & 4:
        add(names[rest], _VAR_POSITIONAL)
        rest += 1
    for name in names[count:end]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[rest], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))

def _of_partial(obj):
    inner = signature(obj.func)
    bound = inner.bind_partial(*obj.args)
    parameters, named = [], False
    for name, parameter in inner.parameters.items():
        if name in bound.arguments and parameter.kind is not _VAR_POSITIONAL:
            continue
        if name in obj.keywords:
            named = True
            parameter = parameter.replace(default=obj.keywords[name], kind=_KEYWORD_ONLY)
        elif named and parameter.kind is _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif named and parameter.kind is _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return inner.replace(parameters=parameters)

FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')

def getfullargspec(func):
    if ismethod(func):
        func = func.__func__
    if isclass(func):
        func = func.__init__
    args, varargs, varkw, defaults, only, only_defaults = [], None, None, (), [], {}
    for name, parameter in _of_function(func).parameters.items():
        if parameter.kind is _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is _VAR_KEYWORD:
            varkw = name
        elif parameter.kind is _KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not _empty:
                only_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
    notes = func.__annotations__
    if 'return' in notes:
        notes = {'return': notes['return'], **notes}
    return FullArgSpec(args, varargs, varkw, defaults or None, only, only_defaults or None, notes)

def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func

def isclass(obj): return isinstance(obj, type)
def ismodule(obj): return isinstance(obj, types.ModuleType)
def isfunction(obj): return isinstance(obj, types.FunctionType)
def ismethod(obj): return isinstance(obj, types.MethodType)
def isbuiltin(obj): return isinstance(obj, types.BuiltinFunctionType)
def isroutine(obj): return isbuiltin(obj) or isfunction(obj) or ismethod(obj)
def isgeneratorfunction(obj): return isfunction(unwrap(obj)) and bool(obj.__code__.co_flags & 0x20)
def iscoroutinefunction(obj): return isfunction(obj) and bool(obj.__code__.co_flags & 0x80)
def isgenerator(obj): return type(obj).__name__ == 'generator'
def isabstract(obj): return isclass(obj) and bool(getattr(obj, '__abstractmethods__', ()))

def getmembers(obj, predicate=None):
    found = []
    for name in dir(obj):
        try:
            value = getattr(obj, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])

def getmro(cls): return cls.__mro__

def getmodule(obj):
    import sys
    if ismodule(obj):
        return obj
    return sys.modules.get(getattr(obj, '__module__', None))

def getdoc(obj):
    doc = getattr(obj, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None

def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)
