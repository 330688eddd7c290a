"""Attributes that belong to an object of the interpreter can be set, but not be taken away."""


def counter():
    yield 1


made = counter()
made.__name__ = 'renamed'
print(repr(made)[:26], made.__next__.__doc__)
for delete in ("del made.__name__", "made.__name__ = 1"):
    try:
        exec(delete)
    except TypeError as error:
        print(error)

error = ValueError('x')
for name in ('args', '__cause__', '__context__', '__traceback__'):
    try:
        delattr(error, name)
    except TypeError as refusal:
        print(refusal)


class Scaled(float):
    def __init__(self, value, scale=1):
        self.scale = scale


print(Scaled(1.5, scale=3).scale)
try:
    float(1.5, scale=3)
except TypeError as refusal:
    print(refusal)

import copy

part = slice([1], [2])
print(copy.deepcopy(part) == part, copy.deepcopy(part).start is part.start, copy.copy(part) is part)
