"""Threads that wait for one another: queues, events, conditions and barriers."""

import queue
import threading

jobs, done = queue.Queue(), []


def worker():
    while (job := jobs.get()) is not None:
        done.append(job * job)
        jobs.task_done()


thread = threading.Thread(target=worker, daemon=True)
thread.start()
for n in range(4):
    jobs.put(n)
jobs.join()
print(done, thread.is_alive())
jobs.put(None)
thread.join()
print(thread.is_alive(), jobs.empty(), jobs.qsize())

bounded = queue.Queue(maxsize=1)


def produce():
    for word in ("a", "b", "c", None):
        bounded.put(word)


producer = threading.Thread(target=produce)
producer.start()
print(list(iter(bounded.get, None)))
producer.join()

ready, log = threading.Event(), []


def waits():
    log.append(ready.is_set())
    log.append(ready.wait())


waiter = threading.Thread(target=waits)
waiter.start()
log.append("main")
ready.set()
waiter.join()
print(log, ready.wait(0.01), threading.Event().wait(0.01))

items, condition, taken = [], threading.Condition(), []


def take():
    with condition:
        while not items:
            condition.wait()
        taken.append(items.pop())


takers = [threading.Thread(target=take) for _ in range(2)]
[taker.start() for taker in takers]
with condition:
    items += [1, 2]
    condition.notify_all()
[taker.join() for taker in takers]
print(sorted(taken), items)

barrier, arrived = threading.Barrier(3), []


def arrive(n):
    barrier.wait()
    arrived.append(n)


group = [threading.Thread(target=arrive, args=(n,)) for n in range(3)]
[member.start() for member in group]
[member.join() for member in group]
print(sorted(arrived), barrier.n_waiting)

for kind in (queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    ordered = kind()
    for n in (2, 3, 1):
        ordered.put(n)
    print(kind.__name__, [ordered.get() for _ in range(3)])
full = queue.Queue(1)
full.put("only")
for attempt in (
    lambda: full.put("more", block=False),
    lambda: full.put("more", timeout=0.01),
    queue.Queue().get_nowait,
    lambda: queue.Queue().get(timeout=0.01),
    full.task_done,
    full.task_done,
    lambda: full.get(timeout=-1),
):
    try:
        print(attempt())
    except (queue.Full, queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
timer = threading.Timer(0.01, print, ["timer", "ran"])
timer.start()
timer.join()
cancelled = threading.Timer(10, print, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print("end")
