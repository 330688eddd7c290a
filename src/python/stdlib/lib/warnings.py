# https://docs.python.org/3.11/library/warnings.html
#
# A filter is (action, message pattern, category, module pattern, line); the first that fits decides.

import sys

filters = []
defaultaction = 'default'
onceregistry = {}

_version = 1
_ACTIONS = ('default', 'error', 'ignore', 'always', 'all', 'module', 'once')


class WarningMessage:
    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f'{{message : {self.message!r}, category : {self._category_name!r}, '
            f'filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}'
        )


def formatwarning(message, category, filename, lineno, line=None):
    return _text_of(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(WarningMessage(message, category, filename, lineno, file, line))


_original_showwarning = showwarning
_original_formatwarning = formatwarning


def _text_of(given):
    text = f'{given.filename}:{given.lineno}: {given.category.__name__}: {given.message}\n'
    line = given.line
    if line is None:
        import linecache
        line = linecache.getline(given.filename, given.lineno)
    line = line.strip() if line else ''
    return text + (f'  {line}\n' if line else '')


def _show(given):
    file = given.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    if formatwarning is _original_formatwarning:
        text = _text_of(given)
    else:
        text = formatwarning(given.message, given.category, given.filename, given.lineno, given.line)
    try:
        file.write(text)
    except OSError:
        pass


def _emit(given):
    if showwarning is not _original_showwarning:
        if not callable(showwarning):
            raise TypeError('warnings.showwarning() must be set to a function or method')
        showwarning(given.message, given.category, given.filename, given.lineno, given.file, given.line)
    else:
        _show(given)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter(action, message, category, module, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def _filters_mutated():
    global _version
    _version += 1


def _is_internal(frame):
    name = frame.f_code.co_filename
    return 'importlib' in name and '_bootstrap' in name


def _next_external(frame):
    frame = frame.f_back
    while frame is not None and _is_internal(frame):
        frame = frame.f_back
    return frame


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frame = sys._getframe(1)
    if stacklevel > 1:
        skip = not _is_internal(frame)
        for _ in range(stacklevel - 1):
            frame = _next_external(frame) if skip else frame.f_back
            if frame is None:
                break
    if frame is None:
        variables, filename, lineno = sys.__dict__, 'sys', 1
    else:
        variables, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = variables.get('__name__', '<string>')
    registry = variables.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, module, registry, variables, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if _was_shown(action, key, text, category, registry):
        return
    _emit(WarningMessage(message, category, filename, lineno, source=source))


def _action_for(text, category, module, lineno):
    for action, message, kind, place, line in filters:
        if ((message is None or message.match(text)) and issubclass(category, kind)
                and _fits(place, module) and line in (0, lineno)):
            return action
    return defaultaction


def _fits(place, module):
    if place is None or place == module:
        return True
    return not isinstance(place, str) and place.match(module)


def _was_shown(action, key, text, category, registry):
    if action in ('always', 'all'):
        return False
    if action == 'once':
        registry[key] = 1
        shown = onceregistry
        key = (text, category)
    elif action == 'module':
        registry[key] = 1
        shown = registry
        key = (text, category, 0)
    elif action == 'default':
        shown = registry
    else:
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters')
    if shown.get(key):
        return True
    shown[key] = 1
    return False


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not sys.modules['warnings']:
            args.append(f'module={self._module!r}')
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        module = self._module
        self._before = module.filters, module.showwarning, module._show
        module.filters = module.filters[:]
        module._filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._show = log.append
        module.showwarning = module._original_showwarning
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        module = self._module
        module.filters, module.showwarning, module._show = self._before
        module._filters_mutated()


def _deprecated(name, message='{name!r} is deprecated and slated for removal in Python {remove}',
                *, remove):
    text = message.format(name=name, remove='.'.join(map(str, remove)))
    warn(text, DeprecationWarning, stacklevel=3)


simplefilter('ignore', ResourceWarning)
simplefilter('ignore', ImportWarning)
simplefilter('ignore', PendingDeprecationWarning)
simplefilter('ignore', DeprecationWarning)
_add_filter('default', None, DeprecationWarning, '__main__', 0, append=False)
