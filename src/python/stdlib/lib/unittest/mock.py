# https://docs.python.org/3.11/library/unittest.mock.html
# Objects that take part in anything and remember it, and patches that put them in others' places.

import functools

__all__ = [
    'Mock', 'MagicMock', 'NonCallableMock', 'PropertyMock', 'patch', 'sentinel', 'DEFAULT', 'ANY',
    'call', 'mock_open',
]


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError(name)
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


class _Call(tuple):
    """A call as it is remembered: its name, its positional arguments, its keywords."""

    def __new__(cls, value=(), name='', parent=None):
        args, keywords = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                keywords = part
        made = super().__new__(cls, (name, args, keywords))
        made._name, made._parent = name, parent
        return made

    args = property(lambda self: self[1])
    kwargs = property(lambda self: self[2])

    def __call__(self, *args, **keywords):
        return _Call((self._name, args, keywords), parent=self)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return _Call(name=f'{self._name}.{name}' if self._name else name, parent=self)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        theirs = other if isinstance(other, _Call) else _Call(other)
        return tuple.__eq__(self, theirs)

    __ne__ = object.__ne__
    __hash__ = None

    def __repr__(self):
        name, args, keywords = self
        shown = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in keywords.items()]
        return f'call{"." + name if name else ""}({", ".join(shown)})'


call = _Call()


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return super().__contains__(value)
        count = len(value)
        return any(self[i:i + count] == value for i in range(len(self) - count + 1))


_SPECIAL = (
    'lt gt le ge int contains len exit divmod rdivmod getitem setitem delitem hash str sizeof enter '
    'bool next fspath iter complex float index round trunc floor ceil neg pos abs invert '
    'add sub mul matmul truediv floordiv mod lshift rshift and or xor pow '
    'iadd isub imul imatmul itruediv ifloordiv imod ilshift irshift iand ior ixor ipow '
    'radd rsub rmul rmatmul rtruediv rfloordiv rmod rlshift rrshift rand ror rxor rpow'
).split()


