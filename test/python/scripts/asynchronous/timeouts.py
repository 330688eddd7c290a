"""asyncio.wait_for, timeout, shield and TaskGroup: what ends waiting."""

import asyncio


async def slow(value, delay=0.5):
    try:
        await asyncio.sleep(delay)
        return value
    except asyncio.CancelledError:
        print("cancelled", value)
        raise


async def main():
    print(await asyncio.wait_for(slow("in time"), 1), await asyncio.wait_for(slow("no limit"), None))
    for limit in (0.1, 0):
        try:
            await asyncio.wait_for(slow(f"within {limit}"), limit)
        except TimeoutError as error:
            print(repr(error), asyncio.TimeoutError is TimeoutError)
    try:
        async with asyncio.timeout(0.1) as scope:
            await slow("block")
    except TimeoutError:
        print("expired", scope.expired())
    async with asyncio.timeout(1) as scope:
        print(await slow("fast enough", 0.1), scope.expired())

    inner = asyncio.create_task(slow("shielded"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.1)
    except TimeoutError:
        print("outer timed out", inner.done())
    print(await inner)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(slow(n, n / 10)) for n in (2, 1)]
    print([task.result() for task in tasks])

    async def fails():
        await asyncio.sleep(0.1)
        raise KeyError("group")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(slow("sibling", 10))
    except* KeyError as errors:
        print(errors.exceptions, str(errors))

    async def ignores():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "ignored the cancellation"

    task = asyncio.create_task(ignores())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
for wrong in (lambda: asyncio.run(5), lambda: asyncio.run(slow), asyncio.get_running_loop):
    try:
        wrong()
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, str(error).split(", got")[0])
