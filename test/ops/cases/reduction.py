"""Sums, moments, extrema, norms, running sums, ranks."""

import torch

INF, NAN = float("inf"), float("nan")
F, D, I, L, U, B = torch.float32, torch.float64, torch.int32, torch.int64, torch.uint8, torch.bool
C = torch.complex64


def numbers(*shape, dtype=F):
    if dtype == B:
        return torch.rand(shape) > 0.5
    if not dtype.is_floating_point and not dtype.is_complex:
        return torch.randint(0 if dtype == U else -9, 9, shape, dtype=dtype)
    return torch.randn(shape, dtype=torch.complex128 if dtype.is_complex else D).mul(3).to(dtype)


def cases(record):
    sums(record)
    moments(record)
    extrema(record)
    norms(record)
    scans(record)
    ranks(record)


def dims(record, name, *rest, dtypes=(F, D, L, B), lists=True, whole=True, **kwargs):
    for dtype in dtypes:
        x = numbers(2, 3, 4, dtype=dtype)
        if whole:
            record(name, x, *rest, **kwargs)
        for dim in [0, 1, -1] + ([[0, 2], [1], [-1, 0], [0, 1, 2]] if lists else []):
            record(name, x, *rest, dim, **kwargs)
            record(name, x, *rest, dim, True, **kwargs)
        record(name, x, *rest, 3, **kwargs)
        record(name, torch.tensor(2).to(dtype), *rest, 0, **kwargs)
        record(name, torch.tensor(2).to(dtype), *rest, 1, **kwargs)
    record(name, torch.zeros(0, 3), *rest, 0, **kwargs)
    record(name, torch.zeros(0, 3), *rest, 1, **kwargs)
    if lists:
        record(name, numbers(2, 3), *rest, [0, 0], **kwargs)


def sums(record):
    dims(record, "sum", dtypes=(F, D, L, B, U, I, C))
    dims(record, "mean", dtypes=(F, D, L, B, C))
    dims(record, "nansum")
    dims(record, "nanmean", dtypes=(F, D, L))
    dims(record, "prod", lists=False)
    dims(record, "logsumexp", dtypes=(F, D, L), whole=False)
    record("sum", torch.rand(20, 500))
    record("sum", numbers(3), dtype=L)
    record("sum", numbers(3, dtype=L), dtype=F)
    record("mean", numbers(3, dtype=L), dtype=F)
    record("mean", numbers(3), dtype=L)
    record("prod", numbers(3, dtype=L), dtype=F)
    record("sum", torch.tensor([2**62, 2**62, 5]))
    gaps = torch.tensor([[1.0, NAN, 3.0], [NAN, NAN, NAN]])
    for name in ["sum", "nansum", "nanmean", "mean"]:
        record(name, gaps, 1)
    for value in [INF, -INF]:
        record("logsumexp", torch.tensor([[value, value, 1.0]]), 1)
    for name in ["all", "any"]:
        for dtype in (F, L, B, U):
            for dim in [None, 0, 1]:
                x = numbers(3, 4, dtype=dtype)
                record(name, x) if dim is None else record(name, x, dim)
                record(name, torch.ones(2, 2, dtype=dtype), *([] if dim is None else [dim, True]))
        record(name, torch.zeros(0, 3))
        record(name, torch.zeros(0, 3), 0)
    for dim in [None, 0, [0, 1]]:
        record("count_nonzero", numbers(3, 4, dtype=L), dim)


def moments(record):
    x = numbers(2, 3, 4)
    for name in ["std", "var", "std_mean", "var_mean"]:
        record(name, x)
        record(name, x, False)
        record(name, x.double())
        record(name, numbers(2, dtype=L))
        record(name, torch.tensor(3.0))
        record(name, torch.zeros(0))
        for dim in [0, -1, [0, 2]]:
            record(f"{name}.dim", x, dim)
            record(f"{name}.dim", x, dim, False, True)
            record(f"{name}.correction", x, dim, correction=0)
            record(f"{name}.correction", x, dim, correction=2, keepdim=True)
        record(f"{name}.dim", x[:1], 0)
        record(f"{name}.dim", x, 3)
        record(f"{name}.dim", x + 1e4, 1, tolerance=1e-4)


