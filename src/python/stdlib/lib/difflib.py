"""Differences of sequences: https://docs.python.org/3.11/library/difflib.html"""

from collections import namedtuple

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ',
           'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff', 'unified_diff', 'diff_bytes',
           'Match']

Match = namedtuple('Match', 'a b size')


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index()

    def _index(self):
        """Where each item of b stands, without junk and without what is everywhere."""
        self.b2j = places = {}
        for j, item in enumerate(self.b):
            places.setdefault(item, []).append(j)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
            for item in self.bjunk:
                del places[item]
        self.bpopular = set()
        length = len(self.b)
        if self.autojunk and length >= 200:
            often = length // 100 + 1
            self.bpopular = {item for item, at in places.items() if len(at) > often}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        best_i, best_j, best = alo, blo, 0
        # lengths[j]: how long the match is that ends with the item before and b[j]
        lengths = {}
        nowhere = []
        for i in range(alo, ahi):
            new = {}
            for j in places.get(a[i], nowhere):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = new[j] = lengths.get(j - 1, 0) + 1
                if size > best:
                    best_i, best_j, best = i - size + 1, j - size + 1, size
            lengths = new
        # The match grows by what is no junk, then by junk.
        for wants_junk in (False, True):
            while (best_i > alo and best_j > blo and a[best_i - 1] == b[best_j - 1]
                   and (b[best_j - 1] in junk) is wants_junk):
                best_i, best_j, best = best_i - 1, best_j - 1, best + 1
            while (best_i + best < ahi and best_j + best < bhi
                   and a[best_i + best] == b[best_j + best]
                   and (b[best_j + best] in junk) is wants_junk):
                best += 1
        return Match(best_i, best_j, best)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        left = [(0, len(self.a), 0, len(self.b))]
        found = []
        while left:
            alo, ahi, blo, bhi = left.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                left.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                left.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        for i, j, size in found:
            if blocks and blocks[-1][0] + blocks[-1][2] == i and (
                    blocks[-1][1] + blocks[-1][2] == j):
                before = blocks.pop()
                i, j, size = before[0], before[1], before[2] + size
            blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = codes = []
        for ai, bj, size in self.get_matching_blocks():
            tag = ('replace' if i < ai and j < bj else 'delete' if i < ai
                   else 'insert' if j < bj else '')
            if tag:
                codes.append((tag, i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                codes.append(('equal', ai, i, bj, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == 'equal':
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == 'equal':
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        matches = sum(block[-1] for block in self.get_matching_blocks())
        return _share(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = dict(self.fullbcount)
        matches = 0
        for item in self.a:
            count = left.get(item, 0)
            left[item] = count - 1
            matches += count > 0
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError('n must be > 0: %r' % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError('cutoff must be in [0.0, 1.0]: %r' % (cutoff,))
    from heapq import nlargest

    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        if all(ratio() >= cutoff
               for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)):
            found.append((matcher.ratio(), possibility))
    return [possibility for _, possibility in nlargest(n, found)]


class Differ:
    """Differences of lines, and within lines that are alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == 'replace':
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from self._dump('-', a, alo, ahi)
            elif tag == 'insert':
                yield from self._dump('+', b, blo, bhi)
            else:
                yield from self._dump(' ', a, alo, ahi)

    def _dump(self, tag, lines, lo, hi):
        for i in range(lo, hi):
            yield f'{tag} {lines[i]}'

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        # The shorter block goes first.
        if bhi - blo < ahi - alo:
            yield from self._dump('+', b, blo, bhi)
            yield from self._dump('-', a, alo, ahi)
        else:
            yield from self._dump('-', a, alo, ahi)
            yield from self._dump('+', b, blo, bhi)

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Shows the two lines that are most alike with their differences; so around them."""
        best, cutoff = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        same = None
        at = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if same is None:
                        same = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, at = matcher.ratio(), (i, j)
        if best < cutoff:
            if same is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            at = same
        else:
            same = None
        i, j = at
        yield from self._fancy_around(a, alo, i, b, blo, j)
        if same is None:
            yield from self._marked(a[i], b[j], matcher)
        else:
            yield '  ' + a[i]
        yield from self._fancy_around(a, i + 1, ahi, b, j + 1, bhi)

    def _fancy_around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._dump('-', a, alo, ahi)
        elif blo < bhi:
            yield from self._dump('+', b, blo, bhi)

    def _marked(self, old, new, matcher):
        above = below = ''
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            marks = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            above += marks[0] * (i2 - i1)
            below += marks[1] * (j2 - j1)
        yield '- ' + old
        yield from _guide(old, above)
        yield '+ ' + new
        yield from _guide(new, below)


def _guide(line, marks):
    """The marks under a line, with the tabs of the line."""
    kept = ''.join(char if mark == ' ' and char.isspace() else mark
                   for char, mark in zip(line, marks)).rstrip()
    if kept:
        yield f'? {kept}\n'


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        tag = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
    for line in delta:
        if line[:2] in ('  ', tag):
            yield line[2:]


def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError('lines to compare must be str, not %s (%r)'
                            % (type(lines[0]).__name__, lines[0]))
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError('all arguments must be str, not: %r' % (arg,))


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3,
                 lineterm='\n'):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield '--- {}{}{}'.format(fromfile, _date(fromfiledate), lineterm)
            yield '+++ {}{}{}'.format(tofile, _date(tofiledate), lineterm)
        old = _unified_range(group[0][1], group[-1][2])
        new = _unified_range(group[0][3], group[-1][4])
        yield f'@@ -{old} +{new} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag != 'insert':
                yield from ('-' + line for line in a[i1:i2])
            if tag != 'delete':
                yield from ('+' + line for line in b[j1:j2])


def _date(date):
    return f'\t{date}' if date else ''


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f'{start + 1 if length else start},{length}'


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3,
                 lineterm='\n'):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield '*** {}{}{}'.format(fromfile, _date(fromfiledate), lineterm)
            yield '--- {}{}{}'.format(tofile, _date(tofiledate), lineterm)
        tags = {code[0] for code in group}
        yield '***************' + lineterm
        yield f'*** {_context_range(group[0][1], group[-1][2])} ****{lineterm}'
        if tags & {'replace', 'delete'}:
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    yield from (prefix[tag] + line for line in a[i1:i2])
        yield f'--- {_context_range(group[0][3], group[-1][4])} ----{lineterm}'
        if tags & {'replace', 'insert'}:
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    yield from (prefix[tag] + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    begin = start + 1 if length else start
    return str(begin) if length <= 1 else f'{begin},{begin + length - 1}'


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3,
               lineterm=b'\n'):
    def text(given):
        try:
            return given.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError('all arguments must be bytes, not %s (%r)'
                            % (type(given).__name__, given)) from error

    lines = dfunc(list(map(text, a)), list(map(text, b)), text(fromfile), text(tofile),
                  text(fromfiledate), text(tofiledate), n, text(lineterm))
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')
