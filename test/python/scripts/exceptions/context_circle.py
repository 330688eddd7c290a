"""A chain of contexts that a program has closed to a circle is left as it is, and ends nowhere."""
A, B, C = TypeError('a'), ValueError('b'), KeyError('c')
try:
    try:
        raise A
    except TypeError:
        try:
            raise B
        except ValueError:
            A.__context__ = B
            print(B.__context__ is A, A.__context__ is B)
            raise C
except KeyError as error:
    print(error.__context__ is B, B.__context__ is A, A.__context__ is B)

A.__context__ = B.__context__ = None
try:
    raise A
except TypeError:
    try:
        raise B
    except ValueError as error:
        print(error.__context__ is A)
        try:
            raise A
        except TypeError as again:
            print(again.__context__ is B, B.__context__ is None)
