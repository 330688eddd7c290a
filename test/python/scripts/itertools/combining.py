"""Products, permutations, combinations, and iterators put end to end, in step, or in groups."""

import itertools as it
import operator

print(list(it.product("ab", range(2))), list(it.product([1, 2], repeat=2)), list(it.product()), list(it.product("a", [])))
print(list(it.permutations("abc", 2)), len(list(it.permutations(range(5)))), list(it.permutations([1], 2)), list(it.permutations([])))
print(list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 3)), list(it.combinations("ab", 3)))
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "cd"])), list(it.chain(*[[1]] * 3)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate("abc", initial=">")), list(it.accumulate([2, 3], operator.mul, initial=1)))
print(list(it.zip_longest("abc", [1], fillvalue="-")), list(zip("ab", it.count(10, 5))), list(it.islice(it.cycle("xyz"), 7)))
print(list(it.compress("abcde", [1, 0, 1, 0, 1])), list(it.dropwhile(str.islower, "abCde")), list(it.takewhile(str.islower, "abCde")), list(it.filterfalse(str.islower, "aBcD")))
print([(k, list(g)) for k, g in it.groupby("aaabbc")], [(k, len(list(g))) for k, g in it.groupby(sorted(["x", "yy", "z"], key=len), len)])
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.pairwise("abcd")), list(it.islice("abcdefg", 1, 6, 2)), list(it.repeat("z", 3)))
a, b, c = it.tee(iter([1, 2, 3]), 3)
print(list(a), next(b), list(c), list(b), list(a))
print(repr(it.count(2.5, 0.5)), repr(it.repeat(7, 2)), list(it.islice(it.count(2.5, 0.5), 3)), operator.length_hint(it.repeat(1, 4)))


def powerset(items):
    items = list(items)
    return it.chain.from_iterable(it.combinations(items, n) for n in range(len(items) + 1))


def batched(items, n):
    items = iter(items)
    while batch := tuple(it.islice(items, n)):
        yield batch


def roundrobin(*iterables):
    iterators = it.cycle(map(iter, iterables))
    for left in range(len(iterables), 0, -1):
        iterators = it.cycle(it.islice(iterators, left))
        for one in iterators:
            try:
                yield next(one)
            except StopIteration:
                break


def grid(**choices):
    """Every combination of hyperparameters."""
    return [dict(zip(choices, values)) for values in it.product(*choices.values())]


print(list(powerset("abc")), list(batched("abcdefg", 3)), list(roundrobin("ABC", "D", "EF")))
print(grid(lr=[0.1, 0.01], depth=[2, 3], norm=[True]), sum(1 for _ in it.combinations(range(10), 4)))
groups = it.groupby([1, 1, 2])
first = next(groups)
second = next(groups)
print(list(first[1]), list(second[1]), next(groups, "end"))
for attempt in (
    lambda: it.combinations("ab", -1),
    lambda: it.permutations("ab", "2"),
    lambda: it.islice([1], -1),
    lambda: it.islice([1], 0, 3, 0),
    lambda: it.product([1], repeat=-1),
    lambda: it.count("a"),
    lambda: it.tee([1], -1),
    lambda: it.repeat(1, times="x"),
    lambda: list(it.chain(1)),
    lambda: list(it.zip_longest([1], other=2)),
    lambda: next(it.accumulate([])),
    lambda: list(it.starmap(pow, [1])),
    lambda: list(it.compress("ab")),
):
    try:
        print(attempt())
    except (TypeError, ValueError, StopIteration) as error:
        print(type(error).__name__, error)
