# Finding the tests of a module or a class.

import functools
import sys
from fnmatch import fnmatchcase

from . import case, suite

__unittest = True


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError(
                'Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?'
            )
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = self.suiteClass(
            self.loadTestsFromTestCase(value)
            for value in (getattr(module, name) for name in dir(module))
            if isinstance(value, type) and issubclass(value, case.TestCase)
            and value not in (case.TestCase, case.FunctionTestCase)
        )
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return tests
        return load_tests(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        found = module
        if module is None:
            found, parts = _import_longest(parts)
        parent = None
        for part in parts:
            parent, found = found, getattr(found, part)
        if isinstance(found, type(sys)):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, case.TestCase) and callable(found):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(found, suite.BaseTestSuite):
            return found
        if callable(found):
            made = found()
            if isinstance(made, suite.BaseTestSuite):
                return made
            if isinstance(made, case.TestCase):
                return self.suiteClass([made])
            raise TypeError(f'calling {found} returned {made}, not a test')
        raise TypeError(f"don't know how to make test from: {found}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            patterns = self.testNamePatterns
            return patterns is None or any(fnmatchcase(full, pattern) for pattern in patterns)

        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names


def _import_longest(parts):
    """The innermost module that the dotted name begins with, and the rest of the name."""
    import importlib

    for count in range(len(parts), 0, -1):
        name = '.'.join(parts[:count])
        try:
            return importlib.import_module(name), parts[count:]
        except ModuleNotFoundError as error:
            if count == 1 or not name.startswith(error.name or name):
                raise


defaultTestLoader = TestLoader()


def getTestCaseNames(testCaseClass, prefix, sortUsing=None, testNamePatterns=None):
    return _loader(prefix, testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=suite.TestSuite):
    return suiteClass(map(testCaseClass, getTestCaseNames(testCaseClass, prefix)))


def findTestCases(module, prefix='test', sortUsing=None, suiteClass=suite.TestSuite):
    return _loader(prefix, None).loadTestsFromModule(module)


def _loader(prefix, patterns):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = patterns
    return loader
