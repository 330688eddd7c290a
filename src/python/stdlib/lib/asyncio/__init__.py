# Coroutines driven by an event loop of our own: tasks, timers, locks and queues. It reaches no
# network and no processes; what CPython's asyncio offers for those is absent here.
#
# https://docs.python.org/3.11/library/asyncio.html

from .futures import (
    CancelledError, Future, InvalidStateError, TimeoutError, isfuture, wrap_future,
)
from .loop import (
    AbstractEventLoop, Handle, TimerHandle, get_event_loop, get_running_loop, new_event_loop,
    set_event_loop,
)
from .locks import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, Semaphore,
)
from .queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from .runners import Runner, run
from .tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_task,
    current_task, ensure_future, gather, iscoroutine, iscoroutinefunction, shield, sleep,
    to_thread, wait, wait_for,
)
from .timeouts import TaskGroup, Timeout, timeout, timeout_at
