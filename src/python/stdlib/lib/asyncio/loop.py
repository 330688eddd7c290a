# The event loop: callbacks that are ready, in order, and timers. Where nothing is ready it sleeps
# until the next timer. Its clock is moved on by sleeping alone, so that the order of what waits does
# not depend on how long the program computes.

import heapq
import time
from _turns import clock
from collections import deque
from contextvars import copy_context

# Sums of delays are rounded: timers this near to each other are due together.
_RESOLUTION = 1e-9

_current = None
_running = None


def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def _get_running_loop():
    return _running


def get_event_loop():
    global _current
    if _running is not None:
        return _running
    if _current is None:
        _current = new_event_loop()
    return _current


def set_event_loop(loop):
    global _current
    _current = loop


def new_event_loop():
    return AbstractEventLoop()


class Handle:
    """A callback that is going to be called."""

    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop = callback, args, loop
        self._context = copy_context() if context is None else context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": f"Exception in callback {self._callback!r}", "exception": error}
            )


class TimerHandle(Handle):
    """A callback that is going to be called at a time."""

    def __init__(self, when, number, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when, self._number = when, number

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)


class AbstractEventLoop:
    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._timers_made = 0
        self._stopping = False
        self._closed = False
        self._exception_handler = None
        self._task_factory = None

    def __repr__(self):
        return (
            f"<{type(self).__name__} running={self.is_running()} "
            f"closed={self.is_closed()} debug=False>"
        )

    def time(self):
        return clock()

    def is_running(self):
        return _running is self

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        self._timers_made += 1
        handle = TimerHandle(when, self._timers_made, callback, args, self, context)
        heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        from .futures import Future

        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from .tasks import Task

        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro)
        return Task(coro, loop=self, name=name, context=context)

    def set_task_factory(self, factory):
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        """Runs the function at once: there is one thread that computes."""
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def set_exception_handler(self, handler):
        self._exception_handler = handler

    def call_exception_handler(self, context):
        if self._exception_handler is not None:
            self._exception_handler(self, context)
        else:
            self.default_exception_handler(context)

    def default_exception_handler(self, context):
        import sys
        import traceback

        print(context.get("message", "Unhandled exception in event loop"), file=sys.stderr)
        error = context.get("exception")
        if error is not None:
            traceback.print_exception(error)

    def run_forever(self):
        global _running
        self._check_closed()
        if _running is self:
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _running = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _running = None

    def run_until_complete(self, future):
        from .futures import isfuture
        from .tasks import ensure_future

        self._check_closed()
        if _running is not None:
            self._refuse_nested()
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_after)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(self._stop_after)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _refuse_nested(self):
        if _running is self:
            raise RuntimeError("This event loop is already running")
        raise RuntimeError("Cannot run the event loop while another loop is running")

    def _stop_after(self, future):
        self.stop()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

    def _run_once(self):
        """Calls what is ready now; what becomes ready meanwhile has its turn the next time."""
        timers = self._timers
        while timers and timers[0]._cancelled:
            heapq.heappop(timers)
        if not self._ready and not self._stopping:
            if not timers:
                raise RuntimeError(
                    "not supported yet: an event loop that waits for something from outside"
                )
            time.sleep(max(0.0, timers[0]._when - self.time()))
        now = self.time()
        while timers and timers[0]._when <= now + _RESOLUTION:
            self._ready.append(heapq.heappop(timers))
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()
