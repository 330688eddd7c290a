# Reductions and normalisations over the elements that a mask lets through:
# https://pytorch.org/docs/stable/masked.html

import torch
import torch.nn.functional as F

__all__ = [
    'amax', 'amin', 'argmax', 'argmin', 'cumprod', 'cumsum', 'log_softmax', 'logaddexp',
    'logsumexp', 'mean', 'median', 'norm', 'normalize', 'prod', 'softmax', 'softmin', 'std', 'sum',
    'var',
]


def sum(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    dims = _dims(dim, input.ndim)
    return torch.sum(_filled(input, mask, 0), dims, bool(keepdim), dtype=dtype or _sum_type(input))


def prod(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    dims = _dims(dim, input.ndim)
    result = _filled(input, mask, 1).to(dtype=dtype or _sum_type(input))
    for d in reversed(dims):
        result = result.prod(dim=d, keepdim=bool(keepdim))
    return result


def cumsum(input, dim, *, dtype=None, mask=None):
    dim, dtype = _dims(dim, input.ndim)[0], dtype or input.dtype
    return torch.cumsum(_filled(input, mask, 0), dim, dtype=dtype).to(dtype=dtype)


def cumprod(input, dim, *, dtype=None, mask=None):
    dim, dtype = _dims(dim, input.ndim)[0], dtype or input.dtype
    return torch.cumprod(_filled(input, mask, 1), dim, dtype=dtype).to(dtype=dtype)


def amax(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    filled = _without(input, mask, 'amax')
    return torch.amax(filled, _dims(dim, filled.ndim), bool(keepdim)).to(dtype=dtype or input.dtype)


def amin(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    filled = _without(input, mask, 'amin')
    return torch.amin(filled, _dims(dim, filled.ndim), bool(keepdim)).to(dtype=dtype or input.dtype)


def argmax(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    found = torch.argmax(_without(input, mask, 'argmax'), dim, bool(keepdim))
    return found.to(dtype=dtype or input.dtype)


def argmin(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    found = torch.argmin(_without(input, mask, 'argmin'), dim, bool(keepdim))
    return found.to(dtype=dtype or input.dtype)


def mean(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    mask = _mask_for(input, mask)
    total = sum(input, dim, keepdim=keepdim, dtype=dtype or input.dtype, mask=mask)
    return total / _count(input, dim, keepdim, mask)


def median(input, dim=-1, *, keepdim=False, dtype=None, mask=None):
    dtype = dtype or input.dtype
    dim = _dims(dim, input.ndim)[0]
    if torch.is_floating_point(input):
        return torch.nanmedian(_filled(input, mask, torch.nan), dim, keepdim).values
    result = torch.nanmedian(_filled(input.to(dtype=torch.float), mask, torch.nan), dim, keepdim).values
    if torch.isnan(result).any():
        raise ValueError(
            'masked median expects no fully masked out rows if dtype is not floating point'
        )
    return result.to(dtype=dtype)


def logsumexp(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    dims = _dims(dim, input.ndim)
    filled = _without(input, mask, 'logsumexp')
    return torch.logsumexp(filled, dims, keepdim=keepdim).to(dtype=dtype or input.dtype)


def logaddexp(input, other, *, dtype=None, input_mask=None, other_mask=None):
    first = _without(input, input_mask, 'logsumexp')
    second = _without(other, other_mask, 'logsumexp')
    return torch.logaddexp(first, second).to(dtype=dtype or input.dtype)


def norm(input, ord=2.0, dim=None, *, keepdim=False, dtype=None, mask=None):
    filled = _filled(input, mask, torch.inf if ord == float('-inf') else 0)
    dims = _dims(dim, input.ndim)
    return torch.linalg.vector_norm(filled, ord, dims, bool(keepdim), dtype=dtype or input.dtype)


def var(input, dim=None, unbiased=False, *, keepdim=False, dtype=None, mask=None):
    if dtype is None:
        dtype = input.dtype if _is_inexact(input.dtype) else torch.float32
    mask = _mask_for(input, mask)
    count = _count(input, dim, True, mask)
    average = torch.divide(sum(input, dim, keepdim=True, dtype=dtype, mask=mask), count)
    offset = torch.subtract(input, average)
    squares = sum(
        offset * (offset.conj() if dtype.is_complex else offset),
        dim,
        keepdim=keepdim,
        dtype=dtype if _is_inexact(dtype) else torch.float32,
        mask=mask,
    )
    if not keepdim:
        count = count.reshape(squares.shape)
    if unbiased:
        count = torch.maximum(torch.subtract(count, 1), count.new_zeros([]))
    return torch.divide(squares, count).to(dtype=dtype)


def std(input, dim=None, unbiased=False, *, keepdim=False, dtype=None, mask=None):
    return torch.sqrt(var(input, dim, unbiased, keepdim=keepdim, dtype=dtype, mask=mask))


def softmax(input, dim, *, dtype=None, mask=None):
    dim = _dims(dim, input.ndim)[0]
    return F.softmax(_without(input, mask, 'amax'), dim, dtype=dtype or input.dtype)


def log_softmax(input, dim, *, dtype=None, mask=None):
    dim = _dims(dim, input.ndim)[0]
    return F.log_softmax(_without(input, mask, 'amax'), dim, dtype=dtype or input.dtype)


def softmin(input, dim, *, dtype=None, mask=None):
    dim = _dims(dim, input.ndim)[0]
    return F.softmin(_without(input, mask, 'amin'), dim, dtype=dtype or input.dtype)


def normalize(input, ord, dim, *, eps=1e-12, dtype=None, mask=None):
    dim = _dims(dim, input.ndim)[0]
    length = norm(input, ord, dim, keepdim=True, dtype=dtype or input.dtype, mask=mask)
    return torch.divide(_filled(input, mask, 0), torch.maximum(length, length.new_full([], eps)))


def _filled(input, mask, value):
    """The input with a value where the mask is off."""
    if mask is None:
        return input
    return torch.where(_mask_for(input, mask), input, torch.tensor(value, dtype=input.dtype))


def _without(input, mask, name):
    """The input with what the reduction passes over where the mask is off."""
    return input if mask is None else _filled(input, mask, _identity(name, input.dtype))


def _identity(name, dtype):
    least = name in ('amax', 'argmax', 'logsumexp')
    if dtype.is_floating_point:
        return -torch.inf if least else torch.inf
    if dtype.is_complex or dtype == torch.bool:
        raise NotImplementedError(f'identity of {name} on {dtype} input')
    limits = torch.iinfo(dtype)
    return limits.min if least else limits.max


def _mask_for(input, mask):
    """The mask in the input's shape."""
    if mask is None:
        return None
    if mask.shape != input.shape:
        if mask.ndim > input.ndim:
            raise IndexError(
                '_input_mask expected broadcastable mask '
                '(got mask dimensionality higher than of the input)'
            )
        mask = torch.broadcast_to(mask.clone(), input.shape)
    return mask.to(dtype=torch.bool)


def _count(input, dim, keepdim, mask):
    return sum(torch.ones(input.shape, dtype=torch.int64), dim, keepdim=keepdim, mask=mask)


def _dims(dim, rank):
    """Dimensions counted from the front and sorted; all of them where none is named."""
    if dim is None or dim == ():
        return tuple(range(rank))
    rank = max(rank, 1)
    dims = []
    for d in (dim,) if isinstance(dim, int) else dim:
        if d in dims:
            raise RuntimeError(f'dim={d} appears multiple times in the list of dims')
        if not -rank <= d < rank:
            raise IndexError(
                'Dimension out of range '
                f'(expected to be in range of [{-rank}, {rank - 1}], but got {d})'
            )
        dims.append(d % rank)
    return tuple(sorted(dims))


def _sum_type(input):
    return input.dtype if _is_inexact(input.dtype) else torch.int64


def _is_inexact(dtype):
    return dtype.is_floating_point or dtype.is_complex
