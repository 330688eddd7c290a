"""Names that fit to a shell's pattern: https://docs.python.org/3.11/library/fnmatch.html"""

import functools
import os
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    return _compiled(pat)(name) is not None


def filter(names, pat):
    match = _compiled(os.path.normcase(pat))
    return [name for name in names if match(name)]


@functools.lru_cache(maxsize=256, typed=True)
def _compiled(pat):
    if isinstance(pat, bytes):
        source = bytes(translate(str(pat, 'latin-1')), 'latin-1')
    else:
        source = translate(pat)
    return re.compile(source).match


def translate(pat):
    """The pattern as a regular expression.

    What stands between two stars is matched at its first place, and never again elsewhere.
    """
    parts = []
    at = 0
    while at < len(pat):
        char = pat[at]
        at += 1
        if char == '*':
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif char == '?':
            parts.append('.')
        elif char == '[':
            text, at = _bracket(pat, at)
            parts.append(text)
        else:
            parts.append(re.escape(char))
    return rf'(?s:{_joined(parts)})\Z'


def _joined(parts):
    pieces = ['']
    for part in parts:
        if part is None:
            pieces.append('')
        else:
            pieces[-1] += part
    first, *rest = pieces
    if not rest:
        return first
    *middle, last = rest
    return first + ''.join(f'(?>.*?{piece})' for piece in middle) + '.*' + last


def _bracket(pat, at):
    """The set that begins at an index, and the index behind it; a lone bracket is itself."""
    end = at
    if end < len(pat) and pat[end] == '!':
        end += 1
    if end < len(pat) and pat[end] == ']':
        end += 1
    end = pat.find(']', end)
    if end < 0:
        return '\\[', at
    inside = pat[at:end]
    if '-' in inside:
        inside = _ranges(pat, at, end)
    else:
        inside = inside.replace('\\', r'\\')
    inside = re.sub(r'([&~|])', r'\\\1', inside)
    if not inside:
        return '(?!)', end + 1
    if inside == '!':
        return '.', end + 1
    if inside[0] == '!':
        inside = '^' + inside[1:]
    elif inside[0] in '^[':
        inside = '\\' + inside
    return f'[{inside}]', end + 1


def _ranges(pat, at, end):
    chunks = []
    hyphen = at + 2 if pat[at] == '!' else at + 1
    while (hyphen := pat.find('-', hyphen, end)) >= 0:
        chunks.append(pat[at:hyphen])
        at = hyphen + 1
        hyphen += 3
    if at < end:
        chunks.append(pat[at:end])
    else:
        chunks[-1] += '-'
    # A range that runs backwards holds nothing.
    for i in range(len(chunks) - 1, 0, -1):
        if chunks[i - 1][-1] > chunks[i][0]:
            chunks[i - 1] = chunks[i - 1][:-1] + chunks[i][1:]
            del chunks[i]
    return '-'.join(chunk.replace('\\', r'\\').replace('-', r'\-') for chunk in chunks)
