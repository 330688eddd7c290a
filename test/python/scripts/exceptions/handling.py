"""try, except, else and finally: the order they run in, what is bound and unbound, and what finally overrides."""
import sys


def run(action):
    log = []
    try:
        log.append("try")
        value = action()
    except (ValueError, KeyError) as error:
        log.append(f"{type(error).__name__}:{error}")
        value = None
    except LookupError:
        log.append("lookup")
        value = None
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log, value


def throw(error):
    raise error


print(run(lambda: 1), run(lambda: int("x")), run(lambda: {}["k"]), run(lambda: [][0]))
try:
    run(lambda: throw(TypeError("through")))
except TypeError as error:
    print(error, error.args, error.__context__, error.__cause__, error.__suppress_context__, error.__traceback__ is not None)
try:
    error
except NameError as unbound:
    print(unbound)


def returns():
    for i in range(3):
        try:
            if i == 0:
                continue
            return f"try {i}"
        finally:
            print("finally", i)
            if i == 1:
                break
    return "after"


print(returns())


def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


print(swallow())


def layered():
    try:
        try:
            raise ValueError("one")
        except ValueError:
            raise KeyError("two")
        finally:
            print("inner", sys.exc_info()[0])
    except KeyError as error:
        print(repr(error), repr(error.__context__), sys.exc_info()[1] is error)
        try:
            raise RuntimeError("three") from error
        except RuntimeError as third:
            print(repr(third.__cause__), third.__suppress_context__, third.__context__ is error)
        print(sys.exc_info()[0])
    print(sys.exc_info())


layered()
for statement in ["raise", "raise 5", "raise int", "raise ValueError, 'x'", "raise ValueError from 5", "raise ValueError('a') from None", "raise KeyError", "raise StopIteration(3)", "raise None", "raise ValueError from KeyError", "raise type('Own', (Exception,), {})('text', 1)", "raise BaseException"]:
    try:
        exec(statement)
    except BaseException as error:
        print(statement, "->", type(error).__name__, getattr(error, "msg", error), repr(error.__cause__), error.__suppress_context__)
for handler in ("5", "int", "(ValueError, 5)", "'x'", "[ValueError]", "()", "(ValueError, (KeyError, (TypeError,)))"):
    try:
        exec(f"try:\n    raise TypeError('original')\nexcept {handler}:\n    print('caught by', {handler!r})")
    except TypeError as error:
        print(handler, "->", error, "| context:", repr(error.__context__))


class Base(Exception):
    def __init__(self, code, *, hint="none"):
        super().__init__(f"code {code}")
        self.code, self.hint = code, hint


class Child(Base):
    def __str__(self):
        return f"child says {super().__str__()}"


try:
    raise Child(5, hint="help")
except Base as error:
    print(error, repr(error), error.code, error.hint, error.args, isinstance(error, Child))
for text in ["Exception()", "Exception('a')", "Exception('a', 1)", "KeyError('k')", "KeyError()", "KeyError('a', 'b')", "OSError(2, 'gone')", "OSError(2, 'gone', 'file')", "OSError(2, 'gone', 'a', None, 'b')", "OSError('one')", "FileNotFoundError(1, 'x')", "OSError(13, 'no')", "StopIteration(5)", "SystemExit(3)", "SystemExit()", "UnicodeDecodeError('utf-8', b'ab', 0, 1, 'bad')", "UnicodeEncodeError('ascii', 'é', 0, 1, 'bad')", "ImportError('m', name='n', path='p')", "NameError('m', name='n')", "AttributeError('m', name='n', obj=1)", "SyntaxError('m')", "SyntaxError('m', ('f', 1, 2, 'text'))", "ZeroDivisionError", "ExceptionGroup('g', [ValueError(1)])"]:
    error = eval(text)
    print(text, "|", str(error), "|", repr(error), "|", getattr(error, "args", None))
error = OSError(2, "gone", "file")
print(type(error).__name__, error.errno, error.strerror, error.filename, StopIteration(5).value, SystemExit(3).code, SystemExit().code)
error.add_note("first")
error.add_note("second")
print(error.__notes__, error.with_traceback(None) is error)
try:
    error.add_note(5)
except TypeError as wrong:
    print(wrong)
print(issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError, issubclass(UnicodeError, ValueError), issubclass(KeyboardInterrupt, Exception), issubclass(RecursionError, RuntimeError), issubclass(NotImplementedError, RuntimeError), ModuleNotFoundError.__mro__[1].__name__)
