"""itertools: every iterator, lazily, with its arguments' limits, and recipes made of them."""
import itertools as it
import operator

print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate("abc", initial="-")), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate([])))
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "c"])), list(it.compress("abcd", [1, 0, True, ""])), list(it.dropwhile(lambda x: x < 2, [1, 2, 0])), list(it.takewhile(lambda x: x < 2, [1, 2, 0])), list(it.filterfalse(None, [0, 1, ""])))
print(list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)), list(it.islice(range(10), 2, 9, 3)), list(it.islice("abc", None)), list(it.islice(it.count(0.5, -0.25), 4)))
print(list(it.combinations("abc", 2)), list(it.permutations("abc", 2)), list(it.product("ab", repeat=2)), list(it.product([1, 2], "x")), list(it.combinations_with_replacement("ab", 2)))
print(list(it.permutations([1, 2], 3)), list(it.product()), list(it.combinations([], 0)), len(list(it.permutations(range(5)))), list(it.zip_longest("ab", "c", fillvalue="-")), list(it.pairwise("abc")), list(it.starmap(pow, [(2, 3), (3, 2)])))
print([(k, list(g)) for k, g in it.groupby("aabba")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda n: n % 2)], [k for k, _ in it.groupby([])])
groups = it.groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
a, b, c = it.tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), it.tee([], 0))
print(repr(it.count()), repr(it.count(1, 2)), repr(it.count(1.5)), repr(it.repeat(5)), repr(it.repeat("a", 2)))
for text in ["it.islice([1], -1)", "it.islice([1], 'a')", "it.islice([1], 0, 1, 0)", "it.islice([1])", "it.count('a')", "it.repeat()", "it.repeat(1, 'a')", "it.combinations([1], -1)", "it.permutations([1], 'a')", "it.product([1], repeat=-1)", "it.product([1], rep=1)", "it.tee([1], -1)", "it.chain(5).__next__()", "it.zip_longest(5)", "it.zip_longest([1], fill=2)", "list(it.accumulate([1, 'a']))", "list(it.starmap(pow, [1]))", "it.groupby(5)", "it.cycle(5)", "next(it.cycle([]))", "it.pairwise(5)", "it.accumulate()", "it.compress([1])", "list(it.chain.from_iterable([1]))", "it.takewhile(5)", "list(it.takewhile(5, [1]))", "it.combinations('ab')"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error or "no text")


def noisy(n):
    for i in range(n):
        print(f"<{i}>", end="")
        yield i


print(list(it.islice(noisy(9), 2)), next(it.dropwhile(lambda x: x < 2, noisy(9))), list(zip(noisy(3), "a")), list(zip("a", noisy(3))))


def batched(iterable, n):
    iterator = iter(iterable)
    while batch := tuple(it.islice(iterator, n)):
        yield batch


def sliding(iterable, n):
    window = list(it.islice(iterator := iter(iterable), n))
    if len(window) == n:
        yield tuple(window)
    for item in iterator:
        window = [*window[1:], item]
        yield tuple(window)


def roundrobin(*iterables):
    for column in it.zip_longest(*iterables, fillvalue=(missing := object())):
        yield from (v for v in column if v is not missing)


def unique(iterable, key=None):
    seen = set()
    for item in iterable:
        if (k := item if key is None else key(item)) not in seen:
            seen.add(k)
            yield item


def partition(predicate, iterable):
    first, second = it.tee(iterable)
    return list(it.filterfalse(predicate, first)), list(filter(predicate, second))


def powerset(items):
    return it.chain.from_iterable(it.combinations(items, r) for r in range(len(items) + 1))


print(list(batched("abcdefg", 3)), list(sliding(range(5), 3)), list(sliding("a", 2)), "".join(roundrobin("abc", "d", "ef")))
print("".join(unique("aAbBcab")), "".join(unique("aAbBcab", str.lower)), partition(lambda n: n % 2, range(6)), list(powerset("abc")))
print(list(zip(*[iter(range(6))] * 2)), list(map(operator.add, it.count(), [1, 1])), sum(map(operator.mul, [1, 2], [3, 4])), list(it.chain(*zip("ab", "cd"))))
for strict in ([1, 2], [1, 2, 3, 4]):
    try:
        print(list(zip([1, 2, 3], strict, strict=True)))
    except ValueError as error:
        print(error)
import copy
counter = it.count(3)
next(counter)
print(next(copy.copy(counter)), next(counter), operator.length_hint(it.repeat(1, 4)))
