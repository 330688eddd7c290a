# Initialisers that are put together from others: https://pytorch.org/docs/stable/nn.init.html

import warnings

import torch
from torch.nn import init


def eye_(tensor):
    if tensor.ndimension() != 2:
        raise ValueError('Only tensors with 2 dimensions are supported')
    with torch.no_grad():
        return tensor.copy_(torch.eye(*tensor.shape))


def dirac_(tensor, groups=1):
    rank = tensor.ndimension()
    if rank not in (3, 4, 5):
        raise ValueError('Only tensors with 3, 4, or 5 dimensions are supported')
    sizes = tensor.size()
    if sizes[0] % groups != 0:
        raise ValueError('dim 0 must be divisible by groups')
    channels = sizes[0] // groups
    with torch.no_grad():
        tensor.zero_()
        for group in range(groups):
            for channel in range(min(channels, sizes[1])):
                middle = [size // 2 for size in sizes[2:]]
                tensor[(group * channels + channel, channel, *middle)] = 1
    return tensor


def sparse_(tensor, sparsity, std=0.01):
    if tensor.ndimension() != 2:
        raise ValueError('Only tensors with 2 dimensions are supported')
    rows, columns = tensor.shape
    zeros = -int(-sparsity * rows // 1)
    with torch.no_grad():
        tensor.normal_(0, std)
        for column in range(columns):
            indices = torch.randperm(rows)[:zeros]
            tensor[indices, column] = 0
    return tensor


def _deprecated(name):
    def initialise(*args, **kwargs):
        warnings.warn(f'nn.init.{name} is now deprecated in favor of nn.init.{name}_.', stacklevel=2)
        return getattr(init, name + '_')(*args, **kwargs)

    initialise.__name__ = name
    return initialise


def uniform(*args, **kwargs):
    return _deprecated('uniform')(*args, **kwargs)


def normal(*args, **kwargs):
    return _deprecated('normal')(*args, **kwargs)


def constant(*args, **kwargs):
    return _deprecated('constant')(*args, **kwargs)


def xavier_uniform(*args, **kwargs):
    return _deprecated('xavier_uniform')(*args, **kwargs)


def xavier_normal(*args, **kwargs):
    return _deprecated('xavier_normal')(*args, **kwargs)


def kaiming_uniform(*args, **kwargs):
    return _deprecated('kaiming_uniform')(*args, **kwargs)


def kaiming_normal(*args, **kwargs):
    return _deprecated('kaiming_normal')(*args, **kwargs)


def orthogonal_(tensor, gain=1):
    if tensor.ndimension() < 2:
        raise ValueError('Only tensors with 2 or more dimensions are supported')
    if tensor.numel() == 0:
        return tensor
    rows, columns = tensor.size(0), tensor.numel() // tensor.size(0)
    drawn = tensor.new_empty((rows, columns)).normal_(0, 1)
    q, r = torch.linalg.qr(drawn.t() if rows < columns else drawn)
    # The factors are unique where the diagonal of R is positive.
    q = q * torch.diag(r, 0).sign()
    if rows < columns:
        q = q.t()
    with torch.no_grad():
        tensor.view_as(q).copy_(q)
        tensor.mul_(gain)
    return tensor
