import sys as _sys

def import_module(name, package=None):
    level = len(name) - len(name.lstrip('.'))
    if level > 0:
        if not package:
            raise TypeError(f'the {name!r} argument is required to perform a relative import for {name!r}')
        parts = package.split('.')
        if level > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = base + '.' + name[level:] if name[level:] else base
    __import__(name)
    return _sys.modules[name]

def invalidate_caches():
    pass
