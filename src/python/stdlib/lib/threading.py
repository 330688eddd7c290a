# Threads that take turns: one runs until it ends or has to wait, and then another goes on. A thread
# runs first when it is started. None is interrupted, so that a program which relies on being
# interrupted (a loop that polls a flag without sleeping or waiting) does not end here.
#
# https://docs.python.org/3.11/library/threading.html

from _turns import advance, begin, clock, current, on_sleep, park, resume

__all__ = [
    "Barrier", "BoundedSemaphore", "BrokenBarrierError", "Condition", "Event", "ExceptHookArgs",
    "Lock", "RLock", "Semaphore", "TIMEOUT_MAX", "Thread", "ThreadError", "Timer",
    "active_count", "current_thread", "enumerate", "excepthook", "get_ident", "get_native_id",
    "local", "main_thread", "stack_size",
]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError

_threads = []
_started = 0


# Grows whenever a thread comes further than to the wait in which it stood.
_progress = [0]


def _wait(ready, timeout=None):
    """Lets the other threads run until `ready()`; whether it came to that in time."""
    until = None if timeout is None or timeout < 0 else clock() + timeout
    me = current()
    while not ready():
        if until is not None and clock() >= until:
            _progress[0] += 1
            return False
        if me is not None:
            me._wakes = until
            park()
        elif not _others_run():
            _sleep_until_next(until)
    _progress[0] += 1
    return True


def _others_run():
    """Gives each waiting thread a turn, the first to wake up first; whether one came further."""
    before = _progress[0]
    waiting = [thread for thread in _threads if thread._turn is not None]
    for thread in sorted(waiting, key=lambda thread: thread._wakes or 0.0):
        thread._go_on()
    return _progress[0] != before


def _sleep_until_next(until):
    times = [thread._wakes for thread in _threads if thread._wakes is not None]
    if until is not None:
        times.append(until)
    if not times:
        raise RuntimeError("not supported yet: waiting for ever: no thread can go on")
    advance(max(0.0, min(times) - clock()))


def _sleep(seconds):
    """`time.sleep` of a program with threads."""
    if any(thread._turn is not None for thread in _threads) or current() is not None:
        _wait(lambda: False, seconds)
    else:
        advance(seconds)


class Lock:
    def __init__(self):
        self._locked = False

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        return f"<{state} _thread.lock object at {hex(id(self))}>"

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        if self._locked:
            if not blocking:
                return False
            if not _wait(lambda: not self._locked, timeout):
                return False
        self._locked = True
        _progress[0] += 1
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        _progress[0] += 1

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


def _check_timeout(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")


class RLock:
    def __init__(self):
        self._owner, self._count = None, 0

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        owner = f"owner={self._owner.ident if self._owner else 0} count={self._count}"
        return f"<{state} _thread.RLock object {owner} at {hex(id(self))}>"

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        me = current_thread()
        if self._count and self._owner is not me:
            if not blocking or not _wait(lambda: not self._count, timeout):
                return False
        self._owner = me
        self._count += 1
        _progress[0] += 1
        return True

    def release(self):
        if self._owner is not current_thread() or not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        _progress[0] += 1
        if not self._count:
            self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._count > 0 and self._owner is current_thread()

    def _release_save(self):
        state, self._count, self._owner = (self._count, self._owner), 0, None
        return state

    def _acquire_restore(self, state):
        self.acquire()
        self._count, self._owner = state


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        if not self._owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        notified = []
        self._waiters.append(notified)
        state = self._save()
        try:
            return _wait(lambda: bool(notified), timeout)
        finally:
            self._restore(state)
            if notified in self._waiters:
                self._waiters.remove(notified)

    def _save(self):
        if hasattr(self._lock, "_release_save"):
            return self._lock._release_save()
        self._lock.release()
        return None

    def _restore(self, state):
        if hasattr(self._lock, "_acquire_restore"):
            self._lock._acquire_restore(state)
        else:
            self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        until = None if timeout is None else clock() + timeout
        result = predicate()
        while not result:
            left = None if until is None else until - clock()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken, self._waiters[:n] = self._waiters[:n], []
        for notified in woken:
            notified.append(True)
            _progress[0] += 1

    def notify_all(self):
        self.notify(len(self._waiters))


class Event:
    def __init__(self):
        self._flag = False

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return f"<threading.Event at {hex(id(self))}: {state}>"

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True
        _progress[0] += 1

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return _wait(lambda: self._flag, timeout)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not self._value and (not blocking or not _wait(lambda: self._value > 0, timeout)):
            return False
        self._value -= 1
        _progress[0] += 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n
        _progress[0] += 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self._parties, self._action, self._timeout = parties, action, timeout
        self._waiting = 0
        self._round = 0
        self._broken = False

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._waiting

    @property
    def broken(self):
        return self._broken

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        index, now = self._waiting, self._round
        self._waiting += 1
        _progress[0] += 1
        if self._waiting == self._parties:
            if self._action is not None:
                self._action()
            self._waiting = 0
            self._round += 1
            return index
        timeout = self._timeout if timeout is None else timeout
        if not _wait(lambda: self._round != now or self._broken, timeout):
            self._broken = True
        if self._broken:
            raise BrokenBarrierError
        return index

    def reset(self):
        self._broken, self._waiting = self._waiting > 0, 0

    def abort(self):
        self._broken = True


class local:
    """Attributes of which each thread has its own."""

    def __init__(self, /, *args, **kwargs):
        pass

    def __getattribute__(self, name):
        if name == "__class__":
            return object.__getattribute__(self, name)
        values = _values(self)
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _values(self)[name] = value

    def __delattr__(self, name):
        values = _values(self)
        if name not in values:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        del values[name]


def _values(of):
    return current_thread()._locals.setdefault(id(of), {})


class Thread:
    _turn = None
    _wakes = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        global _started
        if name is None:
            _started += 1
            name = f"Thread-{_started}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name = str(name)
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._state = "initial"
        self._ident = None
        self._locals = {}

    def __repr__(self):
        state = self._state + (" daemon" if self._daemonic else "")
        ident = "" if self._ident is None else f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state}{ident})>"

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._state == "started":
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def is_alive(self):
        if self._turn is not None:
            _others_run()
        return self._state == "started"

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        on_sleep(_sleep)
        self._state = "started"
        self._ident = id(self)
        _threads.append(self)
        self._outcome(begin(self, self._bootstrap))

    def _go_on(self):
        turn, self._turn, self._wakes = self._turn, None, None
        if turn is not None:
            self._outcome(resume(turn))

    def _outcome(self, turn):
        """Notes that the thread waits, or that it has ended."""
        self._turn = turn
        if turn is None:
            self._state = "stopped"
            _threads.remove(self)
            _progress[0] += 1

    def _bootstrap(self):
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        _wait(lambda: self._state == "stopped", timeout)


class Timer(Thread):
    """Calls a function after a time, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args):
    import sys
    import traceback

    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


class _MainThread(Thread):
    def __init__(self):
        self._name, self._daemonic, self._state = "MainThread", False, "started"
        self._ident = 1
        self._locals = {}


_main = _MainThread()


def main_thread():
    return _main


def current_thread():
    return current() or _main


currentThread = current_thread


def get_ident():
    return current_thread().ident


get_native_id = get_ident


def enumerate():
    return [_main, *_threads]


def active_count():
    return len(_threads) + 1


activeCount = active_count


def stack_size(size=0):
    return 0


def _join_all():
    """At the end of the program it waits for the threads that are no daemons."""
    for thread in list(_threads):
        if not thread.daemon:
            thread.join()
