# Sorting, searching, choosing and comparing: https://numpy.org/doc/1.24/reference/routines.sort.html

import torch
import _numpy_parts as parts

from ._core import array, asarray, cast, check_axis, ndarray, operands, out as result_of, together, wrap


def _lane(a, axis):
    tensor = asarray(a)._t
    if axis is None:
        return tensor.reshape(-1), 0
    return tensor, check_axis(axis, tensor.ndim)


def sort(a, axis=-1, kind=None, order=None):
    tensor, axis = _lane(a, axis)
    return wrap(torch.sort(tensor, dim=axis, stable=True)[0])


def argsort(a, axis=-1, kind=None, order=None):
    tensor, axis = _lane(a, axis)
    return wrap(torch.sort(tensor, dim=axis, stable=True)[1])


def lexsort(keys, axis=-1):
    order = None
    for key in keys:
        key = asarray(key)
        order = argsort(key, axis) if order is None else order[argsort(key[order])]
    return order


def partition(a, kth, axis=-1, kind='introselect', order=None):
    return parts.unsupported('numpy.partition')


def argpartition(a, kth, axis=-1, kind='introselect', order=None):
    return parts.unsupported('numpy.argpartition')


def searchsorted(a, v, side='left', sorter=None):
    a, v = asarray(a), asarray(v)
    if sorter is not None:
        a = a[sorter]
    x, y = operands(wrap(a._t.reshape(-1)), wrap(v._t.reshape(-1)))
    return result_of(torch.searchsorted(x.contiguous(), y.contiguous(), right=side == 'right').reshape(v._t.shape))


def digitize(x, bins, right=False):
    bins = asarray(bins)
    if bins.size > 1 and bins[0] > bins[-1]:
        return bins.size - searchsorted(bins[::-1], x, side='right' if right else 'left')
    return searchsorted(bins, x, side='left' if right else 'right')


def nonzero(a):
    a = asarray(a)
    tensor = a._t.reshape(1) if a.ndim == 0 else a._t
    return tuple(wrap(each) for each in torch.nonzero(tensor, as_tuple=True))


def flatnonzero(a):
    return nonzero(asarray(a).ravel())[0]


def argwhere(a):
    return wrap(torch.nonzero(asarray(a)._t))


def where(condition, *pair):
    if not pair:
        return nonzero(condition)
    if len(pair) == 1:
        raise ValueError('either both or neither of x and y should be given')
    x, y = operands(*pair)
    mask = asarray(condition)._t.bool()
    shape_error = together(lambda a, b: a + b, mask.expand(mask.shape), x.bool()) if mask.ndim and x.ndim else None
    return wrap(torch.where(mask, x, y))


def select(condlist, choicelist, default=0):
    result = asarray(default)
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        result = where(condition, choice, result)
    return result


def choose(a, choices, out=None, mode='raise'):
    from ._shaping import broadcast_arrays, stack

    whole = stack(broadcast_arrays(*choices))
    return wrap(whole._t.gather(0, asarray(a)._t.long().expand(whole.shape[1:]).unsqueeze(0)).squeeze(0))


def take(a, indices, axis=None, out=None, mode='raise'):
    a, places = asarray(a), asarray(indices)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = check_axis(axis, a.ndim)
    if mode == 'wrap':
        places = places % a.shape[axis]
    elif mode == 'clip':
        places = places.clip(0, a.shape[axis] - 1)
    return a[(slice(None),) * axis + (places if places.ndim else places.item(),)]


def take_along_axis(arr, indices, axis):
    a, places = asarray(arr), asarray(indices)._t
    if axis is None:
        a, axis = a.ravel(), 0
    n = a.shape[axis]
    return wrap(torch.take_along_dim(a._t, torch.where(places < 0, places + n, places), axis))


def put_along_axis(arr, indices, values, axis):
    places = asarray(indices)._t.long()
    source = asarray(values)._t.to(arr._t.dtype).expand(places.shape)
    arr._t.scatter_(axis, places, source)


def put(a, ind, v, mode='raise'):
    flat = a.flatten()
    flat[ind] = v
    a[...] = flat.reshape(a.shape)


