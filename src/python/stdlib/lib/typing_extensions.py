"""What later versions of Python have in typing: https://typing-extensions.readthedocs.io"""

from typing import *


def override(method, /):
    """Says that the method is one of a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    """Warns where the function is called or the class is instantiated."""
    import functools
    import warnings

    def decorate(arg, /):
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            made = arg.__new__

            def __new__(cls, /, *args, **keywords):
                if cls is arg:
                    warnings.warn(message, category=category, stacklevel=stacklevel + 1)
                return made(cls) if made is object.__new__ else made(cls, *args, **keywords)

            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = message
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **keywords):
            warnings.warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **keywords)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper

    return decorate


runtime = runtime_checkable
