"""Path: paths that ask and change the files of this run."""

import os

from . import PurePath, PurePosixPath, PureWindowsPath


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        if cls._flavour.has_drives:
            raise NotImplementedError(f'cannot instantiate {cls.__name__!r} on your system')
        return cls._from_parts(args)

    def __enter__(self):
        import warnings

        text = (
            'pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; '
            'Path objects as a context manager is a no-op'
        )
        warnings.warn(text, DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        pass

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def iterdir(self):
        for name in os.listdir(self):
            yield self._made(self._drv, self._root, self._parts + [name])

    def glob(self, pattern):
        yield from self._globbed(pattern, False)

    def rglob(self, pattern):
        yield from self._globbed(pattern, True)

    def _globbed(self, pattern, deep):
        if not pattern and not deep:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        drive, root, parts = self._flavour.parse_parts([pattern])
        if drive or root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if pattern and pattern[-1] in self._flavour.separators:
            parts = parts + ['']
        parts = ['**'] + parts if deep else parts
        for part in parts:
            if '**' in part and part != '**':
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        seen = set()
        for found in self._matching(parts):
            if found not in seen:
                seen.add(found)
                yield found

    def _matching(self, parts):
        if not parts:
            yield self
            return
        first, *rest = parts
        if first == '**':
            for folder in self._folders():
                yield from folder._matching(rest)
        elif first in ('', '..'):
            if self.is_dir():
                inner = self if first == '' else self / '..'
                yield from inner._matching(rest)
        elif not any(letter in first for letter in '*?['):
            inner = self._made(self._drv, self._root, self._parts + [first])
            if inner.exists() and (not rest or inner.is_dir()):
                yield from inner._matching(rest)
        else:
            import fnmatch

            if self.is_dir():
                for inner in list(self.iterdir()):
                    if fnmatch.fnmatchcase(inner.name, first) and (not rest or inner.is_dir()):
                        yield from inner._matching(rest)

    def _folders(self):
        if self.is_dir():
            yield self
            for inner in list(self.iterdir()):
                if inner.is_dir():
                    yield from inner._folders()

    def absolute(self):
        return self if self.is_absolute() else self._from_parts([os.getcwd(), self])

    def resolve(self, strict=False):
        return self._from_parts([os.path.realpath(self, strict=strict)])

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    def lstat(self):
        return os.stat(self)

    def owner(self):
        import posix

        return posix.refuse('Path.owner')

    def group(self):
        import posix

        return posix.refuse('Path.group')

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode='rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open(mode='r', encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        view = bytes(data) if not isinstance(data, str) else data
        if isinstance(view, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        with self.open(mode='wb') as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open(mode='w', encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def readlink(self):
        return self._from_parts([os.readlink(self)])

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, os.strerror(17), str(self))
            os.utime(self)
            return
        self.open('xb').close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def lchmod(self, mode):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_symlink(self):
        return False

    def is_block_device(self):
        return False

    def is_char_device(self):
        return False

    def is_fifo(self):
        return False

    def is_socket(self):
        return False

    def expanduser(self):
        if self._drv or self._root or not self._parts or self._parts[0][:1] != '~':
            return self
        home = os.path.expanduser(self._parts[0])
        if home[:1] == '~':
            raise RuntimeError('Could not determine home directory.')
        return self._from_parts([home] + self._parts[1:])


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()


for _class in (Path, PosixPath, WindowsPath):
    _class.__module__ = 'pathlib'
del _class
