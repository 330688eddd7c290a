# Dropouts that keep mean and variance: what is dropped gets SELU's least value.
# https://pytorch.org/docs/stable/nn.functional.html#alpha-dropout

import math

import torch

_least = 1.7580993408473766


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    return _dropped(input, p, training, inplace, input.shape)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    shape = (*input.shape[:2], *[1] * (input.dim() - 2))
    if training and 0 < p <= 1 and input.dim() < 2 and input.numel() > 0:
        raise RuntimeError('Feature dropout requires at least 2 dimensions in the input')
    return _dropped(input, p, training, inplace, shape)


def _dropped(input, p, training, inplace, shape):
    if p < 0.0 or p > 1.0:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
    if not training or p == 0 or input.numel() == 0:
        return input
    if p == 1:
        zeros = torch.zeros((), dtype=input.dtype)
        return input.mul_(zeros) if inplace else input * zeros
    noise = torch.empty(shape, dtype=input.dtype).bernoulli_(1 - p)
    scale = 1 / math.sqrt((_least * _least * p + 1) * (1 - p))
    shift = (noise - 1) * (_least * scale) + _least * scale * p
    noise = noise * scale
    return input.mul_(noise).add_(shift) if inplace else input * noise + shift
