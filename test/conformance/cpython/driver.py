"""Runs the tests of one of CPython's test modules, and tells of each how it ended.

    python3.11 driver.py MODULE [SKIPPED ...]

A line on standard output when a test starts, and one when it has ended: the same program serves to
record what CPython passes and to see what we pass. Tests whose names follow are left out.
"""

import importlib
import os
import sys
import unittest

import test

FOLDER = os.path.dirname(test.__file__) + os.sep


class Telling(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.outcome = "passed"
        tell("started", test)

    def addError(self, test, err):
        self.outcome = told("error", err)

    def addFailure(self, test, err):
        self.outcome = told("failed", err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.outcome = told(f"failed {subtest}", err)

    def addSkip(self, test, reason):
        self.outcome = f"skipped: {reason}"

    def addExpectedFailure(self, test, err):
        self.outcome = "skipped: expected to fail"

    def addUnexpectedSuccess(self, test):
        self.outcome = "skipped: expected to fail"

    def stopTest(self, test):
        super().stopTest(test)
        tell("ended", test, self.outcome)


def told(what, err):
    kind, value, _ = err
    try:
        return f"{what}: {kind.__name__}: {value}"
    except Exception as error:
        return f"{what}: {kind.__name__}: cannot be shown: {type(error).__name__}"


out = sys.__stdout__


def tell(*words):
    # One line, whatever a test did to sys.stdout.
    lines = (ascii(str(word).replace(FOLDER, ""))[1:-1] for word in words)
    out.write("@" + "\t".join(lines) + "\n")
    out.flush()


def tests_in(suite):
    for test in suite:
        if isinstance(test, unittest.BaseTestSuite):
            yield from tests_in(test)
        else:
            yield test


def main(name, skipped):
    module = importlib.import_module(name)
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromModule(module)
    wanted = unittest.TestSuite(t for t in tests_in(suite) if str(t) not in skipped)
    wanted.run(Telling())
    tell("done")


main(sys.argv[1], set(sys.argv[2:]))
