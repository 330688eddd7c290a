# Tests as a program: progress, failures and a summary on standard error.

import sys
import time

from . import loader
from .case import _SubTest
from .result import TestResult

__unittest = True

_THICK = '=' * 70
_THIN = '-' * 70


class TextTestResult(TestResult):
    separator1 = _THICK
    separator2 = _THIN

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        if self.descriptions and first_line:
            return f'{test}\n{first_line}'
        return str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._write(f'{self.getDescription(test)} ... ')
            self._newline = False

    def addSuccess(self, test):
        super().addSuccess(test)
        self._mark(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._mark(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark(test, 'unexpected success', 'u')

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._mark(subtest, 'FAIL' if failed else 'ERROR', 'F' if failed else 'E')
        super().addSubTest(test, subtest, err)

    def printErrors(self):
        if self.dots or self.showAll:
            self._write('\n')
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self._write(f'{_THICK}\n')
            for test in self.unexpectedSuccesses:
                self._write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self._write(f'{_THICK}\n{flavour}: {self.getDescription(test)}\n{_THIN}\n{text}\n')

    def _mark(self, test, word, letter):
        if self.dots:
            self._write(letter)
        elif self.showAll:
            if isinstance(test, _SubTest) or self._newline:
                if not self._newline:
                    self._write('\n')
                self._write(f'{"  " if isinstance(test, _SubTest) else ""}{self.getDescription(test)} ... ')
            self._write(f'{word}\n')
            self._newline = True

    def _write(self, text):
        self.stream.write(text)
        self.stream.flush()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False):
        self.stream = stream or sys.stderr
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        started = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        seconds = time.perf_counter() - started
        if hasattr(result, 'printErrors'):
            result.printErrors()
        if hasattr(result, 'separator2'):
            self.stream.write(f'{_THIN}\n')
        plural = '' if result.testsRun == 1 else 's'
        self.stream.write(f'Ran {result.testsRun} test{plural} in {seconds:.3f}s\n\n')
        self.stream.write(_verdict(result) + '\n')
        self.stream.flush()
        return result


def _verdict(result):
    counts = {
        'failures': len(result.failures),
        'errors': len(result.errors),
        'skipped': len(result.skipped),
        'expected failures': len(result.expectedFailures),
        'unexpected successes': len(result.unexpectedSuccesses),
    }
    told = ', '.join(f'{name}={count}' for name, count in counts.items() if count)
    word = 'OK' if result.wasSuccessful() else 'FAILED'
    return f'{word} ({told})' if told else word


class TestProgram:
    """`unittest.main()`: runs a module's tests and exits."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) and module in sys.modules else module
        if isinstance(self.module, str):
            import importlib

            self.module = importlib.import_module(self.module)
        self.testLoader = testLoader
        self.defaultTest = defaultTest
        options = _parse(sys.argv if argv is None else argv, verbosity, bool(failfast))
        if options.patterns:
            testLoader.testNamePatterns = [p if '*' in p else f'*{p}*' for p in options.patterns]
        names = options.tests or ([defaultTest] if isinstance(defaultTest, str) else defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=options.verbosity, failfast=options.failfast)
        self.result = runner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram


def _parse(argv, verbosity, failfast):
    import argparse

    parser = argparse.ArgumentParser(prog=argv[0])
    parser.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2)
    parser.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0)
    parser.add_argument('-f', '--failfast', action='store_true')
    parser.add_argument('-k', dest='patterns', action='append', help='only tests whose names match')
    parser.add_argument('tests', nargs='*', help='names of tests, classes or modules')
    parser.set_defaults(verbosity=verbosity, failfast=failfast)
    return parser.parse_args(argv[1:])
