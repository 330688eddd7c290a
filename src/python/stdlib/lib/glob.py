"""https://docs.python.org/3.11/library/glob.html"""

import os

__all__ = ['escape', 'glob', 'iglob']


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Paths that match a pattern in which * ? [] stand for letters, and ** for folders."""
    return list(
        iglob(
            pathname,
            root_dir=root_dir,
            recursive=recursive,
            include_hidden=include_hidden,
        )
    )


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    is_bytes = isinstance(pathname, bytes)
    text = os.fsdecode(pathname) if is_bytes else os.fspath(pathname)
    root = '' if root_dir is None else os.fsdecode(root_dir)
    if not text:
        return
    for found in _matching(text, root, recursive, include_hidden, False):
        if found or not recursive or not _is_deep(text[:2]):
            yield os.fsencode(found) if is_bytes else found


def has_magic(s):
    return any(letter in s for letter in ('*?[' if isinstance(s, str) else (b'*', b'?', b'[')))


def escape(pathname):
    if isinstance(pathname, bytes):
        return b''.join(
            b'[' + bytes([byte]) + b']' if byte in b'*?[' else bytes([byte]) for byte in pathname
        )
    return ''.join(f'[{letter}]' if letter in '*?[' else letter for letter in pathname)


def _is_deep(pattern):
    return pattern == '**'


def _matching(pathname, root, recursive, hidden, folders_only):
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        there = os.path.join(root, pathname)
        if os.path.exists(there) if tail else os.path.isdir(os.path.join(root, head)):
            yield pathname
        return
    if not head:
        yield from _names(head, tail, root, recursive, hidden, folders_only)
        return
    if head != pathname and has_magic(head):
        folders = _matching(head, root, recursive, hidden, True)
    else:
        folders = [head]
    for folder in folders:
        for name in _names(folder, tail, root, recursive, hidden, folders_only):
            yield os.path.join(folder, name)


def _names(folder, pattern, root, recursive, hidden, folders_only):
    where = os.path.join(root, folder)
    if recursive and _is_deep(pattern):
        if not folder or os.path.isdir(where):
            yield ''
        yield from _below(where, hidden, folders_only)
    elif has_magic(pattern):
        import fnmatch

        names = _listed(where, folders_only)
        if not hidden and not pattern.startswith('.'):
            names = [name for name in names if not name.startswith('.')]
        yield from fnmatch.filter(names, pattern)
    elif pattern == '':
        if os.path.isdir(where):
            yield pattern
    elif os.path.exists(os.path.join(where, pattern)):
        yield pattern


def _listed(where, folders_only):
    try:
        names = os.listdir(where or '.')
    except OSError:
        return []
    if folders_only:
        names = [name for name in names if os.path.isdir(os.path.join(where, name))]
    return names


def _below(where, hidden, folders_only):
    for name in _listed(where, folders_only):
        if hidden or not name.startswith('.'):
            yield name
            for inner in _below(os.path.join(where, name), hidden, folders_only):
                yield os.path.join(name, inner)
