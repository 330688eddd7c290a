"""traceback.format_exc and format_exception: lines, markers, repeated calls, causes and notes."""
import traceback


def divide(a):
    return [a
            / 0, 1]


def repeat(n):
    if n:
        return repeat(n - 1)
    return divide(n) + 1


try:
    repeat(8)
except ZeroDivisionError as error:
    print(traceback.format_exc())
    error.add_note('a note\nof two lines')
    try:
        raise ValueError('worse') from error
    except ValueError as worse:
        print(''.join(traceback.format_exception(worse)))
        print(*traceback.format_exception(worse, chain=False, limit=1), sep='|')
        print(traceback.format_exception(ValueError, worse, None, chain=False))

try:
    {}['key']
except KeyError:
    try:
        unknown_name
    except NameError as error:
        print(''.join(traceback.format_exception(error)))

print(traceback.format_exception(None, None, None))
for arguments in [(3,), (ValueError, ValueError(1)), (ValueError,)]:
    try:
        traceback.format_exception(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Unprintable(Exception):
    def __str__(self):
        raise ValueError


class Outer:
    class Inner(Exception):
        pass


for error in [KeyError('a'), Unprintable(), Outer.Inner(1, 2), StopIteration(), SyntaxError('odd')]:
    print(traceback.format_exception_only(error))
