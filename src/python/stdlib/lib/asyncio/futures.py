# Futures: results that are not there yet.

from contextvars import copy_context

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The future or task was cancelled."""


class InvalidStateError(Exception):
    """The operation is not allowed in this state of the future."""


PENDING, CANCELLED, FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    return (
        hasattr(obj.__class__, "_asyncio_future_blocking")
        and obj._asyncio_future_blocking is not None
    )


def wrap_future(future, *, loop=None):
    return future


class Future:
    """A result that is set later; whoever awaits it goes on then."""

    _asyncio_future_blocking = False
    _state = PENDING
    _result = None
    _exception = None
    _cancel_message = None

    def __init__(self, *, loop=None):
        if loop is None:
            from .loop import get_event_loop

            loop = get_event_loop()
        self._loop = loop
        self._callbacks = []

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._described())}>"

    def _described(self):
        parts = [self._state.lower()]
        if self._state == FINISHED:
            if self._exception is not None:
                parts.append(f"exception={self._exception!r}")
            else:
                parts.append(f"result={self._result!r}")
        if self._callbacks:
            parts.append(f"cb=[{', '.join(_name(callback) for callback, _ in self._callbacks)}]")
        return parts

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != PENDING

    def cancelled(self):
        return self._state == CANCELLED

    def cancel(self, msg=None):
        if self._state != PENDING:
            return False
        self._cancel_message = msg
        self._end(CANCELLED)
        return True

    def _cancelled_error(self):
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def result(self):
        if self._state == CANCELLED:
            raise self._cancelled_error()
        if self._state == PENDING:
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception.__traceback__)
        return self._result

    def exception(self):
        if self._state == CANCELLED:
            raise self._cancelled_error()
        if self._state == PENDING:
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def set_result(self, result):
        if self._state != PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._end(FINISHED)

    def set_exception(self, exception):
        if self._state != PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError(
                "StopIteration interacts badly with generators and cannot be raised into a Future"
            )
        self._exception = exception
        self._end(FINISHED)

    def _end(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def add_done_callback(self, fn, *, context=None):
        if context is None:
            context = copy_context()
        if self._state != PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _name(callback):
    return f"{getattr(callback, '__qualname__', repr(callback))}()"
