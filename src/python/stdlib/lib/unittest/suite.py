# Suites: tests run one after the other, with the fixtures of their classes and modules.

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(type(self))} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = type(test)
                if getattr(type(test), '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter_class(self, test, result):
        cls = type(test)
        if cls is result._previousTestClass or result._moduleSetUpFailed:
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        cls._classSetupFailed = False
        setup = getattr(cls, 'setUpClass', None)
        if setup is None:
            return
        try:
            setup()
        except Exception as error:
            cls._classSetupFailed = True
            self._fixture_failed(result, error, 'setUpClass', util.strclass(cls))
            cleanups = getattr(cls, 'doClassCleanups', None)
            if cleanups is not None:
                cleanups()
                self._report_cleanups(result, cls, 'setUpClass')

    def _leave_class(self, test, result):
        cls = result._previousTestClass
        if cls is None or type(test) is cls:
            return
        if getattr(cls, '_classSetupFailed', False) or result._moduleSetUpFailed:
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        teardown = getattr(cls, 'tearDownClass', None)
        if teardown is not None:
            try:
                teardown()
            except Exception as error:
                self._fixture_failed(result, error, 'tearDownClass', util.strclass(cls))
        cleanups = getattr(cls, 'doClassCleanups', None)
        if cleanups is not None:
            cleanups()
            self._report_cleanups(result, cls, 'tearDownClass')

    def _report_cleanups(self, result, cls, name):
        for info in getattr(cls, 'tearDown_exceptions', ()):
            self._fixture_failed(result, info[1], name, util.strclass(cls), info)

    def _enter_module(self, test, result):
        previous = self._previous_module(result)
        name = type(test).__module__
        if name == previous:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        setup = getattr(sys.modules.get(name), 'setUpModule', None)
        if setup is None:
            return
        try:
            setup()
        except Exception as error:
            result._moduleSetUpFailed = True
            self._fixture_failed(result, error, 'setUpModule', name)
            self._module_cleanups(result, 'setUpModule', name)

    def _leave_module(self, result):
        name = self._previous_module(result)
        if name is None or result._moduleSetUpFailed:
            return
        teardown = getattr(sys.modules.get(name), 'tearDownModule', None)
        if teardown is not None:
            try:
                teardown()
            except Exception as error:
                self._fixture_failed(result, error, 'tearDownModule', name)
        self._module_cleanups(result, 'tearDownModule', name)

    def _module_cleanups(self, result, fixture, name):
        try:
            case.doModuleCleanups()
        except Exception as error:
            self._fixture_failed(result, error, fixture, name)

    def _previous_module(self, result):
        cls = result._previousTestClass
        return None if cls is None else cls.__module__

    def _fixture_failed(self, result, error, fixture, parent, info=None):
        holder = _ErrorHolder(f'{fixture} ({parent})')
        if isinstance(error, case.SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, info or (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Stands for a test where a fixture of a class or module failed."""

    failureException = None.__class__

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False

    def addError(self, test, err):
        raise err[1]

    def addSkip(self, test, reason):
        pass
