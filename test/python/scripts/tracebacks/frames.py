"""sys._getframe, tb_frame and f_locals: the calls that are under way, as objects."""
import sys


def callee(x):
    y = x + 1
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals))
    print(frame.f_back.f_code.co_name, frame.f_back.f_lineno, frame.f_back.f_locals['z'])
    print(frame is sys._getframe(), sys._getframe(1) is frame.f_back)
    print(frame.f_globals is globals(), frame.f_builtins['len'] is len)
    return y / 0


def caller():
    z = 'mine'
    try:
        callee(1)
    except ZeroDivisionError as error:
        trace = error.__traceback__
        print(trace is error.__traceback__, trace is sys.exc_info()[2], sys.exception() is error)
        print(trace.tb_lineno, trace.tb_next.tb_lineno, trace.tb_next.tb_next)
        print(sorted(trace.tb_next.tb_frame.f_locals))
    return z


caller()
print(sys._getframe().f_locals is globals(), sys._getframe().f_code.co_name)
try:
    sys._getframe(100)
except ValueError as error:
    print(error)


def counts(n):
    frame, depth = sys._getframe(), 0
    while frame:
        frame, depth = frame.f_back, depth + 1
    return depth if n == 0 else counts(n - 1)


print(counts(5) - counts(0))

try:
    raise ValueError
except ValueError as error:
    trace = error.__traceback__
    try:
        trace.tb_next = trace
    except ValueError as loop:
        print(loop)
    try:
        trace.tb_next = 3
    except TypeError as wrong:
        print(wrong)
    made = type(trace)(None, trace.tb_frame, 0, 77)
    print(made.tb_lineno, made.tb_next, ValueError().with_traceback(made).__traceback__ is made)
    error.__traceback__ = None
    print(error.__traceback__)
try:
    ValueError().__traceback__ = 3
except TypeError as wrong:
    print(wrong)
