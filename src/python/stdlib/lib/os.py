"""https://docs.python.org/3.11/library/os.html, over the files of this run. Nothing starts a process."""

import abc
import sys
import posix
import posixpath as path

sys.modules['os.path'] = path

from posix import (
    O_APPEND,
    O_CREAT,
    O_EXCL,
    O_RDONLY,
    O_RDWR,
    O_TRUNC,
    O_WRONLY,
    chdir,
    close,
    cpu_count,
    getcwd,
    getpid,
    lseek,
    open,
    read,
    strerror,
    urandom,
    write,
)

name = 'posix'
curdir, pardir, sep, extsep, altsep = '.', '..', '/', '.', None
pathsep, linesep, defpath, devnull = ':', '\n', '/bin:/usr/bin', '/dev/null'
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
error = OSError


class PathLike(abc.ABC):
    """What has a path: `__fspath__` gives it."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, '__fspath__') or NotImplemented
        return NotImplemented

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    if not hasattr(kind, '__fspath__'):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {kind.__name__}')
    given = kind.__fspath__(path)
    if isinstance(given, (str, bytes)):
        return given
    raise TypeError(
        f'expected {kind.__name__}.__fspath__() to return str or bytes, not {type(given).__name__}'
    )


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


class _Environ:
    """The environment as a mapping of text to text. Changes are seen by this run alone."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def _checked(text):
        if not isinstance(text, str):
            raise TypeError(f'str expected, not {type(text).__name__}')
        return text

    def __getitem__(self, key):
        if self._checked(key) in self._data:
            return self._data[key]
        raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[self._checked(key)] = self._checked(value)

    def __delitem__(self, key):
        if self._checked(key) not in self._data:
            raise KeyError(key) from None
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return isinstance(key, str) and key in self._data

    def get(self, key, default=None):
        return self._data.get(self._checked(key), default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    _none = object()

    def pop(self, key, default=_none):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default is self._none:
            raise KeyError(key)
        return default

    def popitem(self):
        return self._data.popitem()

    def clear(self):
        self._data.clear()

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def copy(self):
        return dict(self._data)

    def __eq__(self, other):
        if isinstance(other, _Environ):
            return self._data == other._data
        return self._data == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def __or__(self, other):
        return self.copy() | dict(other)

    def __ror__(self, other):
        return dict(other) | self.copy()

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        inner = ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())
        return f'environ({{{inner}}})'


environ = _Environ(posix.environment)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwdb():
    return fsencode(getcwd())


_FIELDS = (
    'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime'.split()
)


class stat_result(tuple):
    """What `stat` tells of a file. Owners and devices are those of no machine."""

    n_sequence_fields = 10

    def __new__(cls, sequence):
        self = super().__new__(cls, sequence[:10])
        self._time = sequence[10] if len(sequence) > 10 else sequence[8]
        return self

    def __getattr__(self, name):
        if name in ('st_mtime', 'st_atime', 'st_ctime'):
            return self._time
        if name in ('st_mtime_ns', 'st_atime_ns', 'st_ctime_ns'):
            return int(self._time * 1_000_000) * 1000
        if name in _FIELDS:
            return self[_FIELDS.index(name)]
        raise AttributeError(f"'os.stat_result' object has no attribute '{name}'")

    def __repr__(self):
        inner = ', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))
        return f'os.stat_result({inner})'


def _result(parts):
    mode, inode, size, time = parts
    links = 2 if mode & 0o040000 else 1
    whole = int(time)
    return stat_result((mode, inode, 0, links, 0, 0, size, whole, whole, whole, time))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return _result(posix.stat(path))


def lstat(path, *, dir_fd=None):
    return _result(posix.stat(path))


def fstat(fd):
    return _result(posix.fstat(fd))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        bits = posix.stat(path)[0] >> 6
    except OSError:
        return False
    return bits & mode == mode


def listdir(path=None):
    return posix.listdir('.' if path is None else path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    posix.mkdir(path, mode)


def rmdir(path, *, dir_fd=None):
    posix.rmdir(path)


def remove(path, *, dir_fd=None):
    posix.unlink(path)


def unlink(path, *, dir_fd=None):
    posix.unlink(path)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    posix.rename(src, dst)


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    posix.rename(src, dst)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    posix.chmod(path, mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if ns is not None:
        posix.utime(path, ns[1] / 1e9)
    else:
        import time

        posix.utime(path, time.time() if times is None else times[1])


def truncate(path, length):
    with fdopen(open(path, O_RDWR), 'r+b') as file:
        file.truncate(length)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (curdir if isinstance(tail, str) else b'.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    _prune(path.split(name.rstrip(sep))[0])


def _prune(head):
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.split(head)[0]


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    _prune(path.split(old)[0])


class DirEntry:
    """A name in a folder, with what is known of it."""

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return stat(self.path).st_ino

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _Entries:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def scandir(path=None):
    return _Entries('.' if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    sys.audit('os.walk', top, topdown, onerror, followlinks)
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders, files = [], []
    for each in names:
        (folders if path.isdir(path.join(top, each)) else files).append(each)
    if topdown:
        yield top, folders, files
    for each in folders:
        yield from walk(path.join(top, each), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    import io

    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def isatty(fd):
    return False


def fsync(fd):
    pass


def sync():
    pass


def umask(mask):
    return 0o022


class terminal_size(tuple):
    """Columns and lines."""

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def get_terminal_size(fd=1):
    raise OSError(25, strerror(25))


def get_exec_path(env=None):
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)


def uname():
    import platform

    return platform._uname_result()


def _exit(status):
    posix.refuse('os._exit')


def abort():
    posix.refuse('os.abort')


def _unlinked(name):
    # The files of a run have one name each.
    def call(src, dst=None, *args, **kwargs):
        raise OSError(1, strerror(1), fspath(src), None, dst if dst is None else fspath(dst))

    call.__name__ = call.__qualname__ = name
    return call


symlink, link, mkfifo, mknod = map(_unlinked, ('symlink', 'link', 'mkfifo', 'mknod'))


def readlink(path, *, dir_fd=None):
    stat(path)
    raise OSError(22, strerror(22), fspath(path))


def _refused(name):
    def call(*args, **kwargs):
        return posix.refuse('os.' + name)

    call.__name__ = call.__qualname__ = name
    return call


for _name in (
    'system popen fork forkpty execl execle execlp execlpe execv execve execvp execvpe kill killpg '
    'spawnl spawnle spawnlp spawnv spawnve spawnvp posix_spawn wait waitpid pipe dup dup2 nice getppid getuid geteuid getgid getegid getlogin getloadavg '
    'sched_getaffinity sched_setaffinity setsid openpty startfile chown statvfs times'
).split():
    globals()[_name] = _refused(_name)
del _name, _refused, _unlinked
supports_fd = supports_dir_fd = supports_follow_symlinks = frozenset()
supports_bytes_environ = False