class NonCallableMock:
    def __new__(cls, *args, **keywords):
        # Special methods that are set stand on a class of the mock's own.
        own = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, **keywords):
        own = self.__dict__
        spec = spec_set if spec_set is not None else spec
        names = None
        if spec is not None:
            names = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
            if not isinstance(spec, (list, tuple)):
                own['_spec_class'] = spec if isinstance(spec, type) else type(spec)
        own.update(
            _mock_methods=names, _mock_sealed_set=spec_set is not None, _mock_wraps=wraps,
            _mock_name=name, _mock_parent=parent, _mock_children={}, _mock_return=DEFAULT,
            _mock_effect=None, method_calls=_CallList(), _mock_deleted=set(),
        )
        self._forget()
        for key, value in keywords.items():
            setattr(self, key, value)

    def _forget(self):
        self.__dict__.update(
            called=False, call_count=0, call_args=None, call_args_list=_CallList(),
            mock_calls=_CallList(),
        )

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._forget()
        self.__dict__['method_calls'] = _CallList()
        if return_value:
            self._mock_return = DEFAULT
        if side_effect:
            self._mock_effect = None
        for child in self._mock_children.values():
            child.reset_mock()

    @property
    def __class__(self):
        return self.__dict__.get('_spec_class') or type(self)

    @property
    def return_value(self):
        if self._mock_return is DEFAULT:
            self.__dict__['_mock_return'] = self._child('()')
        return self._mock_return

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return'] = value

    @property
    def side_effect(self):
        return self._mock_effect

    @side_effect.setter
    def side_effect(self, value):
        plain = value is None or callable(value) or isinstance(value, BaseException)
        self.__dict__['_mock_effect'] = value if plain else iter(value)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children') or name in self.__dict__.get('_mock_deleted', ()):
            raise AttributeError(name)
        if self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(
                f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute."
            )
        if name not in self._mock_children:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            self._mock_children[name] = self._child(name, wraps)
        return self._mock_children[name]

    def _child(self, name, wraps=None):
        kind = type(self).__mro__[1]
        if kind is NonCallableMock:
            kind = Mock
        return kind(name=self._path(name), parent=(self, name), wraps=wraps)

    def _path(self, name):
        own = self._mock_name or 'mock'
        return own + name if name == '()' else f'{own}.{name}'

    def __setattr__(self, name, value):
        if name in ('return_value', 'side_effect') or name in self.__dict__:
            object.__setattr__(self, name, value)
        elif self._mock_sealed_set and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        elif name.startswith('__') and name.endswith('__') and name[2:-2] in _SPECIAL:
            function = value
            if not isinstance(value, NonCallableMock):
                setattr(type(self), name, value if _takes_self(value) else value)
            else:
                setattr(type(self), name, lambda _self, *args, **keywords: function(*args, **keywords))
            self.__dict__[name] = value
        else:
            if isinstance(value, NonCallableMock) and value._mock_parent is None and value._mock_name is None:
                value.__dict__.update(_mock_parent=(self, name), _mock_name=self._path(name))
            self._mock_deleted.discard(name)
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in self._mock_deleted:
            raise AttributeError(name)
        self.__dict__.pop(name, None)
        self._mock_children.pop(name, None)
        self._mock_deleted.add(name)

    def __dir__(self):
        return sorted({*(self._mock_methods or dir(type(self))), *self.__dict__, *self._mock_children})

    def __repr__(self):
        name = f" name='{self._mock_name}'" if self._mock_name else ''
        spec = self.__dict__.get('_spec_class')
        told = f" spec='{spec.__name__}'" if spec else ''
        return f"<{type(self).__name__}{name}{told} id='{id(self)}'>"

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=(self, attribute), _mock_name=self._path(attribute))
        setattr(self, attribute, mock)

    def configure_mock(self, **keywords):
        for path, value in sorted(keywords.items(), key=lambda entry: entry[0].count('.')):
            *parents, last = path.split('.')
            target = self
            for parent in parents:
                target = getattr(target, parent)
            setattr(target, last, value)

    def _title(self):
        return self._mock_name or 'mock'

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._title()}' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._title()}' to not have been called. Called {self.call_count} times.{self._told()}"
            )

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._title()}' to have been called once. Called {self.call_count} times.{self._told()}"
            )

    def assert_called_with(self, /, *args, **keywords):
        expected = _Call(('', args, keywords))
        title = self._title()
        if self.call_args is None:
            raise AssertionError(
                f'expected call not found.\nExpected: {_shown(title, expected)}\nActual: not called.'
            )
        if self.call_args != expected:
            raise AssertionError(
                f'expected call not found.\nExpected: {_shown(title, expected)}\nActual: {_shown(title, self.call_args)}'
            )

    def assert_called_once_with(self, /, *args, **keywords):
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._title()}' to be called once. Called {self.call_count} times.{self._told()}"
            )
        self.assert_called_with(*args, **keywords)

    def assert_any_call(self, /, *args, **keywords):
        expected = _Call(('', args, keywords))
        if expected not in list(self.call_args_list):
            raise AssertionError(f'{_shown(self._title(), expected)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        calls = [_Call(each) for each in calls]
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f'Calls not found.\nExpected: {calls!r}{self._told("Actual")}')
            return
        left = list(self.mock_calls)
        missing = []
        for each in calls:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f'{tuple(missing)!r} not all found in call list')

    def _told(self, word='Calls'):
        return f'\n{word}: {list(self.mock_calls)!r}.' if self.mock_calls else ''


def _takes_self(function):
    return hasattr(function, '__get__')


def _shown(title, made):
    return repr(_Call(('', made.args, made.kwargs))).replace('call', title, 1)


class _Callable:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, **keywords):
        super().__init__(spec=spec, wraps=wraps, name=name, spec_set=spec_set, parent=parent, **keywords)
        self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **keywords):
        made = _Call(('', args, keywords))
        self.__dict__.update(called=True, call_count=self.call_count + 1, call_args=made)
        self.call_args_list.append(made)
        self.mock_calls.append(made)
        child, path = self, ''
        while child._mock_parent is not None:
            owner, name = child._mock_parent
            path = name + ('.' if path and not path.startswith('()') else '') + path
            remembered = _Call((path, args, keywords))
            owner.mock_calls.append(remembered)
            if '()' not in path:
                owner.method_calls.append(remembered)
            child = owner
        effect = self._mock_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            else:
                result = effect(*args, **keywords)
            if result is not DEFAULT:
                return result
        if self._mock_return is not DEFAULT:
            return self._mock_return
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **keywords)
        return self.return_value


class Mock(_Callable, NonCallableMock):
    pass


_DEFAULTS = {
    'lt': NotImplemented, 'gt': NotImplemented, 'le': NotImplemented, 'ge': NotImplemented,
    'int': 1, 'contains': False, 'len': 0, 'exit': False, 'complex': 1j, 'float': 1.0, 'bool': True,
    'index': 1,
}


class MagicMock(Mock):
    """A mock that also has the special methods."""

    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        own = type(self)
        wanted = self._mock_methods
        for word in _SPECIAL:
            name = f'__{word}__'
            if wanted is not None and name not in wanted or word in ('hash', 'str', 'sizeof', 'next'):
                continue
            if name not in own.__dict__:
                setattr(own, name, _special(word, name))

    def __iter__(self):
        return iter([])


