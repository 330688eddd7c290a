"""Methods and operators that make lists longer, and what they accept."""

base = [1]
alias = base
base += (2, 3)
base += "ab"
base.extend({"k": 1})
base.append([4])
base *= 2
print(base, alias is base)
print([1] + [2], [0] * 3, 2 * ["x"], [1] * -1, [[]] * 2, True * [5])
base[:] = []
base.extend(base)
base.append(base)
print(base, len(base), base[0] is base)
doubled = [1, 2]
doubled.extend(doubled)
doubled += doubled
print(doubled, doubled.count(1), doubled.copy() == doubled, doubled.reverse(), doubled)

for attempt in (
    lambda: [1] + (2,),
    lambda: [1] + None,
    lambda: [1] * 1.5,
    lambda: [1] * "a",
    lambda: [1] * [2],
    lambda: [].extend(5),
    lambda: [].extend(),
    lambda: [].append(),
    lambda: [].append(1, 2),
    lambda: list(1),
    lambda: list([1], [2]),
    lambda: list(iterable=[1]),
    lambda: [1] - [1],
    lambda: [1] * 2**62,
    lambda: [].clear(1),
):
    try:
        print(attempt())
    except (TypeError, MemoryError) as error:
        print(type(error).__name__, error)


def items():
    yield 1
    raise KeyError("half way")


kept = [0]
try:
    kept.extend(items())
except KeyError as error:
    print(error, kept)
rows = [[0] * 2] * 2
rows[0][1] = 5
print(rows, [[0] * 2 for _ in range(2)])
