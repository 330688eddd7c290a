"""https://docs.python.org/3.11/library/pathlib.html: PurePath and its kinds here, files in _files.py."""

import os

from ._flavours import POSIX, WINDOWS

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class _Parents:
    """The folders above a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._count = len(path._parts) - bool(path._drv or path._root)

    def __len__(self):
        return max(self._count, 0)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        path = self._path
        return path._made(path._drv, path._root, path._parts[: -index - 1])

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePath:
    """A path as its drive, root and parts. No file is looked at."""

    __slots__ = ('_drv', '_root', '_parts', '_str', '_hash', '_tuple')
    _flavour = POSIX

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._from_parts(args)

    @classmethod
    def _from_parts(cls, args):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = self._parse_args(args)
        return self

    @classmethod
    def _made(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = drive, root, list(parts)
        return self

    @classmethod
    def _parse_args(cls, args):
        texts = []
        for each in args:
            if isinstance(each, PurePath):
                texts.append(str(each) if each._parts else '')
                continue
            text = os.fspath(each)
            if not isinstance(text, str):
                raise TypeError(
                    'argument should be a str object or an os.PathLike '
                    f'object returning str, not {type(text)!r}'
                )
            texts.append(str(text))
        return cls._flavour.parse_parts(texts)

    def __reduce__(self):
        return type(self), tuple(self._parts)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._flavour.join(self._drv, self._root, self._parts) or '.'
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_posix(self):
        return str(self).replace(self._flavour.sep, '/')

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return self._flavour.uri(self)

    @property
    def _cased(self):
        return self._flavour.cased(self._parts)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._cased == other._cased and self._flavour is other._flavour

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._cased))
            return self._hash

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    def __lt__(self, other):
        return self._cased < other._cased if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._cased <= other._cased if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._cased > other._cased if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._cased >= other._cased if self._comparable(other) else NotImplemented

    def __class_getitem__(cls, item):
        return cls

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_parts([key, self])
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        drive, root, parts = self._parse_args(args)
        return self._made(
            *self._flavour.joined((self._drv, self._root, self._parts), (drive, root, parts))
        )

    drive = property(lambda self: self._drv)
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._drv + self._root)

    @property
    def parts(self):
        try:
            return self._tuple
        except AttributeError:
            self._tuple = tuple(self._parts)
            return self._tuple

    @property
    def name(self):
        parts = self._parts
        if len(parts) == (1 if (self._drv or self._root) else 0):
            return ''
        return parts[-1]

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind('.')
        return name[:dot] if 0 < dot < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        drive, root, parts = self._flavour.parse_parts([name])
        if not name or name[-1] in self._flavour.separators or drive or root or len(parts) != 1:
            raise ValueError(f'Invalid name {name!r}')
        return self._made(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        flavour = self._flavour
        if any(separator in suffix for separator in flavour.separators):
            raise ValueError(f'Invalid suffix {suffix!r}')
        if suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        name = self.name
        if not name:
            raise ValueError(f'{self!r} has an empty name')
        old = self.suffix
        name = name[: -len(old)] + suffix if old else name + suffix
        return self._made(self._drv, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        if not other:
            raise TypeError('need at least one argument')
        drive, root, parts = self._parse_args(other)
        cased = self._flavour.cased
        # Drive and root count apart: c:/x is below c:, and so is c:x.
        here = [self._drv, self._root] + self._parts[1:] if self._root else self._parts
        there = [drive, root] + parts[1:] if root else parts
        count = len(there)
        if (root or drive) if count == 0 else cased(here[:count]) != cased(there):
            shown = str(self._made(drive, root, parts))
            raise ValueError(
                f'{str(self)!r} is not in the subpath of {shown!r}'
                ' OR one path is relative and the other is absolute.'
            )
        return self._made('', self._root if count == 1 else '', here[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    @property
    def parent(self):
        if len(self._parts) == (1 if (self._drv or self._root) else 0):
            return self
        return self._made(self._drv, self._root, self._parts[:-1])

    parents = property(_Parents)

    def is_absolute(self):
        return bool(self._root) and (not self._flavour.has_drives or bool(self._drv))

    def is_reserved(self):
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern):
        import fnmatch

        flavour = self._flavour
        drive, root, pattern = flavour.parse_parts([flavour.case(path_pattern)])
        if not pattern:
            raise ValueError('empty pattern')
        if drive and drive != flavour.case(self._drv) or root and root != flavour.case(self._root):
            return False
        parts = self._cased
        if drive or root:
            if len(pattern) != len(parts):
                return False
            pattern = pattern[1:]
        elif len(pattern) > len(parts):
            return False
        return all(
            fnmatch.fnmatchcase(part, wanted)
            for part, wanted in zip(reversed(parts), reversed(pattern))
        )


class PurePosixPath(PurePath):
    __slots__ = ()
    _flavour = POSIX


class PureWindowsPath(PurePath):
    __slots__ = ()
    _flavour = WINDOWS


os.PathLike.register(PurePath)

_posix_flavour, _windows_flavour = POSIX, WINDOWS

from ._files import Path, PosixPath, WindowsPath
