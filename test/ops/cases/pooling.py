"""Pools: maxima, averages and norms of windows, their sizes and what PyTorch refuses."""

import torch
import torch.nn.functional as F


def cases(record):
    inputs = {
        1: torch.randn(2, 2, 9),
        2: torch.randn(2, 2, 6, 5),
        3: torch.randn(1, 2, 4, 5, 4),
    }
    for rank, x in inputs.items():
        regular(record, rank, x)
        refused(record, rank, x)
        adaptive(record, rank, x)
    several(record, inputs)


def plain_max(rank):
    """Without a gradient, where max_pool1d has a way of its own; with one it is that with indices."""
    return getattr(F, f"max_pool{rank}d")


def regular(record, rank, x):
    most, average = f"max_pool{rank}d", f"avg_pool{rank}d"
    both = f"{most}_with_indices"
    windows = [
        dict(kernel_size=2),
        dict(kernel_size=3, stride=1),
        dict(kernel_size=3, stride=2, padding=1),
        dict(kernel_size=2, stride=3, ceil_mode=True),
        dict(kernel_size=3, stride=2, padding=1, ceil_mode=True),
    ]
    for window in windows:
        record(most, x.clone(), **window, call=plain_max(rank))
        record(both, x.clone(), **window, call=getattr(F, both))
        record(average, x, **window)
        record(average, x, **window, count_include_pad=False)
        if rank > 1:
            record(average, x, **window, divisor_override=5)
        if rank < 3 and "padding" not in window:
            record(f"lp_pool{rank}d", x.abs(), norm_type=2.0, **window)
    record(most, x.clone(), kernel_size=2, stride=1, dilation=2, call=plain_max(rank))
    record(both, x.clone(), 3, 1, 1, 2, True, call=getattr(F, both))
    record(most, x[0].clone(), 2, call=plain_max(rank))
    record(average, x[0], 2)
    record(most, x.double(), 2, call=plain_max(rank))
    record(average, x.double(), 2)
    record(average, (x * 10).long(), 2)
    record(average, x[:0], 2)
    hole = x.clone()
    hole[0, 0].view(-1)[3] = float("nan")
    record(both, hole, 2, call=getattr(F, both))


def refused(record, rank, x):
    most, average = f"max_pool{rank}d", f"avg_pool{rank}d"
    plain = getattr(F, most)
    for name, call in ((most, plain), (average, None)):
        record(name, x.clone(), 0, call=call)
        record(name, x.clone(), 2, 0, call=call)
        record(name, x.clone(), 0, 1, call=call)
        record(name, x.clone(), 2, -1, call=call)
        record(name, x.clone(), 2, padding=2, call=call)
        record(name, x.clone(), 2, padding=-1, call=call)
        record(name, x.clone(), 20, call=call and plain_max(rank))
        record(name, x[0, 0].clone(), 2, call=call)
        record(name, torch.randn(1, 1, 1, 1, 1, 1), 2, call=call)
        record(name, x[:, :0].clone(), 2, call=call)
        record(name, x[..., :0].clone(), 2, call=call)
        if rank > 1:
            record(name, x.clone(), (2,) * (rank + 1), call=call)
            record(name, x.clone(), 2, (2,) * (rank + 1), call=call)
            record(name, x.clone(), 2, padding=(1,) * (rank + 1), call=call)
    record(most, x.long(), 2, call=plain)
    record(most, x.clone(), 2, dilation=0, call=plain)
    record(most, x.clone(), 2, dilation=9, call=plain_max(rank))
    if rank > 1:
        record(average, x, 2, divisor_override=0)
    record(average, x.int(), 2)


def several(record, inputs):
    record("max_pool2d", inputs[2].clone(), (3, 2), (1, 2), (1, 0), call=plain_max(2))
    record("avg_pool2d", inputs[2], (3, 2), (1, 2), (1, 0))
    record("avg_pool3d", inputs[3], (3, 2, 1), (1, 2, 2), (1, 0, 0))
    record("lp_pool2d", inputs[2].abs(), 3.0, (2, 3), (2, 1))


def adaptive(record, rank, x):
    average, most = f"adaptive_avg_pool{rank}d", f"adaptive_max_pool{rank}d"
    both = f"{most}_with_indices"
    for name in (average, most, both):
        for size in (1, 2, 3, 7, 0, -1):
            record(name, x, size, call=getattr(F, name))
        record(name, x[0], 2, call=getattr(F, name))
        record(name, x.double(), 2, call=getattr(F, name))
        record(name, x[:0], 2, call=getattr(F, name))
    for name in (average, most):
        record(name, x[0, 0], 2)
        record(name, torch.randn(1, 1, 1, 1, 1, 1), 2)
        record(name, x.long(), 2)
        record(name, x[:, :0], 2)
        record(name, x[..., :0], 2)
        record(name, x, (2,) * (rank + 1))
        if rank > 1:
            record(name, x, (None,) * (rank - 1) + (2,))
            record(name, x, (None,) * rank)
