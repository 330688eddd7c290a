"""Regular expressions: https://docs.python.org/3.11/library/re.html"""

import enum
import _sre
from _sre import Match, Pattern

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer',
           'compile', 'purge', 'template', 'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L',
           'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE',
           'UNICODE', 'NOFLAG', 'RegexFlag']


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
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
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


_cache = {}
# Programs that make patterns on and on keep no more than this many.
_CACHED_MAX = 512


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    flags = int(flags)
    if flags & 1:
        import warnings

        warnings.warn('The re.TEMPLATE/re.T flag is deprecated as it is an undocumented flag '
                      "without an obvious purpose. Don't use it.", DeprecationWarning, stacklevel=3)
    made = _sre.compile(pattern, flags & ~128)
    if not isinstance(made, tuple):
        return made
    compiled, notes = made
    if isinstance(compiled, str):
        raise error(compiled, pattern, notes) from None
    for note in notes:
        import warnings

        kind = DeprecationWarning if note.startswith('bad') else FutureWarning
        warnings.warn(note, kind, stacklevel=3)
    if flags & 128:
        _sre.not_shown()
        return compiled
    if len(_cache) >= _CACHED_MAX:
        del _cache[next(iter(_cache))]
    _cache[key] = compiled
    return compiled


def purge():
    _cache.clear()


def template(pattern, flags=0):
    import warnings

    warnings.warn('The re.template() function is deprecated as it is an undocumented function '
                  'without an obvious purpose. Use re.compile() instead.', DeprecationWarning,
                  stacklevel=2)
    return _compile(pattern, flags | T)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


_special = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, 'latin1').translate(_special).encode('latin1')


class Scanner:
    """Splits text into tokens: a pattern and what to do with its matches, for each kind."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        parts = []
        self._firsts = []
        groups = 1
        for phrase, _ in lexicon:
            self._firsts.append(groups)
            groups += compile(phrase, flags).groups + 1
            parts.append(f'({phrase})')
        self.scanner = compile('|'.join(parts), flags)

    def scan(self, string):
        result = []
        at = 0
        scan = self.scanner.scanner(string).match
        while (match := scan()) is not None and match.end() != at:
            kind = max(i for i, group in enumerate(self._firsts) if match.start(group) >= 0)
            action = self.lexicon[kind][1]
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
            at = match.end()
        return result, string[at:]
