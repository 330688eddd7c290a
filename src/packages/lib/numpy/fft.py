# numpy.fft over torch.fft: https://numpy.org/doc/1.24/reference/routines.fft.html

import torch

from ._core import asarray, wrap


def _along_one(name):
    transform = getattr(torch.fft, name)

    def run(a, n=None, axis=-1, norm=None):
        # numpy computes in doubles, whatever it is given.
        return wrap(transform(_wide(a), n, axis, norm))

    run.__name__ = name
    return run


def _along_two(name):
    transform = getattr(torch.fft, name)

    def run(a, s=None, axes=(-2, -1), norm=None):
        return wrap(transform(_wide(a), s, axes, norm))

    run.__name__ = name
    return run


def _along_all(name):
    transform = getattr(torch.fft, name)

    def run(a, s=None, axes=None, norm=None):
        return wrap(transform(_wide(a), s, axes, norm))

    run.__name__ = name
    return run


def _wide(a):
    tensor = asarray(a)._t
    return tensor.to(torch.complex128 if tensor.is_complex() else torch.float64)


fft, ifft, rfft, irfft, hfft, ihfft = map(_along_one, 'fft ifft rfft irfft hfft ihfft'.split())
fft2, ifft2, rfft2, irfft2 = map(_along_two, 'fft2 ifft2 rfft2 irfft2'.split())
fftn, ifftn, rfftn, irfftn = map(_along_all, 'fftn ifftn rfftn irfftn'.split())


def fftfreq(n, d=1.0):
    return wrap(torch.fft.fftfreq(n, d, dtype=torch.float64))


def rfftfreq(n, d=1.0):
    return wrap(torch.fft.rfftfreq(n, d, dtype=torch.float64))


def fftshift(x, axes=None):
    return wrap(torch.fft.fftshift(asarray(x)._t, axes))


def ifftshift(x, axes=None):
    return wrap(torch.fft.ifftshift(asarray(x)._t, axes))
