# https://docs.python.org/3.11/library/doctest.html
# Examples in docstrings: `>>> source`, and what it prints or raises.

import re
import sys
import unittest

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
    | IGNORE_EXCEPTION_DETAIL
)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


class TestResults(tuple):
    def __new__(cls, failed, attempted):
        return super().__new__(cls, (failed, attempted))

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])

    def __repr__(self):
        return f'TestResults(failed={self.failed}, attempted={self.attempted})'


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        if exc_msg is not None and not exc_msg.endswith('\n'):
            exc_msg += '\n'
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = options or {}


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = dict(globs)
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if count == 0 else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({told})>'

    def __lt__(self, other):
        return (self.name, self.filename or '', self.lineno or 0) < (
            other.name, other.filename or '', other.lineno or 0
        )


class DocTestParser:
    """Splits a text into its examples and what stands between them."""

    def parse(self, string, name='<string>'):
        lines = string.expandtabs().split('\n')
        margin = _margin(lines)
        lines = [line[margin:] for line in lines]
        parts, text, i = [], [], 0
        while i < len(lines):
            stripped = lines[i].lstrip(' ')
            if not stripped.startswith('>>>'):
                text.append(lines[i] + '\n')
                i += 1
                continue
            parts.append(''.join(text))
            text = []
            example, i = self._example(lines, i, name)
            parts.append(example)
        parts.append(''.join(text))
        return parts

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _example(self, lines, start, name):
        indent = len(lines[start]) - len(lines[start].lstrip(' '))
        source, i = [], start
        while i < len(lines):
            line = lines[i][indent:]
            mark = line[:3]
            if i > start and (mark != '...' or lines[i][:indent].strip()):
                break
            if line[3:4] not in ('', ' '):
                raise ValueError(
                    f'line {i + 1} of the docstring for {name} lacks blank after {mark}: {lines[i]!r}'
                )
            source.append(line[4:])
            i += 1
        want = []
        while i < len(lines):
            line = lines[i]
            if not line.strip() or line.lstrip(' ').startswith('>>>'):
                break
            if line[:indent].strip():
                raise ValueError(
                    f'line {i + 1} of the docstring for {name} has inconsistent leading whitespace: {line!r}'
                )
            want.append(line[indent:])
            i += 1
        text = '\n'.join(want)
        example = Example(
            '\n'.join(source), text, _exception_message(want), start, indent,
            self._options('\n'.join(source), name, start),
        )
        return example, i

    def _options(self, source, name, lineno):
        options = {}
        for directive in re.findall(r'#\s*doctest:\s*([^\n\'"]*)$', source, re.MULTILINE):
            for option in directive.replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(
                        f'line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}'
                    )
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options


def _margin(lines):
    return min((len(line) - len(line.lstrip(' ')) for line in lines if line.strip()), default=0)


def _exception_message(want):
    """What follows the traceback of an expected exception; None where none is expected."""
    if not want or not re.match(r'Traceback \((?:most recent call last|innermost last)\):\s*$', want[0]):
        return None
    for i, line in enumerate(want[1:], 1):
        if line and (line[0].isalnum() or line[0] == '_'):
            return '\n'.join(want[i:])
    return None


class DocTestFinder:
    """Finds the docstrings with examples of a module, its functions and classes."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(f'DocTestFinder.find: name must be given when obj.__name__ doesn\'t exist: {type(obj)!r}')
        if module is None and isinstance(obj, type(sys)):
            module = obj
        elif module is None:
            module = sys.modules.get(getattr(obj, '__module__', None))
        globs = dict(module.__dict__ if module else {}) if globs is None else dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort()
        return tests

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, type(sys)):
            for key, value in obj.__dict__.items():
                if _is_documented(value) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
                self._find(tests, value, f'{name}.__test__.{key}', module, globs, seen)
        elif isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if _is_documented(value) and self._from_module(module, value) or isinstance(value, property):
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)

    def _from_module(self, module, obj):
        if module is None or isinstance(obj, property):
            return True
        return getattr(obj, '__module__', None) == module.__name__

    def _get_test(self, obj, name, module, globs):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        if not isinstance(doc, str) or self._exclude_empty and not doc:
            return None
        test = self._parser.get_doctest(doc, globs, name, getattr(module, '__file__', None), 0)
        return test if test.examples or not self._exclude_empty else None


def _is_documented(value):
    value = getattr(value, '__wrapped__', value)
    return isinstance(value, (type, type(_is_documented)))


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and _matches(want, got))

    def output_difference(self, example, got, optionflags):
        want = example.want
        if want and got:
            return f'Expected:\n{_indented(want)}Got:\n{_indented(got)}'
        if want:
            return f'Expected:\n{_indented(want)}Got nothing\n'
        return f'Expected nothing\nGot:\n{_indented(got)}' if got else 'Expected nothing\nGot nothing\n'


def _matches(want, got):
    """Whether `got` is `want`, where `...` stands for any text."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _indented(text):
    return ''.join(f'    {line}\n' if line else '\n' for line in text.splitlines())


