"""Abstract base classes: https://docs.python.org/3.11/library/abc.html"""

import _abc


def abstractmethod(funcobj):
    """A method that classes must have of their own before they can be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class ABCMeta(type):
    """The class of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls.__abstractmethods__ = _abc.abstract_names(cls, namespace)
        return cls

    def register(cls, subclass):
        """Makes a class count as a subclass."""
        return _abc.register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc.instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc.subclasscheck(cls, subclass)


class ABC(metaclass=ABCMeta):
    """A base class that is abstract."""

    __slots__ = ()


def get_cache_token():
    """Changes whenever a class is registered anywhere."""
    return _abc.token()


def update_abstractmethods(cls):
    """Finds out again which methods are missing, after methods were added to the class."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abc.abstract_names(cls, dict(vars(cls)))
    return cls
