# https://docs.python.org/3.11/library/importlib.html

import sys as _sys


def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError(f'the \'package\' argument is required to perform a relative import for {name!r}')
        from importlib.util import resolve_name

        name = resolve_name(name, package)
    __import__(name)
    return _sys.modules[name]


def reload(module):
    from importlib.util import _find_for_reload, _run

    name = getattr(getattr(module, '__spec__', None), 'name', None) or getattr(module, '__name__', None)
    if not isinstance(name, str):
        raise TypeError('reload() argument must be a module')
    if _sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    spec = _find_for_reload(name)
    if spec is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    _run(spec, module)
    return _sys.modules[name]


def invalidate_caches():
    """Nothing to do: directories are read at each import."""


def __getattr__(name):
    if name in ('util', 'machinery', 'abc', 'metadata', 'resources'):
        return import_module('importlib.' + name)
    raise AttributeError(f"module 'importlib' has no attribute {name!r}")
