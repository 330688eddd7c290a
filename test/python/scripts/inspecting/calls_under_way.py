"""inspect.currentframe, stack and getframeinfo; getcallargs and getclosurevars."""
import inspect


def inner(a, *rest, key=3):
    frame = inspect.currentframe()
    info = inspect.getframeinfo(frame)
    print(info.function, info.lineno, info.code_context, info.index)
    print(inspect.getargvalues(frame)[:3])
    for entry in inspect.stack()[:2]:
        print(entry.function, entry.lineno, entry.code_context[0].strip())
    return frame.f_back.f_code.co_name


def outer(values):
    return inner(*values)


print(outer([1, 2]))
try:
    outer(None)
except TypeError:
    print([(entry.function, entry.lineno) for entry in inspect.trace()])


def target(a, b=2, *c, d, e=5, **f):
    pass


print(sorted(inspect.getcallargs(target, 1, d=4).items()))
print(sorted(inspect.getcallargs(target, 1, 2, 3, 4, d=4, z=6).items()))
for args, kwargs in [((), {}), ((1,), {}), ((1,), {'d': 1, 'a': 2})]:
    try:
        inspect.getcallargs(target, *args, **kwargs)
    except TypeError as error:
        print(type(error).__name__)

GLOBAL = 1


def closing():
    cell = 5

    def closed():
        return cell + GLOBAL + len('x') + undefined
    return closed


print(inspect.getclosurevars(closing()).nonlocals, inspect.getclosurevars(closing()).unbound)
print(inspect.getfullargspec(target))
print(inspect.unwrap(target) is target, inspect.cleandoc('  first\n    second\n      third\n  '))
