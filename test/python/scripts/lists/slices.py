"""Slices of a list: reading, replacing, deleting, with steps of either sign."""

letters = list("abcdefgh")
print(letters[2:5], letters[-3:], letters[::2], letters[::-1], letters[5:1:-2])
print(letters[10:], letters[-100:2], letters[3:3], letters[:: 2**80], letters[2**80 :])

letters[1:3] = "XYZ"
print(letters)
letters[2:2] = ["inserted"]
letters[-1:] = []
print(letters)
letters[::3] = [0, 1, 2]
print(letters)
letters[5:1] = ["between"]
print(letters)
letters[:] = letters[::-1]
print(letters)
del letters[::2]
print(letters)
del letters[-2:]
print(letters)

numbers = list(range(6))
numbers[1:4] = (n * n for n in numbers[1:4])
print(numbers)
numbers[:] = numbers + numbers
numbers[len(numbers) :] = [100]
print(numbers)

for attempt in (
    lambda: numbers.__setitem__(slice(0, 4, 2), [1]),
    lambda: numbers.__setitem__(slice(0, 4), 5),
    lambda: numbers.__setitem__(slice(0, 4, 2), 5),
    lambda: numbers[::0],
    lambda: numbers["a":],
    lambda: numbers[1.0:2],
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
