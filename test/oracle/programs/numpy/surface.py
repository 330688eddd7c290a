# Functions of numpy that programs with networks call.
import numpy as np

a, f = np.arange(12).reshape(3, 4), np.linspace(-1, 1, 7)
print(a.sum(0), a.mean(axis=1), a.std(), a.var(axis=1, ddof=1), a.max(axis=0), a.argmax(), a.ptp(), np.prod((2, 3, 4)))
print(np.cumsum(a, axis=1), np.median(f), np.percentile(a, 30), np.quantile(f, [0.25, 0.5]), np.diff(f))
print(np.where(a > 5, a, -a), np.nonzero(a % 2), np.argwhere(a > 9), np.clip(a, 2, 8), np.round(f, 2))
print(np.sort(f[::-1]), np.argsort(-f), np.unique([3, 1, 3], return_counts=True, return_inverse=True, return_index=True))
print(np.searchsorted([1, 3, 5], [2, 3, 6]), np.bincount([0, 1, 1, 3]), np.histogram([1, 2, 1], bins=3), np.interp(2.5, [1, 2, 3], [3, 2, 0]))
print(np.eye(3), np.diag([1, 2]), np.tril(a), np.triu(a, 1), np.full((2, 2), 7), np.arange(0, 1, 0.25), np.logspace(0, 2, 3))
print(np.meshgrid([1, 2], [3, 4, 5]), np.mgrid[0:2, 0:3], np.mgrid[0:1:3j], np.indices((2, 2)), np.linspace(1, 2, 3, retstep=True))
print(np.tile(a[:1], (2, 1)), np.repeat(a, [1, 0, 2], axis=0), np.hstack([[1, 2], [3]]), np.vstack([[1, 2], [3, 4]]), np.append([1], [2, 3]))
print(np.split(np.arange(6), [2, 5]), np.array_split(np.arange(7), 3), np.flip(a, 0), np.roll(a, 1), np.rot90(a), np.pad([1, 2, 3], (1, 2), mode='reflect'))
print(a @ a.T, np.outer([1, 2], [3, 4]), np.einsum('ij,kj->ik', a, a), np.tensordot(a, a, ([1], [1])), np.kron([1, 2], [1, 1]), np.cross([1, 0, 0], [0, 1, 0]))
m = np.array([[2.0, 1.0], [1.0, 3.0]])
print(np.linalg.norm(m, axis=1), np.linalg.inv(m), np.linalg.solve(m, [1, 2]), np.linalg.eigh(m)[0], np.linalg.svd(m)[1])
print(np.exp(f), np.sqrt(a), np.maximum(a, 5), np.isnan([1, np.nan]), np.nanmean([1, np.nan]), np.floor(f), np.sign(f), np.hypot(3, 4))
print(np.vectorize(lambda x: x + 1)(a), np.apply_along_axis(np.sum, 0, a), list(np.ndenumerate(m)), np.take_along_axis(a, np.argsort(-a, axis=1), 1))
print(a % 3, a // 2, a**2, a / 2, ~a, a & 1, -7 // np.array([2, 3]), np.isclose([1, 2], [1, 2.1]), np.array_equal(a, a))
