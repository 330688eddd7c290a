# Reductions and scans: https://numpy.org/doc/1.24/reference/routines.statistics.html

import torch
import _numpy_parts as parts

from ._core import asarray, cast, check_axis, ndarray, out as result_of, torch_type, wrap
from ._types import OF_TORCH, uint64


def _dims(axis, ndim):
    if axis is None:
        return tuple(range(ndim))
    if isinstance(axis, (tuple, list)):
        dims = tuple(check_axis(each, ndim) for each in axis)
        if len(set(dims)) != len(dims):
            raise ValueError("duplicate value in 'axis'")
        return dims
    return (check_axis(axis, ndim),)


def _finish(tensor, out=None, unsigned=False):
    if out is None:
        if unsigned and tensor.ndim == 0:
            # Sums of uint8 are uint64, which tensors have not got.
            return uint64(tensor.item())
        return result_of(tensor)
    out._t.copy_(cast(tensor, out._t.dtype))
    return out


def _plain(name, where=True, initial=None):
    if where is not True or initial is not None:
        parts.unsupported(f'numpy.{name} with where= or initial=')


def _by_method(name, a):
    # Tensors have methods of these names, which numpy calls with its own arguments.
    return isinstance(a, torch.Tensor)


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    a = asarray(a)
    tensor = a._t
    if where is not True:
        tensor = torch.where(asarray(where)._t, tensor, torch.zeros_like(tensor))
    kind = None if dtype is None else torch_type(dtype)
    dims = _dims(axis, tensor.ndim)
    tensor = tensor.sum(dims, keepdim=keepdims, dtype=kind) if dims else tensor.to(kind or tensor.sum().dtype)
    if initial is not None:
        tensor = tensor + initial
    return _finish(tensor, out, a.dtype.kind == 'u' and dtype is None)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    _plain('prod', where)
    tensor = asarray(a)._t
    kind = torch_type(dtype) if dtype is not None else tensor.sum().dtype
    tensor = tensor.to(kind)
    for dim in sorted(_dims(axis, tensor.ndim), reverse=True):
        tensor = tensor.prod(dim, keepdim=keepdims)
    if initial is not None:
        tensor = tensor * initial
    return _finish(tensor, out)


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    _plain('mean', where)
    tensor = _floats(asarray(a)._t, dtype)
    dims = _dims(axis, tensor.ndim)
    return _finish(_mean(tensor, dims, keepdims), out)


def _mean(tensor, dims, keepdims):
    if tensor.dtype == torch.float16:
        return _mean(tensor.float(), dims, keepdims).half()
    return tensor.mean(dims, keepdim=keepdims) if dims else tensor


def _floats(tensor, dtype=None):
    if dtype is not None:
        return tensor.to(torch_type(dtype))
    return tensor if tensor.is_floating_point() or tensor.is_complex() else tensor.double()


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True):
    _plain('var', where)
    return _finish(_variance(asarray(a)._t, axis, dtype, ddof, keepdims), out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True):
    _plain('std', where)
    return _finish(torch.sqrt(_variance(asarray(a)._t, axis, dtype, ddof, keepdims)), out)


def _variance(tensor, axis, dtype, ddof, keepdims):
    tensor = _floats(tensor, dtype)
    dims = _dims(axis, tensor.ndim)
    count = 1
    for dim in dims:
        count *= tensor.shape[dim]
    spread = tensor - _mean(tensor, dims, True)
    spread = spread.real**2 + spread.imag**2 if spread.is_complex() else spread * spread
    left = count - ddof
    total = spread.sum(dims, keepdim=keepdims) if dims else spread
    return total / (left if left > 0 else 0)


def _extremum(name, fn):
    def reduce(a, axis=None, out=None, keepdims=False, initial=None, where=True):
        _plain(name, where)
        tensor = asarray(a)._t
        if initial is not None:
            import numpy

            pick = numpy.maximum if name == 'maximum' else numpy.minimum
            if tensor.numel() == 0:
                return initial
            return pick(reduce(a, axis, out, keepdims), initial)
        if tensor.numel() == 0:
            raise ValueError(
                f'zero-size array to reduction operation {name} which has no identity'
            )
        dims = _dims(axis, tensor.ndim)
        return _finish(fn(tensor, dims, keepdim=keepdims) if dims else tensor, out)

    reduce.__name__ = {'maximum': 'max', 'minimum': 'min'}[name]
    return reduce


max = amax = _extremum('maximum', torch.amax)
min = amin = _extremum('minimum', torch.amin)


def ptp(a, axis=None, out=None, keepdims=False):
    return max(a, axis, keepdims=keepdims) - min(a, axis, keepdims=keepdims)


def _truth(fn):
    def reduce(a, axis=None, out=None, keepdims=False, *, where=True):
        _plain(fn.__name__, where)
        tensor = asarray(a)._t.bool()
        for dim in sorted(_dims(axis, tensor.ndim), reverse=True):
            tensor = fn(tensor, dim, keepdim=keepdims)
        return _finish(tensor, out)

    reduce.__name__ = fn.__name__
    return reduce


all = _truth(torch.all)
any = _truth(torch.any)


def count_nonzero(a, axis=None, *, keepdims=False):
    tensor = (asarray(a)._t != 0).long()
    dims = _dims(axis, tensor.ndim)
    result = result_of(tensor.sum(dims, keepdim=keepdims) if dims else tensor)
    return result.item() if axis is None and not keepdims and hasattr(result, '_v') else result


