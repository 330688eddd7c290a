"""contextvars: each context, and each task, has values of its own."""

import asyncio
from contextvars import Context, ContextVar, Token, copy_context

user = ContextVar("user", default="nobody")
bare = ContextVar("bare")
print(user.get(), bare.get("given"), user.name)
try:
    bare.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is bare)
token = user.set("ann")
print(user.get(), token.old_value is Token.MISSING, token.var is user)
inner = user.set("bob")
print(inner.old_value)
user.reset(inner)
print(user.get())
context = copy_context()


def change(value):
    user.set(value)
    return user.get(), bare.get("unset")


print(context.run(change, "carl"), user.get(), context[user], context.get(bare), bare in context, len(context))
print(Context().run(user.get), list(context.keys()) == [user], dict(context.items())[user])
for attempt in (
    lambda: user.reset(inner),
    lambda: bare.reset(token),
    lambda: context["name"],
    lambda: context[bare],
    lambda: ContextVar(5),
    lambda: context.run(lambda: context.run(print)),
):
    try:
        print(attempt())
    except (RuntimeError, ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, str(error).split("<")[0])


async def handles(name):
    user.set(name)
    await asyncio.sleep(0)
    return user.get()


async def main():
    print(await asyncio.gather(handles("one"), handles("two")), user.get())
    await handles("here")
    print(user.get())
    task = asyncio.create_task(handles("there"), context=copy_context())
    print(await task, user.get())


asyncio.run(main())
print(user.get())
