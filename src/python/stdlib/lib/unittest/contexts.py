# Assertions that hold around a block or a call: what it raises, warns or logs.

import sys

__unittest = True


class _Assertion:
    def __init__(self, expected, test, regex=None):
        import re

        self.expected = expected
        self.test_case = test
        self.regex = re.compile(regex) if isinstance(regex, (str, bytes)) else regex
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, keywords):
        """Checks the expected class, then calls what is to be called; without it, gives the context."""
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in kinds):
            raise TypeError(f'{name}() arg 1 must be {self.base_text}')
        if not args:
            self.msg = keywords.pop('msg', None)
            if keywords:
                unexpected = next(iter(keywords))
                raise TypeError(f'{unexpected!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*args, **keywords)

    def fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def not_happened(self, verb):
        try:
            name = self.expected.__name__
        except AttributeError:
            name = str(self.expected)
        self.fail(f'{name} not {verb} by {self.obj_name}' if self.obj_name else f'{name} not {verb}')


class AssertRaises(_Assertion):
    base = BaseException
    base_text = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.not_happened('raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.regex is not None and not self.regex.search(str(value)):
            self.fail(f'"{self.regex.pattern}" does not match "{value}"')
        return True

    def __class_getitem__(cls, item):
        return cls


class AssertWarns(_Assertion):
    base = Warning
    base_text = 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings

        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self._catching = warnings.catch_warnings(record=True)
        self.warnings = self._catching.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, traceback):
        self._catching.__exit__(kind, value, traceback)
        if kind is not None:
            return
        first = None
        for record in self.warnings:
            warning = record.message
            if not isinstance(warning, self.expected):
                continue
            first = first or warning
            if self.regex is not None and not self.regex.search(str(warning)):
                continue
            self.warning, self.filename, self.lineno = warning, record.filename, record.lineno
            return
        if first is not None:
            self.fail(f'"{self.regex.pattern}" does not match "{first}"')
        self.not_happened('triggered')


class AssertLogs:
    def __init__(self, test, logger, level, no_logs):
        import logging

        self.test_case = test
        self.logger_name = logger
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        import collections
        import logging

        logger = self.logger_name
        if not isinstance(logger, logging.Logger):
            logger = logging.getLogger(logger)
        self.logger = logger
        self.records, self.output = [], []
        watcher = collections.namedtuple('_LoggingWatcher', ['records', 'output'])(self.records, self.output)
        formatter = logging.Formatter('%(levelname)s:%(name)s:%(message)s')
        capture = logging.Handler()

        def emit(record):
            self.records.append(record)
            self.output.append(formatter.format(record))

        capture.emit = emit
        self._old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [capture]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, kind, value, traceback):
        self.logger.handlers, level, self.logger.propagate = self._old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.no_logs and self.records:
            self._fail(f'Unexpected logs found: {self.output!r}')
        if not self.no_logs and not self.records:
            import logging

            name = logging.getLevelName(self.level)
            self._fail(f'no logs of level {name} or higher triggered on {self.logger.name}')

    def _fail(self, text):
        raise self.test_case.failureException(text)
