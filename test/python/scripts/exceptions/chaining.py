"""__context__, __cause__ and __suppress_context__: who came from whom."""


def show(error, depth=0):
    print('  ' * depth + repr(error), error.__suppress_context__)
    for name in '__cause__', '__context__':
        other = getattr(error, name)
        if other is not None:
            print('  ' * depth + name)
            show(other, depth + 1)


try:
    try:
        raise ValueError('first')
    except ValueError:
        raise TypeError('second')
except TypeError as error:
    show(error)

try:
    try:
        raise ValueError('first')
    except ValueError as first:
        raise TypeError('second') from first
except TypeError as error:
    show(error)

try:
    try:
        raise ValueError('first')
    except ValueError:
        raise TypeError('second') from None
except TypeError as error:
    show(error)

try:
    try:
        raise ValueError('body')
    finally:
        {}['missing']
except KeyError as error:
    show(error)

try:
    raise KeyError from IndexError
except KeyError as error:
    show(error)

for cause in [3, int]:
    try:
        raise ValueError from cause
    except TypeError as error:
        print(error)
for raised in [3, int, 'text', None]:
    try:
        raise raised
    except TypeError as error:
        print(error)
try:
    raise
except RuntimeError as error:
    print(error)


class Failing(Exception):
    def __init__(self, *args):
        raise OSError('in __init__')


class Wrong(Exception):
    def __new__(cls):
        return 5


for kind in Failing, Wrong:
    try:
        raise kind
    except Exception as error:
        print(type(error).__name__, error)

first, second = ValueError(1), ValueError(2)
try:
    try:
        raise first
    except ValueError:
        try:
            raise second
        except ValueError:
            raise first
except ValueError as error:
    print(error.__context__, error.__context__.__context__)

error = ValueError()
error.__cause__ = KeyError()
print(error.__suppress_context__, repr(error.__cause__))
for name, value in [('__cause__', 3), ('__context__', 3), ('__traceback__', 3)]:
    try:
        setattr(error, name, value)
    except TypeError as problem:
        print(problem)


def stopping():
    yield next(iter([]))


try:
    next(stopping())
except RuntimeError as error:
    show(error)
