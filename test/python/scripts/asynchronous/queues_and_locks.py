"""Queues, locks, events, conditions and semaphores between tasks."""

import asyncio


async def producer(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()


async def guarded(lock, name):
    async with lock:
        print("enter", name, lock.locked())
        await asyncio.sleep(0)
        print("leave", name)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))
    print(queue.empty(), queue.full(), queue.maxsize)
    for kind in (asyncio.LifoQueue, asyncio.PriorityQueue):
        ordered = kind()
        for n in (2, 3, 1):
            ordered.put_nowait(n)
        print(kind.__name__, [ordered.get_nowait() for _ in range(3)])
    lock = asyncio.Lock()
    await asyncio.gather(*(guarded(lock, n) for n in "abc"))

    event = asyncio.Event()

    async def waits():
        print("waits", event.is_set())
        print(await event.wait())

    waiting = asyncio.create_task(waits())
    await asyncio.sleep(0)
    event.set()
    await waiting

    condition, items = asyncio.Condition(), []

    async def takes(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, "takes", items.pop())

    takers = [asyncio.create_task(takes(n)) for n in "xy"]
    await asyncio.sleep(0)
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0.1)
    await asyncio.gather(*takers)

    semaphore, most, active = asyncio.Semaphore(2), 0, 0

    async def limited():
        nonlocal most, active
        async with semaphore:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.1)
            active -= 1

    await asyncio.gather(*(limited() for _ in range(5)))
    print("at most", most)
    for attempt in (lock.release, queue.get_nowait, queue.task_done, lambda: asyncio.Semaphore(-1), condition.notify):
        try:
            print(attempt())
        except (RuntimeError, ValueError, asyncio.QueueEmpty) as error:
            print(type(error).__name__, error)
    full = asyncio.Queue(1)
    full.put_nowait(0)
    try:
        full.put_nowait(1)
    except asyncio.QueueFull as error:
        print(repr(error))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.1, future.set_result, "set later")
    future.add_done_callback(lambda done: print("callback", done.result()))
    print(await future, future, future.done())
    for attempt in (lambda: future.set_result(1), lambda: asyncio.Future().result(), lambda: asyncio.Future().exception()):
        try:
            attempt()
        except asyncio.InvalidStateError as error:
            print(error)


asyncio.run(main())
