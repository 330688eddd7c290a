# https://docs.python.org/3.11/library/unittest.html
from .result import TestResult
from .case import (
    TestCase,
    FunctionTestCase,
    SkipTest,
    skip,
    skipIf,
    skipUnless,
    expectedFailure,
    addModuleCleanup,
    doModuleCleanups,
    enterModuleContext,
)
from .suite import BaseTestSuite, TestSuite
from .loader import TestLoader, defaultTestLoader, makeSuite, findTestCases, getTestCaseNames
from .runner import TextTestResult, TextTestRunner, TestProgram, main

__all__ = [
    'TestResult', 'TestCase', 'TestSuite', 'TextTestRunner', 'TestLoader', 'FunctionTestCase',
    'main', 'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure',
    'TextTestResult', 'addModuleCleanup', 'doModuleCleanups', 'enterModuleContext',
    'IsolatedAsyncioTestCase', 'makeSuite', 'findTestCases', 'getTestCaseNames',
]


def __getattr__(name):
    if name == 'IsolatedAsyncioTestCase':
        from .async_case import IsolatedAsyncioTestCase

        return IsolatedAsyncioTestCase
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
