"""Padding by a constant, by reflection, by the edge and in a circle."""

import torch
import torch.nn.functional as F


def cases(record):
    inputs = [torch.randn(2, 3, 4), torch.randn(1, 2, 4, 3), torch.randn(1, 2, 3, 4, 3)]
    for rank, x in enumerate(inputs, 1):
        for mode in ("constant", "reflect", "replicate", "circular", "foo"):
            one_mode(record, rank, x, mode)
    constants(record, inputs[1])


def one_mode(record, rank, x, mode):
    record("pad", x, [1, 2, 2, 0, 0, 1][: 2 * rank], mode)
    record("pad", x[0], [1] * 2 * rank, mode)
    record("pad", x[0, 0], [1] * 2 * rank, mode)
    record("pad", x, [-1, 1] * rank, mode)
    record("pad", x, [3, 0] * rank, mode)
    record("pad", x, [4, 3] * rank, mode)
    record("pad", x, [1], mode)
    record("pad", x, [1] * (2 * rank + 6), mode)
    record("pad", x, [1] * (2 * rank + 2), mode)
    record("pad", x.double(), [1] * 2 * rank, mode)
    record("pad", (x * 9).long(), [1] * 2 * rank, mode)
    record("pad", x[:0], [1] * 2 * rank, mode)
    record("pad", x, [1] * 2 * rank, mode, 0.0)
    record("pad", x, [1] * 2 * rank, mode, 2.5)


def constants(record, x):
    record("pad", x, [1, 1], value=float("-inf"))
    record("pad", (x * 9).int(), [0, 1], value=1.5)
    record("pad", x > 0, [1, 1, 1, 1], value=1)
    record("pad", x > 0, [1, 1, 1, 1])
    record("pad", x, [-4, 0])
    record("pad", x, [-2, -2])
    record("pad", x, [])
    record("constant_pad_nd", x, [1, 0, 2, 1])
    record("constant_pad_nd", x, [1, 0, 2, 1], 3.5)
    record("pad", torch.complex(x, -x), [1, 0, 1, 1], value=2.0)
