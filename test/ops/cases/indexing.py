"""Picking and placing elements by tensors of indices and by masks."""

import torch

F, D, I, L, U, B = torch.float32, torch.float64, torch.int32, torch.int64, torch.uint8, torch.bool


def at(x, indices):
    return torch.ops.aten.index(x, indices)


def cases(record):
    advanced(record)
    masks(record)
    along(record)
    vectors(record)


def advanced(record):
    x = torch.arange(24.0).reshape(2, 3, 4)
    a, b, c = torch.tensor([0, 1]), torch.tensor([2, -1]), torch.tensor([[3], [0]])
    d = torch.tensor([[1], [0]])
    for indices in [[a], [None, b], [None, None, c], [a, b], [a, None, b], [a, b, b], [None, a, c], [d], [a, d],
                    [torch.tensor(1)], [torch.tensor(1), None, b], [torch.zeros(0, dtype=L)]]:
        record("index", x, indices, call=at)
        record("index", x.long(), indices, call=at)
        result = at(x, indices)
        record("index_put", x, indices, torch.tensor(-1.0), call=put)
        record("index_put", x, indices, torch.randn(result.shape), call=put)
        record("index_put", x, indices, torch.randn(result.shape), True, call=put)
    record("index", torch.randn(3, dtype=torch.complex64), [a], call=at)
    record("index", x, [torch.tensor([2])], call=at)
    record("index", x, [None, torch.tensor([-4])], call=at)
    record("index", x, [a, torch.tensor([0, 1, 2])], call=at)
    record("index", x, [torch.tensor([0.5])], call=at)
    record("index_put", x, [a, b], torch.ones(3), call=put)
    record("index_put", x, [a], torch.ones(5, 4), call=put)
    record("index_put", x, [a], torch.ones(4, dtype=D), call=put)
    record("index_put", x.long(), [torch.tensor([0, 0])], torch.tensor(1), True, call=put)


def put(x, indices, values, accumulate=False):
    return torch.ops.aten.index_put(x, indices, values, accumulate)


def masks(record):
    x = torch.arange(12.0).reshape(3, 4)
    full = torch.rand(3, 4) > 0.5
    rows = torch.tensor([True, False, True])
    columns = torch.tensor([True, False, False, True])
    for indices in [[full], [rows], [None, columns], [rows, torch.tensor([0, 1])], [torch.zeros(3, 4, dtype=B)], [rows.to(U)]]:
        record("index.mask", x, indices, call=at)
        record("index_put", x, indices, torch.tensor(9.0), call=put)
    record("index_put", x, [rows], torch.randn(2, 4), call=put)
    record("index_put", x, [rows], torch.randn(3, 4), call=put)
    record("index.mask", x, [columns], call=at)
    record("index.mask", x, [full[:, :2]], call=at)
    for y in [x, x.long(), rows, torch.zeros(2, 2), torch.tensor(3.0)]:
        record("nonzero", y)
        record("where.condition", y, call=torch.where) if y.dim() else None
    record("masked_select", x, full)
    record("masked_select", x, columns)
    record("masked_select", torch.ones(1, 4), rows[:, None])
    record("masked_select", x, rows)
    record("masked_select", x, torch.ones(3, 4))
    for value in [5, 2.5, float("-inf"), True, torch.tensor(3)]:
        for dtype in [F, L, B, D]:
            if dtype != F and value == float("-inf") or dtype == L and value == 2.5:
                continue
            record("masked_fill", x.to(dtype), full, value)
    record("masked_fill", x.long(), full, float("-inf"))
    record("masked_fill", x, rows, 1)
    record("masked_fill", x, columns, 1)
    record("masked_fill", x, full, torch.ones(1))
    record("masked_scatter", x, full, torch.randn(12))
    record("masked_scatter", x, full, torch.randn(1))
    record("masked_scatter", x, full, torch.ones(12, dtype=L))
    record("take", x, torch.tensor([[0, -1], [5, 11]]))
    record("take", x, torch.tensor([12]))
    record("take", x, torch.tensor([1.0]))
    record("put", x, torch.tensor([0, 5, 0]), torch.tensor([1.0, 2.0, 3.0]), True)
    record("put", x, torch.tensor([0, -1]), torch.tensor([1.0, 2.0]))
    record("put", x, torch.tensor([12]), torch.tensor([1.0]))
    record("put", x, torch.tensor([1]), torch.tensor([1]))


