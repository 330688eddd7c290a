"""https://docs.python.org/3.11/library/tempfile.html: files that are gone with the run."""

import io as _io
import os as _os
import shutil as _shutil

__all__ = (
    'NamedTemporaryFile TemporaryFile SpooledTemporaryFile TemporaryDirectory mkstemp mkdtemp '
    'mktemp TMP_MAX gettempprefix tempdir gettempdir gettempprefixb gettempdirb'
).split()

TMP_MAX = 10000
template = 'tmp'
tempdir = None


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def gettempdir():
    global tempdir
    if tempdir is None:
        wanted = [_os.environ.get(name) for name in ('TMPDIR', 'TEMP', 'TMP')]
        tempdir = next((each for each in wanted if each and _os.path.isdir(each)), '/tmp')
    return tempdir


def gettempdirb():
    return _os.fsencode(gettempdir())


class _RandomNameSequence:
    """Eight letters that nobody guesses, and no file has."""

    characters = 'abcdefghijklmnopqrstuvwxyz0123456789_'

    def __iter__(self):
        return self

    def __next__(self):
        return ''.join(self.characters[byte % 37] for byte in _os.urandom(8))


_names = _RandomNameSequence()


def _parameters(prefix, suffix, folder):
    given = [each for each in (prefix, suffix, folder) if each is not None]
    kinds = {bytes if isinstance(_os.fspath(each), bytes) else str for each in given}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    kind = kinds.pop() if kinds else str
    if kind is bytes:
        prefix = template.encode() if prefix is None else prefix
        suffix = b'' if suffix is None else suffix
        return prefix, suffix, gettempdirb() if folder is None else folder, kind
    prefix = template if prefix is None else prefix
    suffix = '' if suffix is None else suffix
    return prefix, suffix, gettempdir() if folder is None else folder, kind


def _path(prefix, suffix, folder, kind):
    name = next(_names)
    name = name.encode() if kind is bytes else name
    return _os.path.abspath(_os.path.join(folder, prefix + name + suffix))


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _path(*_parameters(prefix, suffix, dir))
    return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL), path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _path(*_parameters(prefix, suffix, dir))
    _os.mkdir(path, 0o700)
    return path


def mktemp(suffix='', prefix=template, dir=None):
    return _path(*_parameters(prefix, suffix, dir))


class _TemporaryFileWrapper:
    """An open file, removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def close(self):
        already = self.file.closed
        self.file.close()
        if self.delete and not already and _os.path.exists(self.name):
            _os.unlink(self.name)

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f'<tempfile._TemporaryFileWrapper object; name={self.name!r}>'


def NamedTemporaryFile(
    mode='w+b',
    buffering=-1,
    encoding=None,
    newline=None,
    suffix=None,
    prefix=None,
    dir=None,
    delete=True,
    *,
    errors=None,
):
    path = _path(*_parameters(prefix, suffix, dir))
    _io.open(path, 'xb').close()
    updating = mode.replace('w', 'r').replace('x', 'r') if '+' in mode else mode.replace('x', 'w')
    try:
        file = _io.open(
            path, updating, buffering, encoding=encoding, newline=newline, errors=errors
        )
    except BaseException:
        _os.unlink(path)
        raise
    return _TemporaryFileWrapper(file, path, delete)


def TemporaryFile(
    mode='w+b',
    buffering=-1,
    encoding=None,
    newline=None,
    suffix=None,
    prefix=None,
    dir=None,
    *,
    errors=None,
):
    wrapper = NamedTemporaryFile(
        mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors
    )
    _os.unlink(wrapper.name)
    return wrapper.file


class SpooledTemporaryFile:
    """A file in memory until it is large. Ours are in memory always; `rollover` is remembered."""

    def __init__(
        self,
        max_size=0,
        mode='w+b',
        buffering=-1,
        encoding=None,
        newline=None,
        suffix=None,
        prefix=None,
        dir=None,
        *,
        errors=None,
    ):
        if 'b' in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(
                _io.BytesIO(), encoding=encoding, errors=errors, newline=newline
            )
        self._max_size = max_size
        self._rolled = False

    def rollover(self):
        self._rolled = True

    def _check(self):
        if self._max_size and self._file.tell() > self._max_size:
            self._rolled = True

    def write(self, data):
        count = self._file.write(data)
        self._check()
        return count

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)
