# Tasks: coroutines that the event loop drives, and waiting for several of them.

from contextvars import copy_context

from .futures import CANCELLED, FINISHED, PENDING, CancelledError, Future, TimeoutError, isfuture
from .loop import get_event_loop, get_running_loop

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_tasks = {}
_current = {}
_made = 0


async def _coroutine():
    pass


_sample = _coroutine()
CoroutineType = type(_sample)
_sample.close()


def iscoroutine(obj):
    if isinstance(obj, CoroutineType):
        return True
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "cr_await")


def iscoroutinefunction(func):
    from inspect import iscoroutinefunction as is_one

    return is_one(func)


class Task(Future):
    """A future that runs a coroutine."""

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        global _made
        if name is None:
            _made += 1
            name = f"Task-{_made}"
        self._name = str(name)
        self._coro = coro
        self._context = copy_context() if context is None else context
        self._waits_for = None
        self._must_cancel = False
        self._cancels_asked = 0
        _tasks[self] = None
        self._loop.call_soon(self._step, context=self._context)

    def _described(self):
        parts = super()._described()
        if self._must_cancel:
            parts[0] = "cancelling"
        code, frame = self._coro.cr_code, self._coro.cr_frame
        if frame is None:
            where = f"done, defined at {code.co_filename}:{code.co_firstlineno}"
        else:
            where = f"running at {code.co_filename}:{frame.f_lineno}"
        parts.insert(1, f"name={self._name!r}")
        parts.insert(2, f"coro=<{self._coro.__qualname__}() {where}>")
        if self._waits_for is not None:
            parts.insert(3, f"wait_for={self._waits_for!r}")
        return parts

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancels_asked += 1
        if self._waits_for is not None and self._waits_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancels_asked

    def uncancel(self):
        if self._cancels_asked > 0:
            self._cancels_asked -= 1
        return self._cancels_asked

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waits_for = None
        before = _current.get(self._loop)
        _current[self._loop] = self
        try:
            if error is None:
                awaited = self._coro.send(None)
            else:
                awaited = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                self._result = stop.value
                self._end(FINISHED)
        except CancelledError as cancelled:
            self._cancel_message = cancelled.args[0] if cancelled.args else None
            self._end(CANCELLED)
        except (KeyboardInterrupt, SystemExit) as stop:
            self._exception = stop
            self._end(FINISHED)
            raise
        except BaseException as raised:
            self._exception = raised
            self._end(FINISHED)
        else:
            self._wait(awaited)
        finally:
            _current[self._loop] = before

    def _end(self, state):
        _tasks.pop(self, None)
        super()._end(state)

    def _wait(self, awaited):
        """Goes on once what the coroutine awaits is done; a bare yield waits for the next turn."""
        blocking = getattr(awaited, "_asyncio_future_blocking", None)
        if awaited is None:
            self._loop.call_soon(self._step, context=self._context)
        elif blocking is None:
            self._fail(f"Task got bad yield: {awaited!r}")
        elif awaited._loop is not self._loop:
            self._fail(
                f"Task {self!r} got Future {awaited!r} attached to a different loop"
            )
        elif not blocking:
            self._fail(
                f"yield was used instead of yield from in task {self!r} with {awaited!r}"
            )
        elif awaited is self:
            self._fail(f"Task cannot await on itself: {self!r}")
        else:
            awaited._asyncio_future_blocking = False
            awaited.add_done_callback(self._wake, context=self._context)
            self._waits_for = awaited
            if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message), context=self._context)

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


