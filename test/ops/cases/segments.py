"""Segments, groups along a dimension, repeated slices; numbers taken apart."""

import torch


def cases(record):
    data = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])
    lengths = torch.tensor([2, 0, 3])
    for reduce in ("max", "min", "sum", "mean", "prod", "foo"):
        record("segment_reduce", data, reduce, lengths=lengths)
        record("segment_reduce", data, reduce, lengths=lengths, initial=2)
        record("segment_reduce", data, reduce, offsets=torch.tensor([0, 2, 2, 5]))
    record("segment_reduce", data, "max", lengths=lengths[:2])
    record("segment_reduce", data, "max", lengths=lengths[:2], unsafe=True)
    record("segment_reduce", data, "max")
    record("segment_reduce", data, "max", lengths=lengths.float())
    record("segment_reduce", data.long(), "max", lengths=lengths)
    rows = torch.arange(12.0).reshape(2, 6)
    record("segment_reduce", rows, "sum", lengths=torch.tensor([[2, 4], [1, 5]]), axis=1)
    record("segment_reduce", rows, "sum", lengths=torch.tensor([2, 4]), axis=1)
    record("segment_reduce", rows, "mean", lengths=torch.tensor([1, 1]))
    indices(record)
    repeats(record)
    for x in (torch.tensor([0.0, -0.0, 1, 2.5, -3, 1e-40, float("inf"), float("nan"), 1e30]),):
        record("frexp", x)
        record("frexp", x.double())
        record("frexp", x.long())
    record("aminmax", torch.tensor(2.0), dim=0, keepdim=True)


def indices(record):
    x, index, source = torch.ones(3, 4), torch.tensor([0, 2, 0]), torch.arange(12.0).reshape(3, 4)
    for reduce in ("prod", "mean", "amax", "amin", "sum"):
        record("index_reduce", x, 0, index, source, reduce)
        record("index_reduce", x, 0, index, source, reduce, include_self=False)
        record("index_reduce", x.long(), 0, index.int(), source.long() - 5, reduce)
    record("index_reduce", x, 1, index, source.t()[:3, :3].contiguous(), "prod")
    record("index_reduce", x, 0, index, source.double(), "prod")
    record("index_reduce", x, 0, torch.tensor([0, 3, 1]), source, "prod")
    record("index_reduce", x, 0, index.float(), source, "prod")
    record("index_reduce", x, 0, index[None], source, "prod")
    record("index_reduce", x, 0, index, source[:2], "prod")
    record("index_reduce", x, 2, index, source, "prod")
    record("index_reduce", torch.tensor(2.0), 0, torch.tensor([0]), torch.tensor(5.0), "mean")


def repeats(record):
    x, counts = torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 2])
    record("repeat_interleave.Tensor", counts)
    record("repeat_interleave.Tensor", counts.int())
    record("repeat_interleave.Tensor", counts[None])
    record("repeat_interleave.Tensor", counts - 2)
    record("repeat_interleave.Tensor", counts.float())
    for dim in (0, 1, -1, None):
        record("repeat_interleave.self_Tensor", x, counts, dim)
        record("repeat_interleave.self_Tensor", x, counts[1:], dim)
        record("repeat_interleave.self_Tensor", x.float(), torch.tensor(3), dim)
    record("repeat_interleave.self_Tensor", x, counts, 0, output_size=3)
    record("repeat_interleave.self_Tensor", x, counts, 0, output_size=4)
    record("repeat_interleave.self_Tensor", torch.tensor(3), counts[:1])
    q, order = torch.tensor([1.0, 3.0, 2.0]), torch.tensor([0, 2, 1])
    record("searchsorted", q, torch.tensor([2.5, 0, 2]), sorter=order)
    record("searchsorted", q, torch.tensor([2.5, 0, 2]), sorter=order, right=True)
    record("searchsorted", q, torch.tensor([2.5, 0]), sorter=order[:2])
    record("searchsorted", q, torch.tensor([2.5, 0]), sorter=order.int())
    record("searchsorted", torch.tensor(1.0), 2.0)
