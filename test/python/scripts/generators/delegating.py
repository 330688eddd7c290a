"""yield from: values, exceptions and results pass through."""


def inner(label):
    received = []
    try:
        while len(received) < 2:
            received.append((yield f"{label}{len(received)}"))
    except ValueError as error:
        yield f"inner handled {error}"
    finally:
        print("inner finally", label)
    return received


def outer():
    first = yield from inner("a")
    print("first", first)
    second = yield from inner("b")
    print("second", second)
    rest = yield from [1, 2]
    print("rest", rest)
    return "outer result"


gen = outer()
print(next(gen), gen.gi_yieldfrom.__name__, gen.send("x"), gen.send("y"))
print(gen.throw(ValueError("oops")))
try:
    while True:
        print(next(gen))
except StopIteration as stop:
    print(repr(stop), stop.value, gen.gi_yieldfrom, gen.gi_frame)

gen = outer()
next(gen)
gen.close()
print(list(gen))


class Iterator:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count > 2:
            raise StopIteration("iterator result")
        return self.count

    def close(self):
        print("closed")


def over(iterable):
    result = yield from iterable
    print("result", result)


print(list(over(Iterator())))
gen = over(Iterator())
next(gen)
gen.close()
gen = over(Iterator())
next(gen)
for attempt in (lambda: gen.send("x"), lambda: next(over(5)), lambda: next(over(None))):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4]), []], 5])))
