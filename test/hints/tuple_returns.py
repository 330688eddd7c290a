# Several values at once, unpacked and not.
import torch


def split(x):
    left, right = x[:, :2], x[:, 2:]
    # ^^^^^^^^^ ([5, 2], [5, 2])
    return left, right
    #      ^^^^^^^^^^^ ([5, 2], [5, 2])


def stats(x):
    return x.mean(0), x.std(0), x.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ([2], [2], [])


pair = split(torch.zeros(5, 4))
# ^^ ([5, 2], [5, 2])
a, b = pair
# ^^ ([5, 2], [5, 2])
mean, std, total = stats(b)
# ^^^^^^^^^^^^^^ ([2], [2], [])
first, *others = stats(a)
# ^^^^^^^^^^^^ ([2], [2], [])
