"""Sliding blocks, shuffled channels, attention."""

import math

import torch
import torch.nn.functional as F


def cases(record):
    x = torch.randn(2, 3, 5, 6)
    blocks(record, x)
    folds(record)
    shuffles(record)
    attention(record)


def blocks(record, x):
    def unfold(*args, **kwargs):
        record("unfold", *args, call=F.unfold, **kwargs)

    unfold(x, 3)
    unfold(x, (2, 3), 2, 1, (1, 2))
    unfold(x, kernel_size=2, stride=2)
    unfold(x[0], 3)
    unfold(x[:0], 3)
    unfold(x.double(), 3)
    for bad in ((x, 9), (x, (3, 3, 3)), (x, 0), (x, 3, 0), (x, 3, 1, -1), (x, 3, 1, 0, 0), (x.long(), 3),
                (x[0, 0], 3), (x[None], 3), (x[:, :0], 3)):
        unfold(*bad)


def folds(record):
    def fold(*args, **kwargs):
        record("fold", *args, call=F.fold, **kwargs)

    c = torch.randn(2, 18, 12)
    fold(c, (5, 6), 3)
    fold(c[0], (5, 6), 3)
    fold(torch.randn(1, 8, 4), 4, 2, stride=2)
    fold(torch.randn(1, 8, 9), 4, 2, padding=1, stride=2)
    for bad in ((c, (6, 6), 3), (c, (5, 6), (3, 4)), (c[None], (5, 6), 3), (c, (5, 6), 3, 0), (c, (5, 6), 3, 1, 0, 0),
                (c, (5, 6, 7), 3), (c, 2, 3), (c[0], (5, 6), (3, 4)), (c, (5, 6), 0), (c, (5, 6), 3, 1, -1)):
        fold(*bad)


def shuffles(record):
    x = torch.randn(2, 8, 4, 6)
    for name, numbers in (("pixel_shuffle", (2, 1, 3, 0)), ("pixel_unshuffle", (2, 1, 3, 0)), ("channel_shuffle", (2, 4, 3, 0))):
        for number in numbers:
            record(name, x, number, call=getattr(F, name))
        record(name, x[0], 2, call=getattr(F, name))
        record(name, x[0, 0], 2, call=getattr(F, name))
        record(name, x.long(), 2, call=getattr(F, name))
    record("pixel_shuffle", x[None], 2, call=F.pixel_shuffle)


def attend(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None):
    """The definition that the documentation of PyTorch 2 gives."""
    factor = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    bias = torch.zeros(query.size(-2), key.size(-2), dtype=query.dtype)
    if is_causal:
        bias = bias.masked_fill(torch.ones_like(bias, dtype=torch.bool).tril().logical_not(), float("-inf"))
    if attn_mask is not None:
        if attn_mask.dtype == torch.bool:
            bias = torch.zeros(attn_mask.shape).masked_fill(attn_mask.logical_not(), float("-inf"))
        else:
            bias = attn_mask
    weight = query @ key.transpose(-2, -1) * factor + bias
    return torch.softmax(weight, dim=-1) @ value


def attention(record):
    q, k, v = torch.randn(2, 2, 3, 4), torch.randn(2, 2, 5, 4), torch.randn(2, 2, 5, 6)
    name = "scaled_dot_product_attention"
    record(name, q, k, v, call=attend)
    record(name, q, k, v, scale=0.5, call=attend)
    record(name, q, k, v, is_causal=True, call=attend)
    record(name, q, k, v, torch.randn(3, 5), call=attend)
    record(name, q, k, v, torch.randn(2, 1, 3, 5) > -1, call=attend)
    record(name, q[0, 0], k[0, 0], v[0, 0], call=attend)
    record(name, q.double(), k.double(), v.double(), call=attend)
