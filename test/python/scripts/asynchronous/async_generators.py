"""Asynchronous generators, comprehensions, async for and async with."""

import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


async def ticks(count):
    try:
        for n in range(count):
            await asyncio.sleep(0)
            received = yield n
            if received:
                print("received", received)
    except ValueError as error:
        yield f"handled {error}"
    finally:
        print("ticks end")


class Pages:
    def __init__(self, count):
        self.count, self.page = count, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page == self.count:
            raise StopAsyncIteration
        self.page += 1
        return f"page {self.page}"


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("connect", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        print("disconnect", self.name, kind and kind.__name__)
        return kind is KeyError


@asynccontextmanager
async def session(name):
    print("begin", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("end", name)


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def main():
    async for n in ticks(2):
        print(n)
    else:
        print("else")
    print([page async for page in Pages(2)], {n: n async for n in ticks(2) if n}, [await double(n) for n in range(3)])
    print([await double(n) async for n in ticks(2)], sum([n async for n in ticks(3)]))
    lazy = (n * 10 async for n in ticks(2))
    print(type(lazy).__name__, await anext(lazy), [n async for n in lazy], await anext(lazy, "no more"))

    gen = ticks(5)
    print(await anext(gen), await gen.asend("hello"), await gen.athrow(ValueError("thrown")))
    await gen.aclose()
    try:
        await anext(gen)
    except StopAsyncIteration as error:
        print(repr(error))
    async with aclosing(ticks(9)) as closing:
        async for n in closing:
            break
    async with Connection("one") as one, Connection("two"):
        print(one.name)
        raise KeyError("swallowed")
    async with session("s") as name, AsyncExitStack() as stack:
        await stack.enter_async_context(Connection("stacked"))
        stack.push_async_callback(double, 1)
        stack.callback(print, "callback of", name)

    async def wrong(action):
        try:
            await action()
        except TypeError as error:
            print(error)

    async def loops():
        async for _ in [1]:
            pass

    async def manages():
        async with 5:
            pass

    async def awaits():
        await 5

    for action in (loops, manages, awaits):
        await wrong(action)
    print(type(ticks(1)).__name__, hasattr(ticks, "__aiter__"), aiter(gen) is gen)


asyncio.run(main())
