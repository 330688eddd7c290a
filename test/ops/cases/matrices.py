"""Triangles, products, distances, covariances, grids, differences."""

import torch

F, D, I, L, U, B = torch.float32, torch.float64, torch.int32, torch.int64, torch.uint8, torch.bool


def cases(record):
    x = torch.randn(3, 4)
    for name in ["tril", "triu"]:
        for diagonal in [0, 1, -2, 9]:
            for y in [x, x.mul(9).long(), x > 0, torch.randn(2, 3, 3), torch.zeros(0, 3)]:
                record(name, y, diagonal)
        record(name, torch.ones(3))
    for y in [x, x.long(), torch.eye(2, dtype=B), torch.ones(2, 2, 2)]:
        record("trace", y)
    rows = torch.randn(2, 3)
    record("cross", rows, torch.randn(2, 3))
    record("cross", torch.randn(3, 3), torch.randn(3, 3))
    record("cross", torch.randn(3, 2), torch.randn(3, 2), 0)
    record("cross", rows, torch.randn(1, 3))
    record("cross", rows, torch.randn(3))
    record("cross", rows, torch.randn(2, 3), 0)
    record("cross", torch.ones(2), torch.ones(2))
    record("cross.linalg", rows, torch.randn(2, 3), call=torch.linalg.cross)
    record("cross.linalg", torch.ones(3, 2), torch.ones(3, 2), call=torch.linalg.cross)
    record("kron", rows, torch.randn(3, 2))
    record("kron", torch.tensor([0, 1]), torch.ones(2, 2, 2))
    for p in [2.0, 1.0, 0.0, 3.0, float("inf")]:
        record("cdist", x, torch.randn(5, 4), p)
        record("cdist", torch.randn(2, 3, 4), torch.randn(5, 4), p)
    record("cdist", x, torch.randn(5, 3))
    record("cdist", x[0], x)
    record("cdist", x.long(), x.long())
    record("cdist", x, x.double())
    record("cdist", x, x, -1.0)
    record("cdist", torch.ones(2, 2, 2), torch.ones(3, 2, 2))
    for y in [x, x[0], x.mul(9).long(), torch.tensor([1, 2, 4])]:
        record("cov", y)
        record("cov", y, correction=0)
        record("corrcoef", y)
    record("cov", torch.tensor([[True, False]]))
    record("cov", torch.ones(2, 2, 2))
    i, j = torch.arange(3), torch.arange(2)
    for how in ["ij", "xy", "zz"]:
        record("meshgrid", [i, j], indexing=how, call=grid)
        record("meshgrid", [i, j, torch.tensor(5)], indexing=how, call=grid)
        record("meshgrid", [i], indexing=how, call=grid)
    record("meshgrid", [i, j.float()], call=grid)
    for n in [0, 1, 2, 5]:
        record("diff", x, n)
        record("diff", x, n, 0)
    record("diff", x, prepend=torch.zeros(3, 1), append=torch.ones(3, 2))
    record("diff", torch.tensor([True, False, False]))
    record("diff", torch.tensor(1.0))
    record("trapezoid", x)
    record("trapezoid", x, dim=0)
    record("trapezoid", x, dx=2)
    record("trapezoid", x, torch.tensor([0.0, 1.0, 3.0, 4.0]))
    record("trapezoid", x, torch.cumsum(torch.rand(3, 4), 1))
    record("isin", i, torch.tensor([1, 5]))
    record("isin", i, 2)
    record("isin", torch.tensor([1.0, float("nan")]), torch.tensor([1, 0]), invert=True)
    record("block_diag", [torch.tensor(1), torch.ones(2), rows], call=lambda tensors: torch.block_diag(*tensors))
    record("block_diag", [torch.ones(1, 1, 1)], call=lambda tensors: torch.block_diag(*tensors))
    enumerations(record)
    a, b = torch.randn(2, 3, 4), torch.randn(4, 3, 5)
    record("tensordot_of", a, b, [2], [0], call=dotted)
    record("tensordot_of", a, b, [1, 2], [1, 0], call=dotted)
    record("tensordot_of", a, a, [0, 1, 2], [0, 1, 2], call=dotted)
    record("tensordot_of", a, b, [-1], [0], call=dotted)
    record("tensordot_of", a, b, [], [], call=dotted)
    record("tensordot_of", a, b, [0], [0], call=dotted)


def enumerations(record):
    i, f = torch.arange(4), torch.randn(3)
    for name in ["tril_indices", "triu_indices"]:
        for offset in [0, 1, -1, 5]:
            record(name, 3, 4, offset)
        record(name, 2, 2, dtype=torch.int32)
        record(name, -1, 2)
    for r in [0, 1, 2, 3, 5]:
        record("combinations", i, r)
        record("combinations", f, r, True)
    record("combinations", torch.ones(2, 2))
    record("cartesian_prod", [i, f[:2].long()], call=lambda tensors: torch.cartesian_prod(*tensors))
    record("cartesian_prod", [i], call=lambda tensors: torch.cartesian_prod(*tensors))
    for n in [None, 0, 2, 5]:
        record("vander", i, n)
        record("vander", f, n, True)
    record("vander", torch.ones(2, 2))
    x = torch.randn(3, 5)
    record("renorm", x, 2, 0, 1)
    record("renorm", x, 1, 1, 0.5)
    record("renorm", x, 1, 1, -1)
    record("renorm", f, 1, 0, 1)
    record("pdist", x)
    record("pdist", x, 1.0)
    record("pdist", f)
    for size in [[1, 5], [5], [3, 1], [1], [], [2], [4, 3, 5]]:
        record("sum_to_size", x, size)
    record("cumulative_trapezoid", x)
    record("cumulative_trapezoid", x, dx=2, dim=0)
    record("cumulative_trapezoid", x, x)


def dotted(a, b, ours, theirs):
    return torch.tensordot(a, b, dims=(ours, theirs))


def grid(tensors, indexing="ij"):
    return torch.meshgrid(*tensors, indexing=indexing)
