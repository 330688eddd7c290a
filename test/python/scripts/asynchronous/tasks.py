"""asyncio: running coroutines together, in the order of what they wait for."""

import asyncio


async def work(name, delay, fail=False):
    print("start", name)
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(f"{name} failed")
    print("end", name)
    return name.upper()


async def main():
    print(await work("alone", 0))
    print(await asyncio.gather(work("a", 0.3), work("b", 0.1), work("c", 0.2)))
    print(await asyncio.gather(work("x", 0.1, fail=True), work("y", 0.2), return_exceptions=True))
    try:
        await asyncio.gather(work("p", 0.1, fail=True), work("q", 0.2))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.5)

    task = asyncio.create_task(work("slow", 10), name="the slow one")
    print(task.get_name(), task.done(), asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task.cancel())

    done, pending = await asyncio.wait(
        [asyncio.create_task(work(n, d)) for n, d in (("first", 0.1), ("second", 1))],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print([t.result() for t in done], len(pending))
    for task in pending:
        task.cancel()
    for next_done in asyncio.as_completed([asyncio.sleep(0.2, "late"), asyncio.sleep(0.1, "early")]):
        print(await next_done)
    return "finished"


print(asyncio.run(main()))


async def ticker(name, count):
    for n in range(count):
        print(name, n)
        await asyncio.sleep(0)


async def together():
    await asyncio.gather(ticker("tick", 3), ticker("tock", 2))
    leftover = asyncio.create_task(cleans_up())
    await asyncio.sleep(0)
    print(leftover.done(), len(asyncio.all_tasks()))


async def cleans_up():
    try:
        await asyncio.sleep(100)
    finally:
        print("cleaned up at the end of run")


asyncio.run(together())
