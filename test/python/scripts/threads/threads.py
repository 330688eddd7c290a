"""Threads: starting, joining, sleeping, locks and what belongs to a thread alone."""

import threading
import time

results = []


def work(name, delay):
    time.sleep(delay)
    results.append(name)


threads = [threading.Thread(target=work, args=(n, d)) for n, d in (("slow", 0.3), ("quick", 0.1), ("middle", 0.2))]
for thread in threads:
    thread.start()
print(results, [thread.is_alive() for thread in threads], threading.active_count())
for thread in threads:
    thread.join()
print(results, [thread.is_alive() for thread in threads], threading.active_count())

total, lock = 0, threading.Lock()


def add(times):
    global total
    for _ in range(times):
        with lock:
            total += 1


adders = [threading.Thread(target=add, kwargs={"times": 50}, name=f"adder-{n}") for n in range(3)]
[adder.start() for adder in adders]
[adder.join() for adder in adders]
print(total, [adder.name for adder in adders], lock.locked())

mine = threading.local()
mine.value = "main"


def sees_own():
    print(hasattr(mine, "value"), threading.current_thread().name)
    mine.value = "thread"
    print(mine.value)


other = threading.Thread(target=sees_own, name="other")
other.start()
other.join()
print(mine.value, threading.current_thread().name, threading.current_thread() is threading.main_thread())


class Square(threading.Thread):
    def __init__(self, n):
        super().__init__(daemon=True)
        self.n = n

    def run(self):
        self.result = self.n**2


square = Square(7)
square.start()
square.join()
print(square.result, square.daemon)

reentrant = threading.RLock()
with reentrant, reentrant:
    print("twice")
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.1))
lock.release()
for attempt in (
    lock.release,
    reentrant.release,
    square.start,
    threading.Thread(target=print).join,
    threading.current_thread().join,
    lambda: lock.acquire(False, 1),
    lambda: threading.Semaphore(-1),
):
    try:
        print(attempt())
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