def _special(word, name):
    def method(self, *args):
        if name not in self.__dict__:
            made = self._child(name)
            if word in _DEFAULTS:
                made.return_value = _DEFAULTS[word]
            elif word == 'iter':
                made.side_effect = lambda: iter([])
            elif word == 'enter' or word.startswith('i') and word[1:] in _SPECIAL:
                made.return_value = DEFAULT if word == 'enter' else self
            self.__dict__[name] = made
        return self.__dict__[name](*args)

    method.__name__ = name
    return method


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def _resolve(path):
    import importlib

    module, *rest = path.split('.')
    found = importlib.import_module(module)
    for name in rest:
        module += f'.{name}'
        try:
            found = getattr(found, name)
        except AttributeError:
            found = importlib.import_module(module)
    return found


_absent = object()


class _Patch:
    def __init__(self, target, attribute, new, create, options):
        self.target = target
        self.attribute = attribute
        self.new = new
        self.create = create
        self.options = options

    def __enter__(self):
        target = self._target = self.target()
        own = getattr(target, '__dict__', {})
        self._local = self.attribute in own
        self._original = own[self.attribute] if self._local else getattr(target, self.attribute, _absent)
        if self._original is _absent and not self.create:
            import builtins

            if isinstance(target, type(builtins)) and hasattr(builtins, self.attribute):
                self._original = getattr(builtins, self.attribute)
            else:
                raise AttributeError(f'{target} does not have the attribute {self.attribute!r}')
        new = self.new
        if new is DEFAULT:
            options = dict(self.options)
            kind = options.pop('new_callable', None) or MagicMock
            for key in ('spec', 'spec_set'):
                if options.get(key) is True:
                    options[key] = self._original
            if options.pop('autospec', None):
                options['spec'] = self._original
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                options.setdefault('name', self.attribute)
            new = kind(**options)
        setattr(target, self.attribute, new)
        return new

    def __exit__(self, *info):
        if self._local or not hasattr(self._target, '__dict__'):
            setattr(self._target, self.attribute, self._original)
            return
        delattr(self._target, self.attribute)
        if self._original is not _absent and not hasattr(self._target, self.attribute):
            setattr(self._target, self.attribute, self._original)

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(function, name)):
                    setattr(function, name, self(getattr(function, name)))
            return function

        @functools.wraps(function)
        def patched(*args, **keywords):
            with self as new:
                given = (*args, new) if self.new is DEFAULT else args
                return function(*given, **keywords)

        return patched


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, **keywords):
    path, dot, attribute = target.rpartition('.')
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    options = _options(spec, spec_set, autospec, new_callable, keywords)
    return _Patch(lambda: _resolve(path), attribute, new, create, options)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, **keywords):
    options = _options(spec, spec_set, autospec, new_callable, keywords)
    return _Patch(lambda: target, attribute, new, create, options)


def _options(spec, spec_set, autospec, new_callable, keywords):
    named = dict(spec=spec, spec_set=spec_set, autospec=autospec, new_callable=new_callable)
    return {**{key: value for key, value in named.items() if value is not None}, **keywords}


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **keywords):
        self.in_dict = in_dict
        self.values = {**dict(values), **keywords}
        self.clear = clear

    def __enter__(self):
        target = _resolve(self.in_dict) if isinstance(self.in_dict, str) else self.in_dict
        self._target, self._original = target, {key: target[key] for key in target}
        if self.clear:
            self._empty()
        for key, value in self.values.items():
            target[key] = value
        return target

    def __exit__(self, *info):
        self._empty()
        for key, value in self._original.items():
            self._target[key] = value

    def _empty(self):
        for key in list(self._target):
            del self._target[key]

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)

    def __call__(self, function):
        @functools.wraps(function)
        def patched(*args, **keywords):
            with self:
                return function(*args, **keywords)

        return patched


def _patch_multiple(target, spec=None, create=False, **keywords):
    import contextlib

    @contextlib.contextmanager
    def patched():
        with contextlib.ExitStack() as stack:
            holder = _resolve(target) if isinstance(target, str) else target
            made = {}
            for name, new in keywords.items():
                value = stack.enter_context(_patch_object(holder, name, new, create=create))
                if new is DEFAULT:
                    made[name] = value
            yield made

    return patched()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.TEST_PREFIX = 'test'


def mock_open(mock=None, read_data=''):
    import io

    mock = mock or MagicMock(name='open')

    def opened(*args, **keywords):
        stream = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
        handle = mock.return_value
        for name in ('read', 'readline', 'readlines'):
            getattr(handle, name).side_effect = getattr(stream, name)
        handle.__enter__ = lambda self=None: handle
        handle.__iter__ = lambda self=None: iter(stream)
        return DEFAULT

    mock.side_effect = opened
    return mock
