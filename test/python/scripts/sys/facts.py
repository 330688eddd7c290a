"""What sys tells of the interpreter."""
import sys

print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info.releaselevel, sys.hexversion >> 16 == 0x030b)
print(sys.maxsize, sys.byteorder, sys.platform, sys.maxunicode, sys.getdefaultencoding(), sys.float_repr_style)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info)
print(sys.int_info, sys.hash_info.width, sys.implementation.name, sys.flags.optimize, sys.getrecursionlimit())
print(type(sys.argv), len(sys.argv), type(sys.path), 'sys' in sys.modules, sys.modules['sys'] is sys, sys.intern('a') is sys.intern('a'))
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, _ = sys.exc_info()
    print(kind, value, sys.exception() is value)
sys.setrecursionlimit(200)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as error:
    print(str(error).split(' while')[0])
for attempt in (lambda: sys.exit(), lambda: sys.exit(3), lambda: sys.exit('message'), lambda: sys.exit((1, 2))):
    try:
        attempt()
    except SystemExit as exit:
        print(repr(exit), repr(exit.code))
for attempt in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit('a'), lambda: sys.intern(1), lambda: sys.nothing):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
sys.displayhook(None)
sys.displayhook([1, 'a'])
