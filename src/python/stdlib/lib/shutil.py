"""https://docs.python.org/3.11/library/shutil.html, for the files of this run. No archives."""

import os


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    pass


class ReadError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while part := fsrc.read(length or 65536):
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    with open(src, 'rb') as source, open(dst, 'wb') as target:
        copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    status = os.stat(src)
    os.utime(dst, (status.st_atime, status.st_mtime))
    os.chmod(dst, status.st_mode & 0o7777)


def _inside(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _inside(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _inside(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        import fnmatch

        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignore


def copytree(
    src,
    dst,
    symlinks=False,
    ignore=None,
    copy_function=copy2,
    ignore_dangling_symlinks=False,
    dirs_exist_ok=False,
):
    names = os.listdir(src)
    ignored = set() if ignore is None else ignore(os.fspath(src), names)
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.isdir(source):
                copytree(
                    source, target, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok
                )
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    import sys

    def failed(function, where):
        if onerror is not None:
            onerror(function, where, sys.exc_info())
        elif not ignore_errors:
            raise

    try:
        if not os.path.isdir(path) and os.path.exists(path):
            raise NotADirectoryError(20, os.strerror(20), path)
        names = os.listdir(path)
    except OSError:
        failed(os.lstat if not os.path.exists(path) else os.scandir, path)
        return
    for name in names:
        inner = os.path.join(path, name)
        if os.path.isdir(inner):
            rmtree(inner, ignore_errors, onerror)
            continue
        try:
            os.unlink(inner)
        except OSError:
            failed(os.unlink, inner)
    try:
        os.rmdir(path)
    except OSError:
        failed(os.rmdir, path)


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if os.path.exists(src) and os.path.samefile(src, dst):
            os.rename(src, dst)
            return
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    if os.path.isdir(src) and (os.path.abspath(target) + '/').startswith(os.path.abspath(src) + '/'):
        raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
    if os.path.exists(src):
        os.rename(src, target)
    else:
        copy_function(src, target)
    return target


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """No program can be started from here, so that none is found."""
    return None


def disk_usage(path):
    import posix

    return posix.refuse('shutil.disk_usage')


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name, otherwise in zip(('COLUMNS', 'LINES'), fallback):
        text = os.environ.get(name, '')
        number = int(text) if text.isdecimal() else 0
        sizes.append(number if number > 0 else otherwise)
    return os.terminal_size(sizes)
