"""Generators without an end, cut by islice, zip, takewhile and break."""

from itertools import chain, count, cycle, islice, takewhile


def naturals(start=0):
    while True:
        yield start
        start += 1


def sieve():
    found = []
    for n in naturals(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(list(islice(sieve(), 10)), list(zip("abc", naturals())), list(islice(cycle("xy"), 5)))
print(list(takewhile(lambda n: n < 20, (n * n for n in naturals()))))
numbers = naturals()
print(next(numbers), [n for n, _ in zip(numbers, "ab")], next(numbers))
for n in numbers:
    if n > 6:
        break
print(n, next(numbers), next(chain("z", naturals())), next(count(5, 2)))
a, b = islice(naturals(3), 2)
print(a, b, dict(zip("ab", naturals())), list(map(lambda x, y: x * y, naturals(), [1, 2, 3])))
print(10 in naturals(), next(filter(lambda n: n % 7 == 6, naturals())), any(n > 50 for n in naturals()))


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(list(collatz(6)), max(collatz(27)), sum(1 for _ in collatz(27)))


def batches(items, size):
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


print(list(batches(range(7), 3)), list(batches("", 2)))


def window(items, size):
    held = []
    for item in items:
        held = (held + [item])[-size:]
        if len(held) == size:
            yield tuple(held)


print(list(window("abcd", 2)), list(window([1], 2)))
