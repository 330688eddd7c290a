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
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)

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
    if _has_text(obj):
        found = _of_text(obj)
        return _without_first(found) if type(obj).__name__ == 'builtin_function_or_method' and (
            not ismodule(obj.__self__) and obj.__self__ is not None) else found
    if isclass(obj):
        for name in ('__new__', '__init__'):
            method = getattr(obj, name)
            if isfunction(method) or _has_text(method):
                return _without_first(signature(method))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
    elif isfunction(getattr(type(obj), '__call__', None)):
        return _without_first(signature(type(obj).__call__))
    raise ValueError(f'no signature found for builtin {obj!r}')

def _has_text(obj):
    # What stands in place of a package's Python functions is not a function that CPython has.
    owner = getattr(obj, '__objclass__', obj)
    bound = getattr(obj, '__self__', None)
    if bound is not None and not ismodule(bound):
        owner = type(bound)
    own = str(getattr(owner, '__module__', '')).startswith('torch')
    return own and isinstance(getattr(obj, '__text_signature__', None), str)

def _of_text(obj):
    return _of_function(eval(f'lambda {obj.__text_signature__[1:-1]}: None', {}))

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

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512

def isclass(object): return isinstance(object, type)
def ismodule(object): return isinstance(object, types.ModuleType)
def isfunction(object): return isinstance(object, types.FunctionType)
def ismethod(object): return isinstance(object, types.MethodType)
def isbuiltin(object): return isinstance(object, types.BuiltinFunctionType)
def isgenerator(object): return isinstance(object, types.GeneratorType)
def iscoroutine(object): return isinstance(object, types.CoroutineType)
def isasyncgen(object): return isinstance(object, types.AsyncGeneratorType)
def istraceback(object): return isinstance(object, types.TracebackType)
def isframe(object): return isinstance(object, types.FrameType)
def iscode(object): return isinstance(object, types.CodeType)

def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)

def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')

def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')

def isgetsetdescriptor(object): return isinstance(object, types.GetSetDescriptorType)
def ismemberdescriptor(object): return isinstance(object, types.MemberDescriptorType)

def _has_flag(function, flag):
    while True:
        if ismethod(function):
            function = function.__func__
        elif type(function).__name__ == 'partial' and hasattr(function, 'func'):
            function = function.func
        else:
            break
    return isfunction(function) and bool(function.__code__.co_flags & flag)

def isgeneratorfunction(obj): return _has_flag(obj, CO_GENERATOR)
def iscoroutinefunction(obj): return _has_flag(obj, CO_COROUTINE)
def isasyncgenfunction(obj): return _has_flag(obj, CO_ASYNC_GENERATOR)

def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), '__await__')

def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', ()))

GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'

def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED

def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        import sys
        module = sys.modules.get(getattr(object, '__module__', None))
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    raise TypeError(
        'module, class, method, function, traceback, frame, or code object was expected, got '
        f'{type(object).__name__}')

def getsourcefile(object):
    return getfile(object)

def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None

def _lines_and_place(object):
    import _sources
    import linecache
    object = unwrap(object)
    file = getfile(object)
    lines = linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0, len(lines)
    if isclass(object):
        place = _sources.class_lines(file, object.__qualname__)
        if place is None:
            raise OSError('could not find class definition')
        return lines, place[0] - 1, place[1]
    code = _code_of(object)
    if code.co_name == '<module>':
        return lines, 0, len(lines)
    first, last = _sources.lines(code)
    if first > len(lines):
        raise OSError('lineno is out of bounds')
    return lines, first - 1, last

def findsource(object):
    lines, first, _ = _lines_and_place(object)
    return lines, first

def getsourcelines(object):
    lines, first, last = _lines_and_place(object)
    whole = ismodule(unwrap(object)) or (isframe(object) and object.f_code.co_name == '<module>')
    return lines[first:last], 0 if whole else first + 1

def getsource(object):
    return ''.join(getsourcelines(object)[0])

def getcomments(object):
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        found = []
        for line in lines[start:]:
            if line.strip() and not line.startswith('#'):
                break
            if line.strip():
                found.append(line.expandtabs())
        return ''.join(found) or None
    indent = len(lines[first]) - len(lines[first].lstrip())
    found = []
    for line in reversed(lines[:first]):
        if not line.lstrip().startswith('#') or len(line) - len(line.lstrip()) != indent:
            break
        found.insert(0, line.expandtabs().lstrip())
    return ''.join(found) or None

Traceback = namedtuple('Traceback', 'filename lineno function code_context index')
FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')

def getframeinfo(frame, context=1):
    import linecache
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    lines, index = None, None
    every = linecache.getlines(frame.f_code.co_filename)
    if context > 0 and every:
        start = max(0, min(lineno - 1 - context // 2, len(every) - context))
        lines, index = every[start:start + context], lineno - 1 - start
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index)

def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found

def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found

def currentframe():
    import sys
    return sys._getframe(1)

def stack(context=1):
    import sys
    return getouterframes(sys._getframe(1), context)

def trace(context=1):
    import sys
    return getinnerframes(sys.exc_info()[2], context)

ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')

def getargvalues(frame):
    code = frame.f_code
    names = code.co_varnames
    end = code.co_argcount + code.co_kwonlyargcount
    rest = list(names[end:])
    varargs = rest.pop(0) if code.co_flags & CO_VARARGS else None
    keywords = rest.pop(0) if code.co_flags & CO_VARKEYWORDS else None
    return ArgInfo(list(names[:end]), varargs, keywords, frame.f_locals)

def getcallargs(func, /, *positional, **named):
    bound = signature(func.__func__ if ismethod(func) else func)
    if ismethod(func):
        positional = (func.__self__, *positional)
    bound = bound.bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)

ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')

def getclosurevars(func):
    import builtins
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code, names = func.__code__, func.__globals__
    cells = dict(zip(code.co_freevars, func.__closure__ or ()))
    nonlocals = {name: cell.cell_contents for name, cell in cells.items()}
    used = [name for name in code.co_names if name not in ('None', 'True', 'False')]
    found = {name: names[name] for name in used if name in names}
    built = {name: getattr(builtins, name) for name in used if name not in names and hasattr(builtins, name)}
    unbound = {name for name in used if name not in names and not hasattr(builtins, name)}
    return ClosureVars(nonlocals, found, built, unbound)

_missing = object()

def getattr_static(obj, attr, default=_missing):
    """The attribute as it is stored: nothing is called to get it."""
    kind = obj if isclass(obj) else type(obj)
    if not isclass(obj):
        try:
            own = object.__getattribute__(obj, '__dict__')
        except AttributeError:
            own = {}
        in_class = next((c.__dict__[attr] for c in kind.__mro__ if attr in c.__dict__), _missing)
        if in_class is not _missing and isdatadescriptor(in_class):
            return in_class
        if attr in own:
            return own[attr]
        if in_class is not _missing:
            return in_class
    else:
        for entry in [*kind.__mro__, *type(kind).__mro__]:
            if attr in entry.__dict__:
                return entry.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)

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
