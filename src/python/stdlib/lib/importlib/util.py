# https://docs.python.org/3.11/library/importlib.html#module-importlib.util

import sys as _sys
from importlib.machinery import (
    ModuleSpec,
    PathFinder as _PathFinder,
    SourceFileLoader as _SourceFileLoader,
    BuiltinImporter as _BuiltinImporter,
)
from _import import is_ours as _is_ours


def resolve_name(name, package):
    """The absolute name of one that may begin with dots."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(
            f'no package specified for {name!r} (required for relative module names)'
        )
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def find_spec(name, package=None):
    fullname = resolve_name(name, package)
    if fullname in _sys.modules:
        module = _sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent = fullname.rpartition('.')[0]
    if not parent:
        return _find(fullname, None)
    package = __import__(parent, fromlist=['__path__'])
    try:
        path = package.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(
            f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}', name=fullname
        ) from error
    return _find(fullname, path)


def _find(fullname, path):
    for finder in _sys.meta_path:
        spec = finder.find_spec(fullname, path)
        if spec is not None:
            return spec
    if _is_ours(fullname):
        return ModuleSpec(fullname, _BuiltinImporter, origin='built-in')
    return _PathFinder.find_spec(fullname, path)


def _spec_of(name, path, places):
    """What a module that was imported was found by."""
    if path.startswith('<') or path == 'built-in':
        spec = ModuleSpec(name, _BuiltinImporter, origin='built-in')
    else:
        spec = spec_from_file_location(name, path)
        spec.cached = None
    spec.submodule_search_locations = places
    return spec


def _find_for_reload(name):
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = _sys.modules[parent].__path__
        except KeyError:
            raise ImportError(f'parent {parent!r} not in sys.modules', name=parent) from None
    return _find(name, path)


def _run(spec, module):
    if spec.loader is not None:
        spec.loader.exec_module(module)


def _load(spec):
    module = module_from_spec(spec)
    _sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        _sys.modules.pop(spec.name, None)
        raise
    return _sys.modules[spec.name]


_nothing = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_nothing):
    if location is not None:
        import os

        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if location is None or not location.endswith('.py'):
            return None
        loader = _SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = location is not None
    if submodule_search_locations is not _nothing:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, 'is_package') and loader.is_package(name):
        spec.submodule_search_locations = [os.path.dirname(location)] if location else []
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if hasattr(loader, 'get_filename') and origin is None:
        return spec_from_file_location(name, loader.get_filename(name), loader=loader)
    if is_package is None and hasattr(loader, 'is_package'):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def module_from_spec(spec):
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    else:
        module = None
    if module is None:
        module = type(_sys)(spec.name)
    module.__name__ = spec.name
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep the compiled form of a source file."""
    import os

    folder, name = os.path.split(os.fspath(path))
    base = name.rpartition('.')[0] or name
    level = f'.opt-{optimization}' if optimization not in (None, '') else ''
    return os.path.join(folder, '__pycache__', f'{base}.cpython-311{level}.pyc')


def source_from_cache(path):
    import os

    folder, name = os.path.split(os.fspath(path))
    folder, cache = os.path.split(folder)
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    count = name.count('.')
    if count not in (2, 3):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    return os.path.join(folder, name.partition('.')[0] + '.py')
