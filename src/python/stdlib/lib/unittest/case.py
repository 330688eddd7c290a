# Test cases: fixtures, outcomes, and the assertions of values. Assertions that are contexts
# (assertRaises and the like) are in contexts.py.

import sys

from . import contexts
from .result import TestResult
from .util import count_differences, safe_repr, shortened, strclass

__unittest = True


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    """Ends a test after a subtest failed and the run is to end at the first failure."""


_module_cleanups = []


def addModuleCleanup(function, /, *args, **keywords):
    _module_cleanups.append((function, args, keywords))


def enterModuleContext(manager):
    value = type(manager).__enter__(manager)
    addModuleCleanup(type(manager).__exit__, manager, None, None, None)
    return value


def doModuleCleanups():
    errors = []
    while _module_cleanups:
        function, args, keywords = _module_cleanups.pop()
        try:
            function(*args, **keywords)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def skip(reason):
    def decorate(test):
        if not isinstance(test, type):
            original = test

            def test(*args, **keywords):
                raise SkipTest(reason)

            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                setattr(test, name, getattr(original, name))
        test.__unittest_skip__ = True
        test.__unittest_skip_why__ = reason
        return test

    if callable(reason) and not isinstance(reason, str):
        function, reason = reason, ''
        return decorate(function)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def _unchanged(test):
    return test


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **keywords):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **keywords)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._testMethodDoc = 'No test'
        self._outcome = None
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: 'assertDictEqual',
            list: 'assertListEqual',
            tuple: 'assertTupleEqual',
            set: 'assertSetEqual',
            frozenset: 'assertSetEqual',
            str: 'assertMultiLineEqual',
        }

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **keywords):
        self._cleanups.append((function, args, keywords))

    def enterContext(self, manager):
        return _enter(manager, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **keywords):
        cls._class_cleanups.append((function, args, keywords))

    @classmethod
    def enterClassContext(cls, manager):
        return _enter(manager, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, keywords = cls._class_cleanups.pop()
            try:
                function(*args, **keywords)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{strclass(type(self))}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(type(self))}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(type(self))} testMethod={self._testMethodName}>'

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)

    def run(self, result=None):
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            self._run(result)
            return result
        finally:
            result.stopTest(self)
            if own_result:
                result.stopTestRun()

    def _run(self, result):
        method = getattr(self, self._testMethodName)
        for skipped in (type(self), method):
            if getattr(skipped, '__unittest_skip__', False):
                result.addSkip(self, getattr(skipped, '__unittest_skip_why__', ''))
                return
        expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(
            method, '__unittest_expecting_failure__', False
        )
        outcome = self._outcome = _Outcome(result)
        try:
            if outcome.attempt(self, self._callSetUp):
                outcome.expecting = expecting
                outcome.attempt(self, self._callTestMethod, method)
                outcome.expecting = False
                outcome.attempt(self, self._callTearDown)
            self.doCleanups()
            if not outcome.success:
                return
            if not expecting:
                result.addSuccess(self)
            elif outcome.expected is not None:
                result.addExpectedFailure(self, outcome.expected)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            self._outcome = None

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings

            text = 'It is deprecated to return a value that is not None from a test case'
            warnings.warn(f'{text} ({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **keywords):
        function(*args, **keywords)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(None)
        while self._cleanups:
            function, args, keywords = self._cleanups.pop()
            outcome.attempt(self, self._callCleanup, function, *args, **keywords)
        return outcome.success

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        while self._cleanups:
            function, args, keywords = self._cleanups.pop()
            self._callCleanup(function, *args, **keywords)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{safe_repr(expr)} is not false')

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{safe_repr(expr)} is not true')

    def assertEqual(self, first, second, msg=None):
        compare = None
        if type(first) is type(second):
            compare = self._type_equality_funcs.get(type(first))
        if compare is None:
            if not first == second:
                one, other = shortened(first, second)
                self._fail(msg, f'{one} != {other}')
        elif isinstance(compare, str):
            getattr(self, compare)(first, second, msg=msg)
        else:
            compare(first, second, msg=msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            one, other = shortened(first, second)
            self._fail(msg, f'{one} != {other}')

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        texts = f'{safe_repr(first)} != {safe_repr(second)}'
        if delta is not None:
            if difference <= delta:
                return
            within = f'{safe_repr(delta)} delta'
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            within = f'{places!r} places'
        self._fail(msg, f'{texts} within {within} ({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        texts = f'{safe_repr(first)} == {safe_repr(second)}'
        if delta is not None:
            if not first == second and difference > delta:
                return
            within = f'{safe_repr(delta)} delta ({safe_repr(difference)} difference)'
        else:
            places = 7 if places is None else places
            if not first == second and round(difference, places) != 0:
                return
            within = f'{places!r} places'
        self._fail(msg, f'{texts} within {within}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            found = text[match.start():match.end()]
            self._fail(msg, f'Regex matched: {found!r} matches {pattern.pattern!r} in {text!r}')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = 'sequence'
        if seq_type is not None:
            kind = seq_type.__name__
            for place, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{place} sequence is not a {kind}: {safe_repr(seq)}')
        if seq1 == seq2:
            return
        one, other = shortened(seq1, seq2)
        heading = f'{kind.capitalize()}s differ: {one} != {other}\n'
        standard = heading + _first_difference(kind, seq1, seq2) + '\n' + _diff(seq1, seq2)
        self._fail(msg, self._truncate(standard, heading + _first_difference(kind, seq1, seq2)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for one, other, place in ((set1, set2, 'first'), (set2, set1, 'second')):
            try:
                only = one.difference(other)
            except TypeError as error:
                self.fail(f'invalid type when attempting set difference: {error}')
            except AttributeError as error:
                self.fail(f'{place} argument does not support set difference: {error}')
            if only:
                lines.append(f'Items in the {place} set but not the {"second" if place == "first" else "first"}:')
                lines.extend(map(repr, only))
        if lines:
            self._fail(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            one, other = shortened(d1, d2)
            heading = f'{one} != {other}'
            self._fail(msg, self._truncate(heading + '\n' + _diff(d1, d2), heading))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        missing = [key for key in subset if key not in dictionary]
        wrong = [key for key in subset if key in dictionary and subset[key] != dictionary[key]]
        if missing or wrong:
            told = 'Missing: ' + ','.join(map(safe_repr, missing)) if missing else ''
            if wrong:
                pairs = (f'{safe_repr(k)}, expected: {safe_repr(subset[k])}, actual: {safe_repr(dictionary[k])}' for k in wrong)
                told += ('; ' if told else '') + 'Mismatched values: ' + ','.join(pairs)
            self._fail(msg, told)

    def assertCountEqual(self, first, second, msg=None):
        differences = count_differences(list(first), list(second))
        if differences:
            lines = [f'First has {one}, Second has {other}:  {item!r}' for one, other, item in differences]
            self._fail(msg, 'Element counts were not equal:\n' + '\n'.join(lines))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            one, other = shortened(first, second)
            heading = f'{one} != {other}'
            if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
                self._fail(msg, heading)
            self._fail(msg, self._truncate(heading + '\n' + _text_diff(first, second), heading))

    def _truncate(self, whole, heading):
        difference = whole[len(heading):]
        if self.maxDiff is None or len(difference) <= self.maxDiff:
            return whole
        return f'{heading}\nDiff is {len(difference)} characters long. Set self.maxDiff to None to see it.'

    def assertRaises(self, expected_exception, *args, **keywords):
        context = contexts.AssertRaises(expected_exception, self)
        return context.handle('assertRaises', args, keywords)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **keywords):
        context = contexts.AssertRaises(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, keywords)

    def assertWarns(self, expected_warning, *args, **keywords):
        context = contexts.AssertWarns(expected_warning, self)
        return context.handle('assertWarns', args, keywords)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **keywords):
        context = contexts.AssertWarns(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, keywords)

    def assertLogs(self, logger=None, level=None):
        return contexts.AssertLogs(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return contexts.AssertLogs(self, logger, level, no_logs=True)

    failUnlessEqual = assertEquals = assertEqual
    failIfEqual = assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertAlmostEquals = assertAlmostEqual
    assertNotAlmostEquals = assertNotAlmostEqual
    assertRegexpMatches = assertRegex
    assertNotRegexpMatches = assertNotRegex
    assertRaisesRegexp = assertRaisesRegex


def _enter(manager, add_cleanup):
    cls = type(manager)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        name = f'{cls.__module__}.{cls.__qualname__}'
        raise TypeError(f"'{name}' object does not support the context manager protocol") from None
    value = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return value


def _first_difference(kind, seq1, seq2):
    lengths = []
    for place, seq in (('First', seq1), ('Second', seq2)):
        try:
            lengths.append(len(seq))
        except (TypeError, NotImplementedError):
            return f'{place} {kind} has no length.    Non-sequence?'
    text = ''
    for i in range(min(lengths)):
        if seq1[i] != seq2[i]:
            one, other = shortened(seq1[i], seq2[i])
            text = f'\nFirst differing element {i}:\n{one}\n{other}\n'
            break
    for place, seq, longer, shorter in (('First', seq1, *lengths), ('Second', seq2, *lengths[::-1])):
        if longer > shorter:
            text += f'\n{place} {kind} contains {longer - shorter} additional elements.\n'
            text += f'First extra element {shorter}:\n{shortened(seq[shorter])[0]}\n'
    return text


def _diff(first, second):
    import difflib
    from pprint import pformat

    return '\n'.join(difflib.ndiff(pformat(first).splitlines(), pformat(second).splitlines()))


def _text_diff(first, second):
    import difflib

    ends = first.endswith('\n'), second.endswith('\n')
    lines = [text.splitlines(keepends=True) for text in (first, second)]
    if not any(ends) and len(lines[0]) <= 1 and len(lines[1]) <= 1:
        lines = [[first + '\n'], [second + '\n']]
    return ''.join(difflib.ndiff(*lines)).rstrip('\n') + '\n'


class _Outcome:
    """Whether a test is still a success, and what is told of it."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting = False
        self.expected = None

    def attempt(self, test, function, /, *args, **keywords):
        """Calls a part of a test and reports what it raises; gives whether it raised nothing."""
        try:
            function(*args, **keywords)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as skipped:
            self.success = False
            if self.result is not None:
                self.result.addSkip(test, str(skipped))
        except _ShouldStop:
            pass
        except BaseException:
            info = sys.exc_info()
            if self.expecting:
                self.expected = info
            else:
                self.success = False
                self.report(test, info)
        return False

    def report(self, test, info):
        if self.result is None:
            return
        if isinstance(test, _SubTest):
            self.result.addSubTest(test.test_case, test, info)
        elif issubclass(info[0], test.failureException):
            self.result.addFailure(test, info)
        else:
            self.result.addError(test, info)


class _SubTestContext:
    def __init__(self, test, message, params):
        self.test = test
        self.message = message
        self.params = params

    def __enter__(self):
        outer = self.outer = self.test._subtest
        params = self.params if outer is None else {**outer.params, **self.params}
        self.test._subtest = _SubTest(self.test, self.message, params)

    def __exit__(self, kind, value, traceback):
        subtest, self.test._subtest = self.test._subtest, self.outer
        outcome = self.test._outcome
        if outcome is None or kind is not None and not issubclass(kind, Exception):
            return False
        if kind is None:
            if outcome.result is not None and outcome.success:
                outcome.result.addSubTest(self.test, subtest, None)
            return False
        if issubclass(kind, _ShouldStop):
            return False
        if issubclass(kind, SkipTest):
            outcome.result.addSkip(subtest, str(value))
            return True
        if outcome.expecting:
            outcome.expected = (kind, value, traceback)
            return True
        outcome.success = False
        outcome.report(subtest, (kind, value, traceback))
        if outcome.result.failfast:
            raise _ShouldStop
        return True


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self._message = message
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _description(self):
        parts = []
        if self._message is not None:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('(' + ', '.join(f'{k}={v!r}' for k, v in self.params.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = setUp, tearDown, testFunc
        self._description = description

    def setUp(self):
        if self._functions[0] is not None:
            self._functions[0]()

    def tearDown(self):
        if self._functions[1] is not None:
            self._functions[1]()

    def runTest(self):
        self._functions[2]()

    def id(self):
        return self._functions[2].__name__

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._functions[2].__doc__
        return doc.split('\n')[0].strip() if doc else None

    def __str__(self):
        return f'{strclass(type(self))} ({self.id()})'
