"""Coroutines without a loop: driving them by hand, and awaiting objects of one's own."""

import asyncio


class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        answer = yield self.value
        return f"answer {answer}"


async def asks(question):
    first = await Suspend(question)
    try:
        second = await Suspend("second question")
    except ValueError as error:
        second = f"handled {error}"
    return [first, second]


async def outer():
    result = await asks("first question")
    return {"result": result}


def finish(step):
    try:
        return step()
    except StopIteration as stop:
        return stop.value


coroutine = outer()
print(type(coroutine).__name__, coroutine.__name__, coroutine.cr_running, asyncio.iscoroutine(coroutine))
print(coroutine.send(None), coroutine.cr_await.__name__)
print(coroutine.send(42))
print(finish(lambda: coroutine.send("done")), coroutine.cr_frame)
coroutine = outer()
coroutine.send(None)
coroutine.send(1)
print(finish(lambda: coroutine.throw(ValueError("thrown"))))


class NotAwaitable:
    def __await__(self):
        return 5


async def awaits(value):
    return await value


closed = asks("x")
closed.send(None)
closed.close()
for attempt in (
    lambda: coroutine.send(None),
    lambda: closed.send(None),
    lambda: awaits(5).send(None),
    lambda: awaits(None).send(None),
    lambda: awaits(NotAwaitable()).send(None),
    lambda: awaits([1]).send(None),
    lambda: asks("q").send("early"),
    lambda: iter(closed),
    lambda: next(closed),
    lambda: list(closed),
):
    try:
        print(attempt())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


async def raises():
    raise StopIteration("inside")


try:
    raises().send(None)
except RuntimeError as error:
    print(error)


async def recursive(n):
    return 0 if n == 0 else n + await recursive(n - 1)


print(finish(lambda: recursive(50).send(None)), asyncio.iscoroutine(outer))