def compress(condition, a, axis=None, out=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    return take(a, flatnonzero(condition), axis)


def extract(condition, arr):
    return asarray(arr).ravel()[asarray(condition).ravel().astype(bool)]


def clip(a, a_min=None, a_max=None, out=None, **kwargs):
    from ._ufuncs import maximum, minimum, _store

    a_min, a_max = kwargs.get('min', a_min), kwargs.get('max', a_max)
    if a_min is None and a_max is None:
        raise ValueError('One of max or min must be given')
    result = asarray(a)
    if a_min is not None:
        result = wrap(maximum._fn(result, a_min))
    if a_max is not None:
        result = wrap(minimum._fn(result, a_max))
    return result_of(result._t) if out is None else _store('clip', out, result._t)


def round(a, decimals=0, out=None):
    from ._ufuncs import _store

    tensor = asarray(a)._t
    if not tensor.is_floating_point() and not tensor.is_complex():
        if tensor.dtype == torch.bool:
            tensor = tensor.half()
        elif decimals < 0:
            return parts.unsupported('rounding of integers to tens')
    elif decimals == 0:
        tensor = torch.round(tensor)
    else:
        scale = 10.0 ** abs(decimals)
        tensor = torch.round(tensor * scale) / scale if decimals > 0 else torch.round(tensor / scale) * scale
    return result_of(tensor) if out is None else _store('round', out, tensor)


around = round_ = round


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True):
    a = asarray(ar)
    if axis is None:
        values, inverse, counts = torch.unique(a._t.reshape(-1), return_inverse=True, return_counts=True)
    else:
        values, inverse, counts = torch.unique(a._t, return_inverse=True, return_counts=True, dim=axis)
    found = [wrap(values)]
    if return_index:
        inverse = inverse.reshape(-1)
        first = torch.full((len(counts),), len(inverse), dtype=torch.int64)
        found.append(wrap(first.scatter_reduce(0, inverse, torch.arange(len(inverse)), 'amin')))
    if return_inverse:
        found.append(wrap(inverse.reshape(-1)))
    if return_counts:
        found.append(wrap(counts))
    return found[0] if len(found) == 1 else tuple(found)


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    return wrap(torch.bincount(x._t, None if weights is None else asarray(weights)._t.double(), minlength))


def histogram(a, bins=10, range=None, density=None, weights=None):
    from ._creation import linspace
    from ._reductions import diff

    a = asarray(a).ravel().astype(float)
    if isinstance(bins, str) or weights is not None:
        return parts.unsupported('numpy.histogram with these options')
    if isinstance(bins, int):
        low, high = range or ((a.min(), a.max()) if a.size else (0.0, 1.0))
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = linspace(low, high, bins + 1)
    else:
        edges = asarray(bins)
    inside = a[(a >= edges[0]) & (a <= edges[-1])]
    places = searchsorted(edges, inside, 'right') - 1
    counts = bincount(places.clip(0, edges.size - 2), minlength=edges.size - 1)
    if density:
        counts = counts / diff(edges) / counts.sum()
    return counts, edges


def interp(x, xp, fp, left=None, right=None, period=None):
    x, xp, fp = (asarray(each).astype(float) for each in (x, xp, fp))
    at = searchsorted(xp, x, 'right')
    at = asarray(at).clip(1, xp.size - 1)
    x0, x1, y0, y1 = xp[at - 1], xp[at], fp[at - 1], fp[at]
    result = (y1 - y0) / (x1 - x0) * (x - x0) + y0
    result = where(x < xp[0], fp[0] if left is None else left, result)
    result = where(x > xp[-1], fp[-1] if right is None else right, result)
    return result_of(result._t)


def _members(a, b):
    return torch.isin(*operands(asarray(a), asarray(b)))


def isin(element, test_elements, assume_unique=False, invert=False):
    found = _members(element, test_elements)
    return wrap(~found if invert else found)


def in1d(ar1, ar2, assume_unique=False, invert=False):
    return isin(asarray(ar1).ravel(), ar2, invert=invert)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    a = unique(ar1)
    return a[isin(a, ar2)]


def union1d(ar1, ar2):
    from ._shaping import append

    return unique(append(ar1, ar2))


def setdiff1d(ar1, ar2, assume_unique=False):
    a = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return a[isin(a, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    return union1d(setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    x, y = operands(a, b)
    kind = x.dtype if x.is_floating_point() or x.is_complex() else torch.float64
    return result_of(together(lambda p, q: torch.isclose(*torch.broadcast_tensors(p, q), rtol=rtol, atol=atol, equal_nan=equal_nan), x.to(kind), y.to(kind)))


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    a, b = asarray(a1), asarray(a2)
    if a.shape != b.shape:
        return False
    same = a == b
    if equal_nan:
        same = same | ((a != a) & (b != b))
    return bool(asarray(same).all())


def array_equiv(a1, a2):
    return bool(asarray(asarray(a1) == asarray(a2)).all())


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    if x.dtype.kind in 'biu':
        return x
    return result_of(torch.nan_to_num(x._t, nan, posinf, neginf))


def real_if_close(a, tol=100):
    return asarray(a)


def iscomplexobj(x):
    return asarray(x).dtype.kind == 'c'


def isrealobj(x):
    return not iscomplexobj(x)


def isreal(x):
    return asarray(x).imag == 0


def iscomplex(x):
    return asarray(x).imag != 0
