"""keys(), values() and items() show the dict as it is; keys and items behave as sets."""

prices = {"tea": 3, "milk": 2}
keys, values, items = prices.keys(), prices.values(), prices.items()
prices["egg"] = 1
print(keys, values, items, len(keys), len(values), len(items))
print("egg" in keys, 1 in values, ("egg", 1) in items, ("egg", 2) in items, "egg" in items)
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
print(sorted(keys & {"tea", "jam"}), sorted(keys | ["jam"]), sorted(keys - {"tea"}), sorted(keys ^ {"tea", "jam"}))
print(sorted(items & {("tea", 3)}), sorted({("x", 1)} | items), sorted(["tea", "ham"] & keys))
print(keys == {"tea", "milk", "egg"}, keys == ["tea"], keys <= {"tea", "milk", "egg", "x"}, keys > {"tea"})
print(items == {"tea": 3, "milk": 2, "egg": 1}.items(), keys.isdisjoint(["x"]), keys.isdisjoint("x"))
print({1: 2}.values() == {1: 2}.values(), values == values, type(keys & keys).__name__)
print(keys.mapping["tea"], type(keys.mapping).__name__, next(iter(items)))
print({}.keys(), {}.values(), {}.items(), {1: {2: 3}}.items())

for attempt in (
    lambda: keys[0],
    lambda: hash(keys),
    lambda: keys + keys,
    lambda: values & values,
    lambda: keys < [1],
    lambda: {1: []}.items() | set(),
    lambda: keys & 5,
    lambda: keys.add("x"),
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print({1: []}.items() == {1: []}.items(), {1: []}.items() <= {1: [], 2: 0}.items())

for name, change in {
    "grow": lambda: prices.update(new=1),
    "shrink": lambda: prices.pop("tea"),
    "replace": lambda: prices.update(milk=9),
}.items():
    try:
        for key in prices:
            change()
            break
        iterator = iter(prices.items())
        next(iterator)
        change() if name != "shrink" else prices.pop("egg")
        print(name, next(iterator))
    except RuntimeError as error:
        print(name, error)
print(prices)
