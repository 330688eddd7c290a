"""send, throw and close: what a generator receives where it stands."""


def averager():
    total = count = 0
    average = None
    try:
        while True:
            value = yield average
            total += value
            count += 1
            average = total / count
    except ZeroDivisionError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("cleaning up", count)


gen = averager()
print(next(gen), gen.send(10), gen.send(20))
print(gen.throw(ZeroDivisionError("thrown in")))
gen.close()
gen.close()
print(next(gen, "exhausted"))

for arguments in ((ValueError,), (ValueError, "text"), (ValueError("made"),), (KeyError, KeyError("k")), (OSError, (2, "no"))):
    gen = averager()
    next(gen)
    try:
        gen.throw(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            pass


class NotAnError:
    pass


def once():
    yield 1


started = stubborn()
next(started)
for attempt in (
    lambda: averager().send(1),
    started.close,
    lambda: once().throw(5),
    lambda: once().throw(NotAnError),
    lambda: once().throw(ValueError("a"), "b"),
    lambda: once().throw(ValueError, "b", 5),
    lambda: once().send(),
    lambda: next(5),
    lambda: next(iter([])),
    lambda: once().throw(ValueError("never started")),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration("inside")


gen = leaks()
next(gen)
try:
    next(gen)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__cause__ is error.__context__)
