"""Fourier transforms: every function of torch.fft, lengths, norms, dims, refusals."""

import torch

ONE = ["fft", "ifft", "rfft", "irfft", "hfft", "ihfft"]


def cases(record):
    x = torch.randn(3, 4, 6)
    z = torch.complex(torch.randn(3, 4, 6), torch.randn(3, 4, 6))
    for name in ONE:
        f = getattr(torch.fft, name)
        inputs = [x] if name in ("rfft", "ihfft") else [x, z]
        for y in inputs:
            record(name, y, call=f)
            record(name, y, 5, 1, "ortho", call=f)
            record(name, y, 9, 0, "forward", call=f)
        record(name, torch.arange(6), call=f)
        record(name, torch.randn(51), call=f)
        record(name, torch.randn(64), call=f)
        record(name, z, call=f)
        record(name, x, 0, call=f)
        record(name, x, norm="x", call=f)
        record(name, torch.tensor(1.0), call=f)
        for suffix in ["2", "n"]:
            g = getattr(torch.fft, name + suffix)
            for y in inputs:
                record(name + suffix, y, call=g)
                record(name + suffix, y, [4, 5], call=g)
                record(name + suffix, y, dim=[2, 0], norm="ortho", call=g)
                record(name + suffix, y, [2, 7], [0, 1], "forward", call=g)
            record(name + suffix, z, call=g)
            record(name + suffix, x, [1], [0, 1], call=g)
            record(name + suffix, x, dim=[1, 1], call=g)
    for name in ["fftshift", "ifftshift"]:
        f = getattr(torch.fft, name)
        record(name, x, call=f)
        record(name, torch.arange(5), call=f)
        record(name, x, [0, 1], call=f)
