"""TracebackException keeps what is to be printed of an exception, without the exception itself."""
import sys
import traceback


def fail(values):
    total = sum(values)
    raise ExceptionGroup('several', [ValueError(total), ExceptionGroup('inner', [KeyError('k')])])


try:
    try:
        fail([1, 2])
    except ExceptionGroup as group:
        raise RuntimeError('in the end') from group
except RuntimeError as error:
    kept = traceback.TracebackException.from_exception(error)

print(kept, kept.exc_type.__name__, len(kept.stack))
print(kept.__cause__, kept.__suppress_context__, kept.__context__)
print(len(kept.__cause__.exceptions), kept.__cause__.exceptions[1].exceptions[0])
print(''.join(kept.format()))
print(''.join(kept.format(chain=False)))
print(list(kept.format_exception_only()))
kept.print(file=sys.stdout, chain=False)

wide = ExceptionGroup('wide', [ValueError(i) for i in range(20)])
print(''.join(traceback.TracebackException.from_exception(wide, max_group_width=2).format()))
deep = ValueError('bottom')
for i in range(3):
    deep = ExceptionGroup(f'level {i}', [deep])
print(''.join(traceback.TracebackException.from_exception(deep, max_group_depth=2).format()))

try:
    compile('if 1:\n  x = 1 +* 2\n', 'file.py', 'exec')
except SyntaxError as error:
    kept = traceback.TracebackException.from_exception(error)
    print(kept.lineno, kept.offset, kept.end_offset, kept.filename, kept.msg, repr(kept.text))
    print(''.join(kept.format_exception_only()))