class DocTestRunner:
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = bool(verbose)
        self.optionflags = optionflags
        self.tries = self.failures = 0
        self._counts = {}

    def report_start(self, out, test, example):
        if self._verbose:
            want = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indented(example.source)}{want}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        difference = self._checker.output_difference(example, got, self.optionflags)
        out(self._header(test, example) + difference)

    def report_unexpected_exception(self, out, test, example, exc_info):
        import traceback

        text = ''.join(traceback.format_exception(*exc_info))
        out(self._header(test, example) + 'Exception raised:\n' + _indented(text))

    def _header(self, test, example):
        line = example.lineno + 1 + (test.lineno or 0)
        place = f'File "{test.filename}", line {line}, in {test.name}' if test.filename else f'Line {line}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indented(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        import io

        self.test = test
        saved = sys.stdout
        out = out or saved.write
        hook, sys.displayhook = sys.displayhook, sys.__displayhook__
        failures = tries = 0
        flags = self.optionflags
        try:
            for number, example in enumerate(test.examples):
                self.optionflags = flags
                for flag, on in example.options.items():
                    self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
                if self.optionflags & SKIP:
                    continue
                tries += 1
                self.report_start(out, test, example)
                sys.stdout = io.StringIO()
                exception = None
                try:
                    name = f'<doctest {test.name}[{number}]>'
                    exec(compile(example.source, name, 'single'), test.globs)
                except KeyboardInterrupt:
                    raise
                except BaseException:
                    exception = sys.exc_info()
                got = sys.stdout.getvalue()
                sys.stdout = saved
                if got and not got.endswith('\n'):
                    got += '\n'
                if self._succeeded(example, got, exception):
                    self.report_success(out, test, example, got)
                    continue
                failures += 1
                if exception is not None and example.exc_msg is None:
                    self.report_unexpected_exception(out, test, example, exception)
                else:
                    self.report_failure(out, test, example, got + _message(exception))
                if self.optionflags & FAIL_FAST:
                    break
        finally:
            sys.stdout = saved
            sys.displayhook = hook
            self.optionflags = flags
            if clear_globs:
                test.globs.clear()
        self.tries += tries
        self.failures += failures
        return TestResults(failures, tries)

    def _succeeded(self, example, got, exception):
        check = self._checker.check_output
        if exception is None:
            return example.exc_msg is None and check(example.want, got, self.optionflags)
        if example.exc_msg is None:
            return False
        message = _message(exception)
        if check(example.exc_msg, message, self.optionflags):
            return True
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            return _exception_name(example.exc_msg) == _exception_name(message)
        return False

    def summarize(self, verbose=None):
        if self.failures:
            print(f'***Test Failed*** {self.failures} failures.')
        return TestResults(self.failures, self.tries)


def _message(exc_info):
    if exc_info is None:
        return ''
    import traceback

    return traceback.format_exception_only(*exc_info[:2])[-1]


def _exception_name(message):
    return message.split('\n')[0].split(':')[0].rpartition('.')[2].strip()


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    if m is None:
        m = sys.modules['__main__']
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(recurse=False).find(f, name, globs=globs):
        runner.run(test)


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._dt_options = optionflags, setUp, tearDown, checker

    def setUp(self):
        if self._dt_options[1] is not None:
            self._dt_options[1](self._dt_test)
        self._globs = self._dt_test.globs.copy()

    def tearDown(self):
        if self._dt_options[2] is not None:
            self._dt_options[2](self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._globs)

    def runTest(self):
        optionflags, _, _, checker = self._dt_options
        told = []
        runner = DocTestRunner(checker, verbose=False, optionflags=optionflags)
        if runner.run(self._dt_test, out=told.append, clear_globs=False).failed:
            raise self.failureException(f'Failed doctest test for {self.id()}\n\n' + ''.join(told))

    def id(self):
        return self._dt_test.name

    def shortDescription(self):
        return 'Doctest: ' + self._dt_test.name

    def __repr__(self):
        *parents, last = self._dt_test.name.split('.')
        return f'{last} ({".".join(parents)})'

    __str__ = __repr__


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals['__name__']]
    elif isinstance(module, str):
        import importlib

        module = importlib.import_module(module)
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.filename is None:
            test.filename = getattr(module, '__file__', None)
        suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """The examples of a text file."""

    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    __str__ = __repr__


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, encoding=None,
                 parser=DocTestParser(), **options):
    """A suite of the examples of text files, whose paths are relative to the module that asks."""
    import os

    suite = unittest.TestSuite()
    for path in paths:
        if module_relative:
            where = package.__file__ if package else sys._getframe(1).f_globals['__file__']
            path = os.path.join(os.path.dirname(where), *path.split('/'))
        with open(path, encoding=encoding) as file:
            text = file.read()
        names = dict(globs or {}, __file__=path)
        test = parser.get_doctest(text, names, os.path.basename(path), path, 0)
        suite.addTest(DocFileCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    __str__ = __repr__


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=DocTestParser(),
                 encoding='utf-8', **options):
    """The examples of text files, beside the caller's module."""
    import os

    folder = ''
    if module_relative:
        module = package if package is not None else sys._getframe(1).f_globals['__name__']
        if isinstance(module, str):
            module = sys.modules[module]
        folder = os.path.dirname(module.__file__)
    suite = unittest.TestSuite()
    for path in paths:
        name = os.path.join(folder, path)
        with open(name, encoding=encoding) as file:
            text = file.read()
        found = {**(globs or {}), '__file__': name}
        test = parser.get_doctest(text, found, os.path.basename(path), name, 0)
        suite.addTest(DocFileCase(test, **options))
    return suite
