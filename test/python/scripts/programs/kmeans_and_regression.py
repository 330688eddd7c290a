"""k-means, logistic regression and a decision tree on lists, with a matrix class of one's own."""

import math
import operator
import random
from functools import singledispatchmethod
from itertools import chain


class Matrix:
    __slots__ = ("rows",)

    def __init__(self, rows):
        self.rows = [list(map(float, row)) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[i == j for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    @singledispatchmethod
    def _with(self, other, op):
        return NotImplemented

    @_with.register
    def _(self, other: float, op):
        return Matrix([[op(a, other) for a in row] for row in self.rows])

    _with.register(int)(lambda self, other, op: self._with(float(other), op))

    def __add__(self, other):
        if isinstance(other, Matrix):
            if self.shape != other.shape:
                raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
            return Matrix([list(map(operator.add, a, b)) for a, b in zip(self.rows, other.rows)])
        return self._with(other, operator.add)

    __radd__ = __add__

    def __mul__(self, other):
        return self._with(other, operator.mul)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __matmul__(self, other):
        columns = other.T.rows
        return Matrix([[math.sumprod(r, c) if hasattr(math, "sumprod") else sum(map(operator.mul, r, c))
                        for c in columns] for r in self.rows])  # fmt: skip

    def __pow__(self, n, modulo=None):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result = result @ self
        return result

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            picked = self.rows[i] if isinstance(i, slice) else [self.rows[i]]
            if isinstance(i, slice) or isinstance(j, slice):
                return Matrix([row[j] if isinstance(j, slice) else [row[j]] for row in picked])
            return self.rows[i][j]
        return self.rows[key]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    __hash__ = None

    def __iter__(self):
        return chain.from_iterable(self.rows)

    def __repr__(self):
        return "Matrix(" + ", ".join("[" + " ".join(f"{x:g}" for x in row) + "]" for row in self.rows) + ")"


a = Matrix([[1, 2], [3, 4]])
print(a, a.T, a @ a, a**3, a + 1, 2 * a - a, -a, a[0, 1], a[:, 1], a[0], list(a), a == Matrix(a.rows))
for attempt in (lambda: a + Matrix([[1]]), lambda: Matrix([[1], [1, 2]]), lambda: a + "x", lambda: {a}):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

rng = random.Random(0)
centres = [(0, 0), (5, 5), (0, 6)]
points = [(rng.gauss(x, 0.5), rng.gauss(y, 0.5)) for x, y in centres for _ in range(15)]


def kmeans(points, k, rounds=10):
    means = points[::15][:k]
    for _ in range(rounds):
        groups = [[] for _ in means]
        for p in points:
            groups[min(range(k), key=lambda i: math.dist(p, means[i]))].append(p)
        moved = [tuple(sum(axis) / len(g) for axis in zip(*g)) for g in groups]
        if moved == means:
            break
        means = moved
    return means, [len(g) for g in groups]


means, sizes = kmeans(points, 3)
print([tuple(round(c, 4) for c in m) for m in means], sizes)


def logistic(xs, ys, lr=0.5, epochs=200):
    w, b = [0.0] * len(xs[0]), 0.0
    for _ in range(epochs):
        gw, gb, loss = [0.0] * len(w), 0.0, 0.0
        for x, y in zip(xs, ys):
            z = sum(map(operator.mul, w, x)) + b
            p = 1 / (1 + math.exp(-z))
            loss -= math.log(p if y else 1 - p)
            gw = [g + (p - y) * xi for g, xi in zip(gw, x)]
            gb += p - y
        n = len(xs)
        w = [wi - lr * g / n for wi, g in zip(w, gw)]
        b -= lr * gb / n
    return w, b, loss / n


w, b, loss = logistic(points[:30], [0] * 15 + [1] * 15)
print([round(x, 6) for x in w], round(b, 6), round(loss, 6))


def gini(labels):
    return 1 - sum((labels.count(c) / len(labels)) ** 2 for c in set(labels))


def tree(xs, ys, depth):
    if depth == 0 or len(set(ys)) == 1:
        return max(sorted(set(ys)), key=ys.count)
    splits = []
    for axis in range(len(xs[0])):
        for cut in sorted({x[axis] for x in xs})[1:]:
            left = [y for x, y in zip(xs, ys) if x[axis] < cut]
            right = [y for x, y in zip(xs, ys) if x[axis] >= cut]
            splits.append(((len(left) * gini(left) + len(right) * gini(right)) / len(ys), axis, cut))
    _, axis, cut = min(splits)
    parts = [[(x, y) for x, y in zip(xs, ys) if (x[axis] < cut) == side] for side in (True, False)]
    return {f"x{axis} < {cut:.3f}": [tree(*map(list, zip(*part)), depth - 1) for part in parts]}


print(tree(points, [i // 15 for i in range(45)], 2))
