"""Convolutions of one to three dimensions, transposed ones, and what PyTorch refuses of them."""

import torch
import torch.nn.functional as F


def cases(record):
    inputs = {
        1: torch.randn(2, 2, 7),
        2: torch.randn(2, 2, 5, 4),
        3: torch.randn(1, 2, 4, 3, 3),
    }
    for rank, x in inputs.items():
        plain(record, rank, x)
        words(record, rank, x)
        transposed(record, rank, x)
        refused(record, rank, x)
    record("conv2d", inputs[2], torch.randn(3, 2, 3, 2), None, (2, 1), (1, 0), (1, 2))
    record("conv2d", torch.randn(1, 1, 8, 8), torch.randn(4, 3, 7, 7))


def plain(record, rank, x):
    name = f"conv{rank}d"
    weight, bias = torch.randn(4, 2, *[3] * rank), torch.randn(4)
    record(name, x, weight)
    record(name, x, weight, bias, padding=1)
    record(name, x, weight, bias, 2, 1)
    record(name, x, weight, None, 1, 2, 2)
    record(name, x, torch.randn(4, 1, *[2] * rank), bias, groups=2)
    record(name, x, torch.randn(2, 1, *[3] * rank), padding=1, groups=2)
    record(name, x, torch.randn(4, 2, *[1] * rank), bias, stride=2)
    record(name, x[0], weight, bias)
    record(name, x.double(), weight.double(), bias.double())
    record(name, x[:0], weight)


def words(record, rank, x):
    name, call = f"conv{rank}d.padding", getattr(F, f"conv{rank}d")
    for size in (1, 2, 3):
        weight = torch.randn(2, 2, *[size] * rank)
        record(name, x, weight, padding="same", call=call)
        record(name, x, weight, padding="same", dilation=2, call=call)
        record(name, x, weight, padding="valid", stride=2, call=call)
    record(name, x, weight, padding="same", stride=2, call=call)
    record(name, x, weight, padding="foo", call=call)


def transposed(record, rank, x):
    name = f"conv_transpose{rank}d"
    weight, bias = torch.randn(2, 3, *[3] * rank), torch.randn(3)
    record(name, x, weight)
    record(name, x, weight, bias, 2)
    record(name, x, weight, bias, stride=2, padding=1, output_padding=1)
    record(name, x, weight, bias, stride=3, padding=2, output_padding=2)
    record(name, x, weight, None, dilation=2)
    record(name, x, torch.randn(2, 2, *[2] * rank), stride=2, groups=2)
    record(name, x[0], weight, bias)
    record(name, x, weight, bias, 2, output_padding=2)
    record(name, x, weight, bias, output_padding=1)
    record(name, x, torch.randn(3, 3, *[3] * rank))
    record(name, x, weight, torch.randn(2))
    record(name, x, weight, padding=-1)


def refused(record, rank, x):
    name = f"conv{rank}d"
    weight, bias = torch.randn(4, 2, *[3] * rank), torch.randn(4)
    record(name, x, torch.randn(4, 3, *[3] * rank))
    record(name, x[0], torch.randn(4, 3, *[3] * rank))
    record(name, x, weight, groups=2)
    record(name, x, weight, groups=0)
    record(name, x, weight, groups=3)
    record(name, x, weight, groups=7)
    record(name, x, torch.randn(1, 2, *[9] * rank))
    record(name, x, torch.randn(1, 2, *[5] * rank), padding=1, dilation=2)
    record(name, x[0, 0], weight)
    record(name, x[None], weight)
    record(name, x, weight, torch.randn(5))
    record(name, x, weight, torch.randn(4, 1))
    record(name, x, weight, padding=-1)
    record(name, x, weight, stride=0)
    record(name, x, weight, stride=-1)
    record(name, x, weight, dilation=0)
    record(name, x.double(), weight)
    record(name, x.double(), weight, bias)
    record(name, x, weight.double(), bias)
    record(name, x, weight, bias.double())
    record(name, x.double(), weight.double(), bias)
    record(name, x.long(), weight)
    record(name, x.long(), weight, bias)