def current_task(loop=None):
    return _current.get(get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    loop = get_running_loop() if loop is None else loop
    return {task for task in _tasks if task._loop is loop and not task.done()}


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(awaitable, *, loop=None):
    if isfuture(awaitable):
        if loop is not None and loop is not awaitable.get_loop():
            raise ValueError(
                "The future belongs to a different loop than the one specified as the loop argument"
            )
        return awaitable
    if not iscoroutine(awaitable):
        if not hasattr(type(awaitable), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        awaitable = _awaiting(awaitable)
    return (get_event_loop() if loop is None else loop).create_task(awaitable)


async def _awaiting(awaitable):
    return await awaitable


class _Turn:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Turn()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


class _Gathered(Future):
    """The results of several futures; cancelling it cancels them."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = False
        for child in self._children:
            if child.cancel(msg=msg):
                asked = True
        if asked:
            self._cancel_requested = True
        return asked


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        future = get_event_loop().create_future()
        future.set_result([])
        return future
    made = {}
    loop = None
    children = []
    for awaitable in coros_or_futures:
        if awaitable not in made:
            made[awaitable] = ensure_future(awaitable, loop=loop)
            loop = made[awaitable].get_loop()
        children.append(made[awaitable])
    outer = _Gathered(children, loop=loop)
    left = len(made)

    def child_done(future):
        nonlocal left
        left -= 1
        if outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                Future.set_exception(outer, future._cancelled_error())
                return
            if future.exception() is not None:
                outer.set_exception(future.exception())
                return
        if left:
            return
        if outer._cancel_requested:
            outer.set_exception(future._cancelled_error() if future.cancelled() else CancelledError())
        else:
            outer.set_result([_outcome(child) for child in children])

    for child in made.values():
        child.add_done_callback(child_done)
    return outer


def _outcome(future):
    if future.cancelled():
        return CancelledError("" if future._cancel_message is None else future._cancel_message)
    error = future.exception()
    return future.result() if error is None else error


def shield(arg):
    """Protects from cancellation: what awaits it is cancelled, and it goes on."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(future):
        if outer.cancelled():
            return
        if future.cancelled():
            outer.cancel()
        elif future.exception() is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future.result())

    def outer_done(_):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def wait_for(fut, timeout):
    if timeout is None:
        return await fut
    if timeout <= 0:
        future = ensure_future(fut)
        if future.done():
            return future.result()
        await _cancelled(future)
        try:
            return future.result()
        except CancelledError as error:
            raise TimeoutError() from error
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _set_unless_done, waiter, None)
    future = ensure_future(fut, loop=loop)
    wake = lambda done: _set_unless_done(waiter, None)
    future.add_done_callback(wake)
    try:
        try:
            await waiter
        except CancelledError:
            if future.done():
                return future.result()
            future.remove_done_callback(wake)
            await _cancelled(future)
            raise
        if future.done():
            return future.result()
        future.remove_done_callback(wake)
        await _cancelled(future)
        try:
            return future.result()
        except CancelledError as error:
            raise TimeoutError() from error
    finally:
        timer.cancel()


async def _cancelled(future):
    """Cancels a future and waits until it is done."""
    waiter = get_running_loop().create_future()
    wake = lambda done: _set_unless_done(waiter, None)
    future.add_done_callback(wake)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(wake)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    futures = set(fs)
    if any(iscoroutine(future) for future in futures):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _set_unless_done, waiter, None)
    left = sum(not future.done() for future in futures)

    def enough(future):
        if return_when == FIRST_COMPLETED:
            return True
        failed = not future.cancelled() and future.exception() is not None
        return return_when == FIRST_EXCEPTION and failed

    def one_done(future):
        nonlocal left
        left -= 1
        if left <= 0 or enough(future):
            if timer is not None:
                timer.cancel()
            _set_unless_done(waiter, None)

    if left and not any(future.done() and enough(future) for future in futures):
        for future in futures:
            if not future.done():
                future.add_done_callback(one_done)
        try:
            await waiter
        finally:
            for future in futures:
                future.remove_done_callback(one_done)
    if timer is not None:
        timer.cancel()
    done = {future for future in futures if future.done()}
    return done, futures - done


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    from .queues import Queue

    done = Queue()
    loop = get_event_loop()
    todo = {ensure_future(future, loop=loop) for future in set(fs)}
    timer = None

    def late():
        for future in todo:
            future.remove_done_callback(one_done)
            done.put_nowait(None)
        todo.clear()

    def one_done(future):
        if todo:
            todo.remove(future)
            done.put_nowait(future)
            if not todo and timer is not None:
                timer.cancel()

    async def next_one():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(one_done)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, late)
    for _ in range(len(todo)):
        yield next_one()


async def to_thread(func, /, *args, **kwargs):
    """Runs the function now: there is one thread that computes."""
    return copy_context().run(func, *args, **kwargs)
