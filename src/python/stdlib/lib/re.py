import enum
import _sre
from _sre import Match, Pattern


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    TEMPLATE = T = 1
    __str__ = object.__str__

    def __repr__(self):
        value = int(self)
        names = []
        for flag in type(self):
            if value & flag.value:
                names.append(f're.{flag.name}')
                value &= ~flag.value
        if value:
            names.append(hex(value))
        return '|'.join(names) or 're.NOFLAG'


globals().update(RegexFlag.__members__)


class error(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            self.lineno = pattern.count('\n', 0, pos) + 1
            self.colno = pos - pattern.rfind('\n', 0, pos)
            msg = f'{msg} at position {pos}'
            if '\n' in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    flags = int(flags)
    key = pattern, flags
    if isinstance(pattern, str) and key in _cache:
        return _cache[key]
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    made = _sre.compile(pattern, flags)
    if isinstance(made, tuple):
        message, position = made
        raise error(message, pattern, position if position >= 0 else None)
    if isinstance(pattern, str):
        _cache[key] = made
    return made


def purge():
    _cache.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def _template(pattern, repl):
    wrong = _sre.template(pattern, repl)
    if wrong is not None:
        raise error(wrong[0], repl, wrong[1])


def sub(pattern, repl, string, count=0, flags=0):
    pattern = compile(pattern, flags)
    _template(pattern, repl)
    return pattern.sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    pattern = compile(pattern, flags)
    _template(pattern, repl)
    return pattern.subn(repl, string, count)


_special = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    return pattern.translate(_special)