def extrema(record):
    x = torch.tensor([[1.0, 3.0, 3.0], [NAN, 5.0, NAN], [-INF, -INF, -1.0]])
    for name in ["max", "min"]:
        for dtype in (F, D, L, B, U):
            record(name, numbers(2, 3, dtype=dtype))
            record(f"{name}.other", numbers(2, 3, dtype=dtype), numbers(3))
        record(name, torch.zeros(0))
        record(name, x)
        record(name, torch.ones(2, dtype=C))
        dims(record, f"{name}.dim", lists=False, whole=False)
        record(f"{name}.dim", x, 1)
        record(f"{name}.dim", x, 0)
    for name in ["argmax", "argmin"]:
        dims(record, name, lists=False, dtypes=(F, D, L, U))
        record(name, x)
        record(name, x, 1)
        record(name, torch.zeros(0))
        record(name, numbers(3, dtype=B))
    for name in ["amax", "amin"]:
        dims(record, name)
        record(name, x, 1)
        record(name, torch.zeros(0))
    for dim in [None, 0, 1]:
        record("aminmax", numbers(3, 4), dim=dim)
        record("aminmax", numbers(3, 4), dim=dim, keepdim=True)
    record("aminmax", torch.zeros(0))


def norms(record):
    for p in [2, 1, 0, 3, 0.5, INF, -INF]:
        for dim in [None, 0, [0, 1]]:
            record("norm", numbers(3, 4), p, dim)
            record("vector_norm", numbers(3, 4), p, dim)
        record("norm", numbers(3, 4), p, 1, True)
        record("dist", numbers(3, 4), numbers(4), p)
    record("norm", numbers(3, dtype=L))
    record("norm", numbers(3, dtype=C))
    record("norm", numbers(3), 2, dtype=D)
    record("norm.name", numbers(3, 4), "fro")
    record("norm.name", numbers(3, 4), "fro", 1)
    record("norm.name", numbers(3, 4), "x")
    record("vector_norm", numbers(3, dtype=L))
    record("vector_norm", torch.zeros(0), INF)
    for ord in [None, 1, -1, INF, -INF]:
        record("norm.linalg", numbers(3, 4), ord, call=torch.linalg.norm)
        record("norm.linalg", numbers(5), ord, call=torch.linalg.norm)
        record("norm.linalg", numbers(2, 3, 4), ord, [1, 2], call=torch.linalg.norm)
    record("norm.linalg", numbers(2, 3, 4), 1, call=torch.linalg.norm)
    record("matrix_norm", numbers(2, 3, 4))
    record("matrix_norm.ord", numbers(2, 3, 4), 1)


def scans(record):
    for name in ["cumsum", "cumprod", "cummax", "cummin", "logcumsumexp"]:
        for dtype in (F, D, L, B) if name != "logcumsumexp" else (F, D, L):
            for dim in [0, 1, -1, 3]:
                record(name, numbers(2, 3, 2, dtype=dtype), dim)
        record(name, torch.tensor([1.0, NAN, 0.0, 2.0, 2.0]), 0)
        record(name, torch.tensor(2.0), 0)
        record(name, torch.zeros(0, 3), 0)
    record("cumsum", numbers(3, dtype=L), 0, dtype=F)
    record("cumsum", torch.rand(200), 0)


def ranks(record):
    x = torch.tensor([[1.0, 3.0, 3.0, 2.0], [NAN, 5.0, 1.0, 0.0], [-INF, -INF, -1.0, 7.0]])
    for name in ["median", "nanmedian"]:
        record(name, x)
        record(f"{name}.dim", x, 1)
        record(f"{name}.dim", x, 0)
        record(name, numbers(5, dtype=L))
        record(name, torch.zeros(0))
        record(f"{name}.dim", numbers(3, 5, dtype=L), 1, True)
        record(f"{name}.dim", torch.zeros(0, 2), 0)
    for dim in [0, 1, -1]:
        record("mode", torch.tensor([[1, 2, 2], [3, 3, 1], [1, 2, 3]]), dim)
        record("kthvalue", numbers(3, 4), 2, dim)
        record("kthvalue", numbers(3, 4), 3, dim, True)
    record("kthvalue", numbers(3, 4), 5)
    record("kthvalue", torch.tensor(1.0), 1)
    for how in ["linear", "lower", "higher", "midpoint", "nearest", "other"]:
        for q in [0.0, 0.3, 0.5, 1.0, torch.tensor([0.1, 0.5, 0.9])]:
            for dim in [None, 0, 1]:
                record("quantile", numbers(4, 5), q, dim, interpolation=how)
    record("quantile", numbers(4, 5), torch.tensor([0.1, 0.9]), 1, True)
    record("quantile", x, 0.5, 1)
    record("nanquantile", x, 0.5, 1)
    record("quantile", numbers(4), 1.5)
    record("quantile", numbers(4, dtype=L), 0.5)
    record("quantile", torch.zeros(0), 0.5)
    record("quantile", numbers(4), torch.tensor([[0.5]]))
    record("quantile", numbers(4), torch.tensor([0.5], dtype=D))
