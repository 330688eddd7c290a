"""asyncio: a pool of workers with a queue, retries with a limit, timeouts, and events in order."""

import asyncio
import contextlib
import itertools
from collections import Counter


class Flaky(Exception):
    def __init__(self, job, attempt):
        super().__init__(f"job {job} failed at attempt {attempt}")
        self.job = job


class Pool:
    def __init__(self, size, retries=2):
        self.queue = asyncio.Queue()
        self.size, self.retries = size, retries
        self.results, self.failures, self.by_worker = {}, {}, Counter()

    async def worker(self, name):
        while True:
            job, work, attempt = await self.queue.get()
            try:
                self.results[job] = await asyncio.wait_for(work(job, attempt), timeout=0.05)
                self.by_worker[name] += 1
            except (Flaky, asyncio.TimeoutError) as error:
                if attempt < self.retries:
                    self.queue.put_nowait((job, work, attempt + 1))
                else:
                    self.failures[job] = f"{type(error).__name__}: {error}".rstrip(": ")
            finally:
                self.queue.task_done()

    async def run(self, jobs):
        for job in jobs:
            await self.queue.put((*job, 0))
        workers = [asyncio.create_task(self.worker(f"w{i}"), name=f"w{i}") for i in range(self.size)]
        await self.queue.join()
        for task in workers:
            task.cancel()
        ended = await asyncio.gather(*workers, return_exceptions=True)
        return [type(e).__name__ for e in ended]


async def steady(job, attempt):
    await asyncio.sleep(0.001 * job)
    return job * job


async def flaky(job, attempt):
    await asyncio.sleep(0)
    if attempt < job % 4:
        raise Flaky(job, attempt)
    return f"{job} at attempt {attempt}"


async def stuck(job, attempt):
    await asyncio.Event().wait()


async def ticker(limit):
    try:
        for n in itertools.count():
            if n == limit:
                return
            yield n
            await asyncio.sleep(0)
    finally:
        print("ticker closed")


@contextlib.asynccontextmanager
async def phase(name):
    print("begin", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("end", name)


async def main():
    async with phase("pool") as name:
        pool = Pool(3)
        ended = await pool.run([*((i, steady) for i in range(5)), *((i, flaky) for i in range(10, 15)), (99, stuck)])
        print(name, ended, dict(sorted(pool.results.items())), dict(sorted(pool.failures.items())))
        print(sum(pool.by_worker.values()), set(pool.by_worker) <= {"w0", "w1", "w2"})

    print([n async for n in ticker(3)], {n: -n async for n in ticker(2)})
    async with contextlib.aclosing(ticker(10)) as ticks:
        async for n in ticks:
            if n == 1:
                break
    lock, log = asyncio.Lock(), []

    async def enter(who):
        async with lock:
            log.append(f"{who} in")
            await asyncio.sleep(0)
            log.append(f"{who} out")

    await asyncio.gather(*map(enter, "abc"))
    print(log)

    ready = asyncio.Event()
    waiting = [asyncio.create_task(ready.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print([t.done() for t in waiting])
    ready.set()
    print(await asyncio.gather(*waiting))

    first = asyncio.create_task(asyncio.sleep(0.001, "first"))
    second = asyncio.create_task(asyncio.sleep(10, "second"))
    done, pending = await asyncio.wait({first, second}, return_when=asyncio.FIRST_COMPLETED)
    print({t.result() for t in done}, len(pending), second.cancel(), first.cancelled())
    with contextlib.suppress(asyncio.CancelledError):
        await second
    print(second.cancelled(), second.done())
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(5)
    except TimeoutError as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
            group.create_task(flaky(3, 0))
    except* Flaky as errors:
        print([str(e) for e in errors.exceptions])
    return "finished"


print(asyncio.run(main()))
