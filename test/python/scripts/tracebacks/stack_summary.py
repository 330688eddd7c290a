"""extract_tb, extract_stack, walk_tb and StackSummary: the calls of a traceback as data."""
import traceback


def outer(n):
    return inner(n)


def inner(n):
    return n.missing


def where():
    return traceback.extract_stack(limit=2)


try:
    outer(3)
except AttributeError as error:
    stack = traceback.extract_tb(error.__traceback__)
    for frame in stack:
        print(frame.lineno, frame.name, frame.line, frame.colno, frame.end_colno, frame.end_lineno)
    print(len(stack), [f.name for f in traceback.extract_tb(error.__traceback__, limit=-1)])
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
    first = stack[0]
    filename, lineno, name, line = first
    print(lineno, name, line, first[2], len(first), first == (filename, lineno, name, line))
    print(type(stack).__name__, type(first).__name__)
    print(stack.format()[-1])

for frame in where():
    print(frame.name, frame.lineno, frame.line)
print(traceback.format_list([('a.py', 3, 'f', 'x = 3'), ('b.py', 4, 'g', None)]))
summary = traceback.StackSummary.from_list([('a.py', 1, 'f', 'f()')] * 5)
print(''.join(summary.format()))
print(repr(summary[0]), summary[0].locals)
captured = traceback.FrameSummary('a.py', 1, 'f', line='x', locals={'b': [1], 'a': 'text'})
print(traceback.StackSummary.from_list([captured]).format())
