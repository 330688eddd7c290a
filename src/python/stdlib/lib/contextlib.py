# Managers of contexts: made from generators, closing, suppressing, redirecting, and stacks of them.
#
# https://docs.python.org/3.11/library/contextlib.html

import sys
from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack",
    "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator", "chdir",
]


def _has(cls, *names):
    """Whether a class defines all the methods: NotImplemented where one is absent or None."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """What has `__enter__` and `__exit__`."""

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _has(other, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """What has `__aenter__` and `__aexit__`."""

    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _has(other, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    """Lets a context manager decorate functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


class _GeneratorBased:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _passes_on(self, error, thrown, stop):
        """Whether an error that left the generator is the thrown one, and not a new one.

        A StopIteration that leaves a generator becomes a RuntimeError, whose cause it is.
        """
        if error is thrown:
            return True
        return (
            isinstance(error, RuntimeError)
            and isinstance(thrown, stop)
            and error.__cause__ is thrown
        )


class _GeneratorContextManager(_GeneratorBased, AbstractContextManager, ContextDecorator):
    """A context manager made from a generator that yields once."""

    def __enter__(self):
        # They are kept no longer than they are needed for making the manager anew.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as stop:
            # The generator swallowed the error, unless that was the StopIteration itself.
            return stop is not value
        except BaseException as error:
            if not self._passes_on(error, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(
    _GeneratorBased, AbstractAsyncContextManager, AsyncContextDecorator
):
    """An asynchronous context manager made from an asynchronous generator that yields once."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as stop:
            return stop is not value
        except BaseException as error:
            if not self._passes_on(error, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    """Makes a function that returns context managers of a generator function."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    """Makes a function that returns context managers of an asynchronous generator function."""

    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Calls `thing.close()` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits `thing.aclose()` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        # A stack, since one manager may be entered again while it is active.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed in the block to another file."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what is written to standard error in the block to another file."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly where one of these exceptions is raised in it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing but give its value, where a context manager is optional."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Works in another directory during the block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os

        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os

        os.chdir(self._old_cwd.pop())


def _missing(cm, protocol):
    cls = type(cm)
    name = f"{cls.__module__}.{cls.__qualname__}"
    return TypeError(f"'{name}' object does not support the {protocol} protocol")


class _Stack:
    """What both stacks do: callbacks are kept as pairs (is synchronous, exit function)."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return other

    def _keep(self, exit, is_sync=True):
        self._exit_callbacks.append((is_sync, exit))

    def push(self, exit):
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._keep(exit)
        else:
            self._keep(MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise _missing(cm, "context manager") from None
        result = enter(cm)
        self._keep(MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        def run(exc_type, exc, tb):
            callback(*args, **kwds)

        run.__wrapped__ = callback
        self._keep(run)
        return callback


class _Unwinding:
    """The exception under way while a stack is unwound, and what became of it."""

    def __init__(self, details):
        self.details = details
        self.received = details[0] is not None
        # What the stack's own exit was called under: the context of whatever is raised in it.
        self.outer = sys.exc_info()[1]
        self.suppressed = False
        self.raises = False

    def swallowed(self):
        self.details = (None, None, None)
        self.suppressed, self.raises = True, False

    def replaced(self, error):
        """An exit function raised: as nested `with` statements would have it, while handling."""
        before = self.details[1]
        last = error
        while last.__context__ not in (None, before):
            if last.__context__ is self.outer:
                last.__context__ = before
                break
            last = last.__context__
        self.details = (type(error), error, error.__traceback__)
        self.raises = True

    def end(self):
        if self.raises:
            error = self.details[1]
            context = error.__context__
            try:
                raise error
            except BaseException:
                # `raise` made it the context of what is being handled.
                error.__context__ = context
                raise
        return self.received and self.suppressed


class ExitStack(_Stack, AbstractContextManager):
    """Context managers and callbacks whose number is known only at run time."""

    def __enter__(self):
        return self

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details)
        while self._exit_callbacks:
            _, exit = self._exit_callbacks.pop()
            try:
                if exit(*unwinding.details):
                    unwinding.swallowed()
            except BaseException as error:
                unwinding.replaced(error)
        return unwinding.end()


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    """An ExitStack that takes asynchronous context managers and callbacks too."""

    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise _missing(cm, "asynchronous context manager") from None
        result = await enter(cm)
        self._keep(MethodType(exit, cm), False)
        return result

    def push_async_exit(self, exit):
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._keep(exit, False)
        else:
            self._keep(MethodType(method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def run(exc_type, exc, tb):
            await callback(*args, **kwds)

        run.__wrapped__ = callback
        self._keep(run, False)
        return callback

    async def __aenter__(self):
        return self

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details)
        while self._exit_callbacks:
            is_sync, exit = self._exit_callbacks.pop()
            try:
                result = exit(*unwinding.details)
                if result if is_sync else await result:
                    unwinding.swallowed()
            except BaseException as error:
                unwinding.replaced(error)
        return unwinding.end()
