# What a run of tests has found so far.

import sys

from . import util


class TestResult:
    failfast = False
    _previousTestClass = None
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._setUpClassDone = set()

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._fail_fast()

    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._fail_fast()

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if issubclass(err[0], test.failureException):
            self.failures.append((subtest, self._exc_info_to_string(err, test)))
        else:
            self.errors.append((subtest, self._exc_info_to_string(err, test)))
        self._fail_fast()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._fail_fast()

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _fail_fast(self):
        if self.failfast:
            self.stop()

    def _exc_info_to_string(self, err, test):
        import traceback

        _, value, tb = err
        while tb is not None and _is_ours(tb):
            tb = tb.tb_next
        if isinstance(value, test.failureException):
            tb = _without_our_end(tb)
        lines = traceback.format_exception(type(value), value, tb)
        return ''.join(lines)

    def __repr__(self):
        return (
            f'<{util.strclass(type(self))} run={self.testsRun} errors={len(self.errors)} '
            f'failures={len(self.failures)}>'
        )


def _is_ours(tb):
    return '__unittest' in tb.tb_frame.f_globals


def _without_our_end(tb):
    """The traceback without the assertion's own frames, which say nothing to the reader."""
    from types import TracebackType

    entries = []
    while tb is not None and not _is_ours(tb):
        entries.append(tb)
        tb = tb.tb_next
    kept = None
    for entry in reversed(entries):
        kept = TracebackType(kept, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return kept


__unittest = True
