# Windows of signals: https://pytorch.org/docs/stable/torch.html#spectral-ops

import math

import torch


def _window_length(name, window_length, periodic, dtype):
    if window_length < 0:
        raise RuntimeError(
            f'{name} requires non-negative window_length, got window_length={window_length}'
        )
    kind = torch.get_default_dtype() if dtype is None else dtype
    if not kind.is_floating_point and not kind.is_complex:
        raise RuntimeError(f'{name} expects floating point dtypes, got: {kind}')
    return window_length + 1 if periodic else window_length, kind


def _window(name, window_length, periodic, dtype, requires_grad, make):
    count, kind = _window_length(name, window_length, periodic, dtype)
    if window_length <= 1:
        made = torch.ones(window_length, dtype=kind)
    else:
        made = make(torch.arange(count, dtype=kind), count)[:window_length].clone()
    return made.requires_grad_(requires_grad)


def _cosine(alpha, beta):
    return lambda n, count: (n * (math.pi * 2.0 / (count - 1))).cos() * -beta + alpha


def hann_window(window_length, periodic=True, *, dtype=None, layout=None, device=None,
                pin_memory=False, requires_grad=False):
    make = _cosine(0.5, 0.5)
    return _window('hann_window', window_length, periodic, dtype, requires_grad, make)


def hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None, layout=None,
                   device=None, pin_memory=False, requires_grad=False):
    make = _cosine(alpha, beta)
    return _window('hamming_window', window_length, periodic, dtype, requires_grad, make)


def bartlett_window(window_length, periodic=True, *, dtype=None, layout=None, device=None,
                    pin_memory=False, requires_grad=False):
    def make(n, count):
        rising = n * (2.0 / (count - 1))
        return torch.where(n <= (count - 1) // 2, rising, 2 - rising)

    return _window('bartlett_window', window_length, periodic, dtype, requires_grad, make)


def blackman_window(window_length, periodic=True, *, dtype=None, layout=None, device=None,
                    pin_memory=False, requires_grad=False):
    def make(n, count):
        angle = n * (math.pi / (count - 1))
        return (angle * 4).cos() * 0.08 - (angle * 2).cos() * 0.5 + 0.42

    return _window('blackman_window', window_length, periodic, dtype, requires_grad, make)


def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None, layout=None, device=None,
                  pin_memory=False, requires_grad=False):
    def make(n, count):
        ratio = n * 2.0 / (count - 1) - 1
        return torch.i0(beta * (1 - ratio * ratio).clamp(min=0).sqrt()) / torch.i0(
            torch.tensor(beta, dtype=n.dtype)
        )

    return _window('kaiser_window', window_length, periodic, dtype, requires_grad, make)