def along(record):
    x = torch.randn(3, 4)
    small = torch.tensor([[0, 2, 1], [1, 0, 0]])
    record("gather", x, 1, small)
    record("gather", x, 0, small)
    record("gather", x.long(), -1, small)
    record("gather", torch.randn(2, 3, 4), 1, torch.randint(0, 3, (2, 5, 4)))
    record("gather", torch.tensor(2.0), 0, torch.tensor([0, 0]))
    record("gather", x, 1, torch.tensor([[0, 4]]))
    record("gather", x, 1, torch.tensor([[-1]]))
    record("gather", x, 1, torch.tensor([0]))
    record("gather", x, 1, torch.zeros(4, 1, dtype=L))
    record("gather", x, 1, torch.zeros(1, 1))
    record("gather", x, 2, small)
    src = torch.randn(3, 4)
    record("scatter", x, 1, small, src)
    record("scatter", x, 0, small, src)
    record("scatter", x, 1, torch.zeros(2, 0, dtype=L), src)
    record("scatter", x, 1, small, src, reduce="add")
    record("scatter", x, 1, small, src, reduce="multiply")
    record("scatter", x, 1, small, src, reduce="x")
    record("scatter", x, 1, small, src.double())
    record("scatter", x, 1, small, src[:, :2])
    record("scatter", x, 1, torch.tensor([[4]]), src)
    record("scatter", x, 1, torch.tensor([4]), src)
    record("scatter", x, 1, torch.zeros(4, 1, dtype=L), src)
    record("scatter.value", x, 1, small, 1.5)
    record("scatter.value", x.long(), 1, small, 2, reduce="multiply")
    record("scatter.value", torch.zeros(3, 5), 1, torch.tensor([[0], [4], [2]]), 1)
    record("scatter_add", x, 1, small, src)
    record("scatter_add", torch.zeros(5, dtype=L), 0, torch.tensor([0, 1, 0, 4]), torch.ones(4, dtype=L))
    record("scatter_add", x, 0, small, src.long())
    for how in ["sum", "prod", "mean", "amax", "amin", "x"]:
        for own in [True, False]:
            record("scatter_reduce", x, 1, small, src, how, include_self=own)
            record("scatter_reduce", x.long(), 0, small, src.mul(9).long(), how, include_self=own)
    record("take_along_dim", x, torch.argsort(x, 1), 1)
    record("take_along_dim", x, torch.tensor([[0], [1], [2]]), 1)
    record("take_along_dim", x, torch.tensor([[0, 5]]))
    record("take_along_dim", x, torch.tensor([0]), 1)
    record("take_along_dim", x, torch.tensor([[0.0]]), 1)


def vectors(record):
    x = torch.randn(3, 4)
    i = torch.tensor([2, 0])
    for dim in [0, 1, -1]:
        record("index_select", x, dim, i)
        record("index_select", x.long(), dim, i.int())
        record("index_fill", x, dim, i, 5)
    record("index_select", torch.randn(2, 3, 2), 1, i)
    record("index_select", x, 0, torch.tensor(1))
    record("index_select", torch.tensor(1.0), 0, torch.tensor([0]))
    record("index_select", x, 0, torch.tensor([[0]]))
    record("index_select", x, 0, torch.tensor([3]))
    record("index_select", x, 0, torch.tensor([-1]))
    record("index_select", x, 2, i)
    record("index_select", x, 0, x[0])
    record("index_fill", x, 0, i, torch.tensor(2.0))
    record("index_fill", x, 0, i, torch.tensor([2.0]))
    record("index_add", x, 0, torch.tensor([0, 0]), torch.ones(2, 4))
    record("index_add", x, 1, i, torch.ones(3, 2), alpha=-2)
    record("index_add", x.long(), 1, i, torch.ones(3, 2, dtype=L))
    record("index_add", x, 0, i, torch.ones(1, 4))
    record("index_add", x, 0, i, torch.ones(2, 4, dtype=D))
    record("index_copy", x, 0, i, torch.ones(2, 4))
    record("index_copy", x, 1, i, torch.ones(3, 2))
    record("index_copy", x, 0, i, torch.ones(1, 4))
