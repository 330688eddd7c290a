# exact: the older generator gives numpy's own numbers.
import numpy as np

np.random.seed(0)
print(np.random.rand(3), np.random.randn(2, 2), np.random.randint(0, 10, 5), np.random.randint(100))
print(np.random.uniform(-1, 1, 3), np.random.normal(2, 0.5, (2,)), np.random.rand())
np.random.seed(42)
print(np.random.permutation(10), np.random.choice(5, 3), np.random.choice([10, 20, 30], (2, 2)))
print(np.random.choice(6, 4, replace=False), np.random.choice(4, 5, p=[0.1, 0.2, 0.3, 0.4]))
a, b, c = np.arange(6), [1, 2, 3, 4], np.arange(6).reshape(3, 2)
for each in (a, b, c):
    np.random.shuffle(each)
print(a, b, c, np.random.permutation(c))
state = np.random.RandomState(7)
print(state.randint(0, 256, 4, dtype=np.uint8), state.randint(0, 2**40, 2), state.randint(0, 2, 5, dtype=bool))
print(state.exponential(2.0, 3), state.laplace(0, 1, 2), state.gumbel(size=2), state.standard_cauchy(2))
print(state.normal([0, 10], [1, 2]), np.random.RandomState([1, 2, 3]).rand(2))
for wrong in (lambda: np.random.seed(-1), lambda: np.random.randint(5, 3), lambda: np.random.choice(3, 5, False)):
    try:
        wrong()
    except ValueError as error:
        print(error)
