"""Iterators tell how they can be made anew, and how many items are left."""

import operator


class Items:
    def __getitem__(self, index):
        return [5, 6, 7][index]

    def __len__(self):
        return 3


def shown(value):
    if isinstance(value, tuple):
        return tuple(shown(item) for item in value)
    return value if isinstance(value, (int, list, str, bytes, range, bool)) else type(value).__name__


for made in ([1, 2, 3], (1, 2, 3), "aé😀", b"abc", range(1, 9, 3), range(2**70, 2**70 + 3), {1: "a", 2: "b"}, {1: 2}.items(), {7}, Items()):
    iterator = iter(made)
    hints = [operator.length_hint(iterator)]
    next(iterator)
    hints.append(operator.length_hint(iterator))
    reduced = shown(iterator.__reduce__())
    list(iterator)
    hints.append(operator.length_hint(iterator))
    print(shown(type(iterator).__name__), hints, reduced, shown(iterator.__reduce__()))

for iterator in (reversed([1, 2]), reversed(Items()), enumerate([4], 3), zip((1,), [1]), map(ord, []), filter(None, [1])):
    print(type(iterator).__name__, operator.length_hint(iterator, 9), shown(iterator.__reduce__()))

moved = iter([10, 20, 30, 40])
moved.__setstate__(2)
print(next(moved))
moved.__setstate__(-5)
print(next(moved))
function, arguments, state = moved.__reduce__()
again = function(*arguments)
again.__setstate__(state)
print(list(again), list(moved))
part = iter(range(10, 20, 2))
part.__setstate__(3)
print(list(part))
for attempt in (lambda: iter([]).__setstate__("a"), lambda: operator.length_hint(5), lambda: operator.length_hint([], "x")):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
