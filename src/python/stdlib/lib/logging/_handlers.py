"""Where records go."""

import os
import sys

from . import _records
from ._records import NOTSET, WARNING, Filterer, Formatter, checked_level, getLevelName

by_name = {}
made = []
default_formatter = Formatter()


class Handler(Filterer):
    """Takes records of a level and above."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = checked_level(level)
        self.formatter = None
        self._closed = False
        self.lock = None
        made.append(self)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        by_name.pop(self._name, None)
        self._name = name
        if name:
            by_name[name] = self

    def get_name(self):
        return self._name

    def set_name(self, name):
        self.name = name

    def createLock(self):
        pass

    def acquire(self):
        pass

    def release(self):
        pass

    def setLevel(self, level):
        self.level = checked_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handle(self, record):
        passes = self.filter(record)
        if passes:
            self.emit(record)
        return passes

    def flush(self):
        pass

    def close(self):
        self._closed = True
        if self._name in by_name:
            del by_name[self._name]

    def handleError(self, record):
        import logging
        import traceback

        if not logging.raiseExceptions or not sys.stderr:
            return
        sys.stderr.write('--- Logging error ---\n')
        traceback.print_exc(file=sys.stderr)
        sys.stderr.write(f'Message: {record.msg!r}\nArguments: {record.args}\n')

    def __repr__(self):
        return f'<{type(self).__name__} ({getLevelName(self.level)})>'


class StreamHandler(Handler):
    """Writes lines to a stream: sys.stderr, where no other is named."""

    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, 'flush'):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        before = self.stream
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        name = name + ' ' if name else ''
        return f'<{type(self).__name__} {name}({getLevelName(self.level)})>'


class FileHandler(StreamHandler):
    """Writes lines to a file of this run."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        filename = os.fspath(filename)
        self.baseFilename = os.path.abspath(filename)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        if self.stream:
            stream, self.stream = self.stream, None
            stream.flush()
            if hasattr(stream, 'close'):
                stream.close()
        super().close()

    def emit(self, record):
        if self.stream is None and (self.mode != 'w' or not self._closed):
            self.stream = self._open()
        if self.stream:
            super().emit(record)

    def __repr__(self):
        return f'<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>'


class _StderrHandler(StreamHandler):
    """Warnings of programs that have set up nothing."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class NullHandler(Handler):
    """Takes everything and does nothing."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass


last_resort = _StderrHandler(WARNING)
