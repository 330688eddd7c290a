"""inspect.getsource and its relatives: the text of functions, methods and classes."""
import functools
import inspect


# A comment above,
# in two lines.
def plain(a, b=2):
    """Adds."""
    return a + b  # the end


def decorator(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


@decorator
def decorated(x):
    text = """
not indented
"""
    return text


class Outer:
    """A class."""
    x = 1

    class Inner:
        def method(self):
            return [
                1,
            ]

    @property
    def value(self): return self.x

    async def waiting(self):
        pass


square = lambda n: n * n

for thing in [plain, decorated, Outer.Inner, Outer.Inner.method, Outer().waiting, Outer.value.fget, square, plain.__code__]:
    print(inspect.getsource(thing), end='')
    print('--', inspect.getsourcelines(thing)[1])
print(len(inspect.getsource(Outer).splitlines()), inspect.getsource(Outer).splitlines()[-1])
print(inspect.getcomments(plain))
print(inspect.getdoc(plain), inspect.getdoc(Outer), inspect.getdoc(Outer.Inner))
print(inspect.getfile(plain) == __file__, inspect.getsourcefile(Outer) == __file__)
print(inspect.getmodule(plain).__name__)
for thing in [len, int, 3, exec('def made(): pass') or made]:
    try:
        print(inspect.getsource(thing))
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)
