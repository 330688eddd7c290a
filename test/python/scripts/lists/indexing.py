"""Reading, writing and deleting items of a list by index, and what is no index."""


class Two:
    def __index__(self):
        return 2


numbers = [10, 20, 30, 40]
print(numbers[0], numbers[-1], numbers[Two()], numbers[True])
numbers[-1] = 41
numbers[Two()] = 31
del numbers[0]
print(numbers)

attempts = [
    lambda: numbers[3],
    lambda: numbers[-4],
    lambda: numbers["0"],
    lambda: numbers[1.0],
    lambda: numbers[None],
    lambda: numbers[2**70],
    lambda: numbers.__setitem__(9, 0),
    lambda: numbers.__delitem__(9),
    lambda: numbers.__setitem__("a", 0),
    lambda: numbers.__delitem__(1.5),
    lambda: numbers.pop(7),
    lambda: [].pop(),
    lambda: numbers.pop("1"),
    lambda: numbers.index(99),
    lambda: numbers.index(20, 1),
    lambda: numbers.remove("x"),
    lambda: numbers.insert("a", 1),
]
for attempt in attempts:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

print(numbers.pop(), numbers.pop(0), numbers)
numbers.insert(-5, "front")
numbers.insert(100, "end")
print(numbers, numbers.index("end"), numbers.index(31, -2))
