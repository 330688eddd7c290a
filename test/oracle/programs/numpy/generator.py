# The newer generator gives numpy's own numbers.
import numpy as np

g = np.random.default_rng(0)
print(g.random(3), g.standard_normal(4), g.integers(0, 10, 5), g.integers(3), g.normal(1, 2, 2), g.uniform(-1, 1, 2))
g = np.random.default_rng(42)
print(g.permutation(10), g.choice(5, 3), g.choice([1.5, 2.5, 3.5], 2), g.integers(0, 2**40, 2), g.random((2, 2)))
print(g.integers(1, 6, endpoint=True, size=3), g.choice(10, 4, replace=False), g.choice(4, 5, p=[0.1, 0.2, 0.3, 0.4]))
a = np.arange(6)
g.shuffle(a)
print(a, g.permutation(a.reshape(3, 2)), g.standard_normal(20000).sum(), g.normal([0, 10], [1, 2]))
print(np.random.default_rng(12345678901234567890123).random(2))
for wrong in (lambda: np.random.default_rng(-1), lambda: g.integers(5, 3)):
    try:
        wrong()
    except ValueError as error:
        print(error)
