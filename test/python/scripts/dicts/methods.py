"""Methods of dict, with their defaults and errors."""

stock = {"apple": 3, "pear": 0}
print(stock.get("apple"), stock.get("fig"), stock.get("fig", "none"), stock.get("pear", 9))
print(stock.setdefault("fig", []), stock.setdefault("apple", 7), stock.setdefault("empty"), stock)
print(stock.pop("fig"), stock.pop("nothing", "default"), stock.popitem(), stock)
stock.update({"kiwi": 1}, plum=2)
stock.update([("a", 1), ["b", 2], "cd"])
stock.update(e=5)
stock.update()
print(stock, stock.copy() == stock, stock.copy() is stock)
print(dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict(zip("xy", range(2))), dict(self=1))
print(dict.fromkeys("ab"), dict.fromkeys([1, 1, 2], 0), {}.fromkeys(range(2), []))
print({"a": 1} | {"a": 2, "b": 3}, {**{"a": 1}, "b": 2, **{"a": 3}})
merged = {"x": 1}
merged |= [("y", 2)]
merged |= {"x": 9}
print(merged, list(reversed(merged)), len(merged), "y" in merged)

for attempt in (
    lambda: {}.popitem(),
    lambda: {}.pop("k"),
    lambda: {}.pop(),
    lambda: {}.get(),
    lambda: {}.update(5),
    lambda: {}.update([5]),
    lambda: {}.update([(1, 2, 3)]),
    lambda: {}.update("ab"),
    lambda: {}.update({}, {}),
    lambda: dict(5),
    lambda: dict([1, 2]),
    lambda: dict([(1,)]),
    lambda: dict({}, {}),
    lambda: dict.fromkeys(5),
    lambda: dict.fromkeys(),
    lambda: {} | [],
    lambda: {} | None,
    lambda: {}.setdefault([]),
    lambda: {} < {},
    lambda: {} + {},
    lambda: {}[[]],
    lambda: dict(**{1: 2}),
    lambda: {}.has_key(1),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
ordered = {"b": 1, "a": 2}
ordered["b"] = 3
del ordered["a"]
ordered["a"] = 4
print(ordered, ordered == {"a": 4, "b": 3}, ordered != {"a": 4})
ordered.clear()
print(ordered, not ordered)
nested = {}
nested["self"] = nested
print(nested)
