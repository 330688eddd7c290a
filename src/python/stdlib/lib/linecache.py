# https://docs.python.org/3.11/library/linecache.html

import _sources

cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    lazy = cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    text = _sources.text(filename)
    if text is None and lazy is not None and len(lazy) == 1:
        try:
            text = lazy[0]()
        except (ImportError, OSError):
            pass
    if text is None:
        return []
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = len(text), None, lines, filename
    return lines


def checkcache(filename=None):
    for name in [filename] if filename is not None else list(cache):
        # What no file can be compared with stays.
        if name in cache and len(cache[name]) != 1 and cache[name][1] is not None:
            del cache[name]


def clearcache():
    cache.clear()


def lazycache(filename, module_globals):
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return False
    name = module_globals.get('__name__') if module_globals else None
    spec = module_globals.get('__spec__') if module_globals else None
    loader = module_globals.get('__loader__') if module_globals else None
    get_source = getattr(getattr(spec, 'loader', loader), 'get_source', None)
    if not name or get_source is None:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
