"""async with, async for, async generators and comprehensions, driven by asyncio.run and by hand."""
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Resource:
    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails

    async def __aenter__(self):
        print("enter", self.name)
        await asyncio.sleep(0)
        return self.name.upper()

    async def __aexit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__)
        return self.fails


class Countdown:
    def __init__(self, start):
        self.n = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def ticks(n):
    try:
        for i in range(n):
            received = yield i
            if received:
                print("received", received)
    except GeneratorExit:
        print("closed early")
        raise
    finally:
        print("cleaned")


@asynccontextmanager
async def managed(name):
    print("open", name)
    try:
        yield name
    except KeyError as error:
        print("swallowed", repr(error))
    finally:
        print("close", name)


class Awaitable:
    def __await__(self):
        value = yield from asyncio.sleep(0, "slept").__await__()
        return f"awaited {value}"


async def main():
    async with Resource("a") as a, Resource("b", fails=True) as b:
        print(a, b)
        raise ValueError("inside")
    async for n in Countdown(3):
        if n == 1:
            continue
        print("n", n)
    else:
        print("exhausted")
    print([n async for n in Countdown(3)], {n: n * n async for n in Countdown(2)}, [await asyncio.sleep(0, i) for i in range(3)], [x async for x in ticks(2) if x])
    agen = ticks(5)
    print(await agen.asend(None), await agen.asend("hi"), await anext(agen), await agen.aclose())
    print(await anext(agen, "default"))
    try:
        await anext(agen)
    except StopAsyncIteration as error:
        print("stop", error.args)
    thrown = ticks(2)
    await thrown.__anext__()
    try:
        await thrown.athrow(RuntimeError("thrown in"))
    except RuntimeError as error:
        print(error)
    async with managed("x") as x:
        raise KeyError(x)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(managed("s1")), stack.push_async_callback(asyncio.sleep, 0) is not None)
        await stack.enter_async_context(Resource("s2"))
    print(await Awaitable())
    results = await asyncio.gather(asyncio.sleep(0.002, "slow"), asyncio.sleep(0, "fast"), fail(), return_exceptions=True)
    print(results)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            ok = group.create_task(asyncio.sleep(0, "ok"))
    except* ValueError as caught:
        print(caught.message, caught.exceptions)
    for statement in [nothing(), not_awaitable(), not_iterable(), not_manager(), sync_iteration()]:
        try:
            await statement
        except Exception as error:
            print(type(error).__name__, error)
    return "result"


async def fail():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def nothing():
    await None


async def not_awaitable():
    return await 5 + 1


async def not_iterable():
    async for _ in [1]:
        pass


async def not_manager():
    async with 5:
        pass


async def sync_iteration():
    for _ in Countdown(2):
        pass


print(asyncio.run(main()))


async def plain():
    return 5


coroutine = plain()
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
other = plain()
print(type(other).__name__, other.__name__, other.cr_frame is not None, other.cr_running, other.close())
try:
    other.send(None)
except RuntimeError as error:
    print(error)
for bad in (5, plain, ticks(1)):
    try:
        asyncio.run(bad)
    except (TypeError, ValueError) as error:
        print(str(error).split(" at 0x")[0].split("got")[0])
try:
    list(ticks(1))
except TypeError as error:
    print(error)