def _place(fn, name):
    def find(a, axis=None, out=None, *, keepdims=False):
        tensor = asarray(a)._t
        if tensor.numel() == 0:
            raise ValueError(f'attempt to get {name} of an empty sequence')
        if tensor.dtype == torch.bool:
            tensor = tensor.to(torch.uint8)
        if axis is None:
            found = fn(tensor.reshape(-1), 0)
            return _finish(found.reshape((1,) * tensor.ndim) if keepdims else found, out)
        return _finish(fn(tensor, check_axis(axis, tensor.ndim), keepdim=keepdims), out)

    find.__name__ = name
    return find


argmax = _place(torch.argmax, 'argmax')
argmin = _place(torch.argmin, 'argmin')


def _scan(fn):
    def run(a, axis=None, dtype=None, out=None):
        tensor = asarray(a)._t
        if axis is None:
            tensor, axis = tensor.reshape(-1), 0
        kind = None if dtype is None else torch_type(dtype)
        return _finish(fn(tensor, check_axis(axis, tensor.ndim), dtype=kind), out)

    run.__name__ = fn.__name__
    return run


cumsum = _scan(torch.cumsum)
cumprod = _scan(torch.cumprod)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    a = asarray(a)
    import numpy

    extras = [each for each in (prepend, append) if each is not None]
    if extras:
        shape = list(a.shape)
        shape[axis] = 1
        pieces = [each if each is a else numpy.broadcast_to(each, shape) if numpy.ndim(each) == 0 else asarray(each) for each in (prepend, a, append) if each is not None]
        a = numpy.concatenate(pieces, axis)
    tensor = a._t
    axis = check_axis(axis, tensor.ndim)
    for _ in range(n):
        after, before = tensor.narrow(axis, 1, tensor.shape[axis] - 1), tensor.narrow(axis, 0, tensor.shape[axis] - 1)
        tensor = after != before if tensor.dtype == torch.bool else after - before
    return wrap(tensor)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return quantile(a, 0.5, axis, out, keepdims=keepdims)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
    from ._ufuncs import true_divide

    return quantile(a, true_divide(q, 100), axis, out, method=method, keepdims=keepdims)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
    if method not in ('linear', 'lower', 'higher', 'midpoint', 'nearest'):
        return parts.unsupported(f'numpy.quantile with method={method!r}')
    tensor, q = _floats(asarray(a)._t), asarray(q)._t.double()
    dims = _dims(axis, tensor.ndim)
    kept = [dim for dim in range(tensor.ndim) if dim not in dims]
    lanes = tensor.permute(kept + list(dims)).reshape([tensor.shape[dim] for dim in kept] + [-1])
    kind = lanes.dtype
    lanes = lanes if kind in (torch.float32, torch.float64) else lanes.float()
    found = torch.quantile(lanes, q.to(lanes.dtype), -1, interpolation=method).to(kind)
    if keepdims:
        shape = [1 if dim in dims else n for dim, n in enumerate(tensor.shape)]
        found = found.reshape(list(q.shape) + shape)
    return _finish(found, out)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        result = mean(a, axis, keepdims=keepdims)
        return (result, a.size / result.size) if returned else result
    weights = asarray(weights)
    if weights.shape != a.shape:
        shape = [1] * a.ndim
        shape[axis] = -1
        weights = weights.reshape(shape)
    total = sum(weights + a * 0, axis, keepdims=keepdims)
    result = sum(a * weights, axis, keepdims=keepdims) / total
    return (result, total) if returned else result


def _without_nan(fn, value):
    def reduce(a, axis=None, *args, **kwargs):
        a = asarray(a)
        if a.dtype.kind == 'f':
            a = wrap(torch.where(torch.isnan(a._t), torch.full_like(a._t, value), a._t))
        return fn(a, axis, *args, **kwargs)

    reduce.__name__ = f'nan{fn.__name__}'
    return reduce


nansum = _without_nan(sum, 0)
nanprod = _without_nan(prod, 1)
nanmax = _without_nan(max, float('-inf'))
nanmin = _without_nan(min, float('inf'))
nanargmax = _without_nan(argmax, float('-inf'))
nanargmin = _without_nan(argmin, float('inf'))
nancumsum = _without_nan(cumsum, 0)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    return nansum(a, axis, keepdims=keepdims) / sum(wrap(~torch.isnan(a._t)), axis, keepdims=keepdims)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    spread = (a - nanmean(a, axis, keepdims=True)) ** 2
    count = sum(wrap(~torch.isnan(a._t)), axis, keepdims=keepdims)
    return nansum(spread, axis, keepdims=keepdims) / (count - ddof)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    from ._ufuncs import sqrt

    return sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    m = asarray(m)._t.double()
    if y is not None:
        m = torch.cat([torch.atleast_2d(m), torch.atleast_2d(asarray(y)._t.double())])
    m = m if rowvar or m.ndim == 1 else m.T
    return result_of(torch.cov(m, correction=int(not bias) if ddof is None else ddof))


def corrcoef(x, y=None, rowvar=True):
    from ._ufuncs import sqrt

    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    d = sqrt(wrap(torch.diag(c._t)))
    return (c / d[:, None] / d[None, :]).clip(-1, 1)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None):
    return sum(wrap(torch.diagonal(asarray(a)._t, offset, axis1, axis2)), -1, dtype)
