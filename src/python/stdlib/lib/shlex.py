"""Words of a command line: https://docs.python.org/3.11/library/shlex.html"""

import re

__all__ = ['join', 'quote', 'shlex', 'split']


class shlex:
    """Reads words from text, as a shell does."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.text = '' if instream is None else instream if isinstance(instream, str) else (
            instream.read())
        self.instream = instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            letters += 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.pushback = []
        self.lineno = 1
        self.at = 0
        if punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars or ''
        if self._punctuation_chars:
            letters += '~-./*?='
            letters = letters.translate({ord(c): None for c in self._punctuation_chars})
        self.wordchars = letters

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.insert(0, tok)

    def get_token(self):
        return self.pushback.pop(0) if self.pushback else self.read_token()

    def _next(self):
        char = self.text[self.at:self.at + 1]
        self.at += 1
        if char == '\n':
            self.lineno += 1
        return char

    def _skip_comment(self):
        while self._next() not in '\n':
            pass

    def read_token(self):
        token = ''
        quoted = False
        while True:
            char = self._next()
            if not char:
                return token if token or (self.posix and quoted) else self.eof
            if char in self.whitespace:
                if token or (self.posix and quoted):
                    return token
            elif char in self.commenters:
                self._skip_comment()
                if token or (self.posix and quoted):
                    return token
            elif self.posix and char in self.escape:
                token += self._escaped()
                quoted = True
            elif char in self.quotes and (self.posix or not token):
                text = self._quoted(char)
                if not self.posix:
                    return text
                token += text
                quoted = True
            elif char in self.punctuation_chars:
                if token or quoted:
                    self._back()
                    return token
                return self._run(char, self.punctuation_chars)
            elif char in self.wordchars or char in self.quotes or self.whitespace_split:
                token += char
            elif token or quoted:
                self._back()
                return token
            else:
                return char

    def _back(self):
        self.at -= 1
        if self.text[self.at] == '\n':
            self.lineno -= 1

    def _run(self, token, chars):
        while (char := self._next()) and char in chars:
            token += char
        self.at -= 1
        return token

    def _escaped(self):
        char = self._next()
        if not char:
            raise ValueError('No escaped character')
        return char

    def _quoted(self, quote):
        text = '' if self.posix else quote
        while True:
            char = self._next()
            if not char:
                raise ValueError('No closing quotation')
            if char == quote:
                return text if self.posix else text + char
            if self.posix and char in self.escape and quote in self.escapedquotes:
                after = self._escaped()
                text += after if after in (quote, char) else char + after
            else:
                text += char

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        import warnings

        warnings.warn("Passing None for 's' to shlex.split() is deprecated.",
                      DeprecationWarning, stacklevel=2)
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ''
    return list(words)


def join(split_command):
    return ' '.join(quote(word) for word in split_command)


def quote(s):
    if not s:
        return "''"
    if re.search(r'[^\w@%+=:,./-]', s, re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
