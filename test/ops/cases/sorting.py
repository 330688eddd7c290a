"""Sorting and searching."""

import torch

INF, NAN = float("inf"), float("nan")
F, D, I, L, U, B = torch.float32, torch.float64, torch.int32, torch.int64, torch.uint8, torch.bool


def cases(record):
    rows = torch.tensor([[1.0, 3.0, 3.0, 2.0], [NAN, 5.0, 1.0, 0.0], [-INF, INF, -1.0, NAN]])
    whole = torch.randint(0, 9, (3, 5, 2))
    for x in [rows, whole, whole.to(U), rows.double(), torch.rand(3, 4) > 0.5]:
        for dim in [0, 1, -1, 4]:
            for descending in [False, True]:
                # Only a stable sort fixes where equal elements go.
                record("sort", x, dim, descending, call=stable_sort)
                record("argsort", x, dim, descending, call=lambda *a: stable_sort(*a)[1])
    record("sort", torch.tensor(2.0))
    record("msort", rows)
    record("sort.stable", whole, stable=True, dim=0)
    distinct = torch.randn(3, 6)
    for k in [0, 1, 3]:
        for dim in [0, 1]:
            for largest in [True, False]:
                record("topk", distinct, k, dim, largest)
                record("topk", torch.randperm(12).reshape(3, 4), k, dim, largest)
    record("topk", distinct, 7)
    record("topk", distinct, 1, 2)
    record("topk", torch.tensor([NAN, 1.0, 2.0]), 2)
    unique(record)
    searching(record, rows)


def stable_sort(x, dim, descending):
    return torch.sort(x, dim=dim, descending=descending, stable=True)


def unique(record):
    full = lambda x, *dim: torch.unique(x, return_inverse=True, return_counts=True, **dict(zip(["dim"], dim)))
    runs = lambda x, dim=None: torch.unique_consecutive(x, return_inverse=True, return_counts=True, dim=dim)
    for x in [torch.randint(0, 4, (3, 4)), torch.tensor([2.0, 1.0, 2.0, -1.0]), torch.tensor([True, False]), torch.zeros(0)]:
        record("unique_of", x, call=full)
        record("unique_consecutive_of", x, call=runs)
    for dim in [0, 1]:
        x = torch.tensor([[1, 0, 1], [1, 0, 1], [0, 0, 0]])
        record("unique_along", x, dim, call=full)
        record("unique_consecutive_of", x, dim, call=runs)


def searching(record, rows):
    edges = torch.tensor([1.0, 3.0, 5.0, 7.0, 9.0])
    values = torch.tensor([[3.0, 6.0, 9.0], [0.0, 10.0, NAN]])
    for right in [False, True]:
        record("searchsorted", edges, values, right=right)
        record("searchsorted", edges, 3.0, right=right)
        record("bucketize", values, edges, right=right)
        record("searchsorted", torch.arange(10).reshape(2, 5), torch.tensor([[3, 9], [5, 7]]), right=right)
    record("searchsorted", edges, values, out_int32=True)
    record("searchsorted", edges, values, side="right")
    record("searchsorted", edges, values, side="middle")
    record("searchsorted", edges.reshape(1, 5), values)
    record("bucketize", values, values)
    record("histc", torch.tensor([1.0, 2.0, 1.0, 4.0]), 4, 0, 3)
    record("histc", torch.randn(50), 7)
    record("histc", torch.ones(3), 4)
    record("histc", torch.tensor([1, 2]), 4)
    record("histc", torch.ones(3), 4, 2, 1)
    record("histc", torch.ones(3), 0)
    record("bincount", torch.tensor([1, 4, 1, 0]))
    record("bincount", torch.tensor([1, 4, 1, 0], dtype=U), minlength=8)
    record("bincount", torch.tensor([1, 2, 1]), torch.tensor([0.5, 1.0, 2.0]))
    record("bincount", torch.tensor([1, 2, 1]), torch.tensor([1, 2, 3]))
    record("bincount", torch.tensor([1, -2]))
    record("bincount", torch.tensor([1.0]))
    record("bincount", torch.zeros(0, dtype=L))
