# New arrays: https://numpy.org/doc/1.24/reference/routines.array-creation.html

import torch
import _numpy_parts as parts

from ._core import array, asarray, cast, common_type, ndarray, out, shape_of, torch_type, wrap
from ._types import dtype as _dtype, dtype_of_number, generic, promote_types


def _size(shape):
    shape = shape_of(shape)
    if any(n < 0 for n in shape):
        raise ValueError('negative dimensions are not allowed')
    return shape


def _filled(shape, value, dtype):
    return wrap(torch.full(_size(shape), value, dtype=torch_type(dtype)))


def zeros(shape, dtype=float, order='C', *, like=None):
    return _filled(shape, 0, dtype)


def ones(shape, dtype=None, order='C', *, like=None):
    return _filled(shape, 1, dtype)


def empty(shape, dtype=float, order='C', *, like=None):
    return wrap(torch.empty(_size(shape), dtype=torch_type(dtype)))


def full(shape, fill_value, dtype=None, order='C', *, like=None):
    if dtype is None:
        dtype = asarray(fill_value).dtype
    if isinstance(fill_value, (int, float, complex)):
        value = fill_value.item() if isinstance(fill_value, generic) else fill_value
        return _filled(shape, _dtype(dtype).type(value).item(), dtype)
    return wrap(cast(asarray(fill_value)._t, torch_type(dtype)).expand(shape_of(shape)).clone())


def _like(a, dtype, shape):
    a = asarray(a)
    return (a.shape if shape is None else shape), (a.dtype if dtype is None else dtype)


def zeros_like(a, dtype=None, order='K', subok=True, shape=None):
    return zeros(*_like(a, dtype, shape))


def ones_like(a, dtype=None, order='K', subok=True, shape=None):
    return ones(*_like(a, dtype, shape))


def empty_like(prototype, dtype=None, order='K', subok=True, shape=None):
    return empty(*_like(prototype, dtype, shape))


def full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None):
    shape, dtype = _like(a, dtype, shape)
    return full(shape, fill_value, dtype)


def copy(a, order='K', subok=False):
    return array(a)


def ascontiguousarray(a, dtype=None, *, like=None):
    a = asarray(a, dtype)
    tensor = a._t.reshape(1) if a.ndim == 0 else a._t
    return a if tensor is a._t and tensor.is_contiguous() else wrap(tensor.contiguous())


def require(a, dtype=None, requirements=None, *, like=None):
    return ascontiguousarray(a, dtype)


def fromiter(iter, dtype, count=-1, *, like=None):
    items = list(iter) if count < 0 else [each for each, _ in zip(iter, range(count))]
    return array(items, dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    return function(*indices(shape, dtype=dtype), **kwargs)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    kind = _dtype(dtype)
    data = bytes(buffer)[offset:]
    size = len(data) // kind.itemsize if count < 0 else count
    return wrap(torch._C._storage_from(data, torch_type(kind), 0, size))


def arange(start, stop=None, step=1, dtype=None, *, like=None):
    if stop is None:
        start, stop = 0, start
    kind = promote_types(promote_types(_kind(start), _kind(stop)), _kind(step))
    if step == 0:
        raise ZeroDivisionError('division by zero')
    count = max(0, _ceil((stop - start) / step)) if kind.kind == 'f' else len(range(*_ints(start, stop, step)))
    start, step = _item(start), _item(step)
    if kind.kind == 'f':
        # numpy counts from the first two elements.
        delta = (start + step) - start
        tensor = torch.arange(count, dtype=torch.float64) * delta + start
    else:
        tensor = torch.arange(count) * int(step) + int(start)
    if dtype is None:
        dtype = 'int64' if kind.kind in 'biu' else kind
    return wrap(tensor.to(torch_type(dtype)))


def _kind(value):
    if isinstance(value, ndarray):
        return value.dtype
    return dtype_of_number(value)


def _item(value):
    return value.item() if isinstance(value, (generic, ndarray)) else value


def _ints(*values):
    return [int(_item(value)) for value in values]


def _ceil(x):
    x = float(x)
    return int(x) + (x > int(x))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    num = num.__index__()
    if num < 0:
        raise ValueError(f'Number of samples, {num}, must be non-negative.')
    start, stop = asarray(start), asarray(stop)
    kind = promote_types(promote_types(start.dtype, stop.dtype), 'float64')
    low, high = start._t.to(kind._torch), stop._t.to(kind._torch)
    steps = num - 1 if endpoint else num
    delta = high - low
    shape = (-1,) + (1,) * delta.ndim
    count = torch.arange(num, dtype=torch.float64).reshape(shape)
    step = delta / steps if steps > 0 else torch.full_like(delta, float('nan'))
    values = count * (step if steps > 0 else delta) + low
    if endpoint and num > 1:
        values[-1] = high
    if dtype is None:
        dtype = kind
    if _dtype(dtype).kind in 'iu':
        values = torch.floor(values)
    values = cast(values, torch_type(dtype)).movedim(0, axis)
    return (wrap(values), out(step)) if retstep else wrap(values)


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    from ._ufuncs import power

    values = power(base, linspace(start, stop, num, endpoint, axis=axis))
    return values if dtype is None else values.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    from ._ufuncs import log10

    values = logspace(log10(start), log10(stop), num, endpoint, dtype=float)
    if num > 0:
        values[0] = start
        if endpoint and num > 1:
            values[-1] = stop
    return values if dtype is None else values.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order='C', *, like=None):
    M = N if M is None else M
    rows = torch.arange(int(N)).unsqueeze(1)
    return wrap((rows + int(k) == torch.arange(int(M))).to(torch_type(dtype)))


def identity(n, dtype=None, *, like=None):
    return eye(n, dtype=dtype)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    M = N if M is None else M
    rows = torch.arange(int(N)).unsqueeze(1)
    return wrap((rows + int(k) >= torch.arange(int(M))).to(torch_type(dtype)))


def diag(v, k=0):
    v = asarray(v)
    if v.ndim not in (1, 2):
        raise ValueError('Input must be 1- or 2-d.')
    return wrap(torch.diag(v._t, k))


def diagflat(v, k=0):
    return diag(asarray(v).ravel(), k)


def tril(m, k=0):
    return wrap(torch.tril(asarray(m)._t, k))


def triu(m, k=0):
    return wrap(torch.triu(asarray(m)._t, k))


def tril_indices(n, k=0, m=None):
    rows, columns = torch.tril_indices(n, n if m is None else m, k)
    return wrap(rows), wrap(columns)


def triu_indices(n, k=0, m=None):
    rows, columns = torch.triu_indices(n, n if m is None else m, k)
    return wrap(rows), wrap(columns)


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def vander(x, N=None, increasing=False):
    x = asarray(x)
    return wrap(torch.vander(x._t, x.size if N is None else N, increasing))


def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
    if indexing not in ('xy', 'ij'):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    axes = [asarray(x)._t.reshape(-1) for x in xi]
    swapped = indexing == 'xy' and len(axes) > 1
    places = list(range(len(axes)))
    if swapped:
        places[0], places[1] = 1, 0
    shape = [0] * len(axes)
    for place, axis in zip(places, axes):
        shape[place] = len(axis)
    grids = []
    for place, axis in zip(places, axes):
        own = [1] * len(axes)
        own[place] = -1
        grid = axis.reshape(own)
        grids.append(wrap(grid if sparse else grid.expand(shape).clone() if copy else grid.expand(shape)))
    return grids


def indices(dimensions, dtype=int, sparse=False):
    axes = [arange(n, dtype=dtype) for n in dimensions]
    grids = meshgrid(*axes, indexing='ij', sparse=sparse)
    if sparse:
        return tuple(grids)
    return wrap(torch.stack([each._t for each in grids]))


class _Grid:
    def __init__(self, sparse):
        self._sparse = sparse

    def __getitem__(self, key):
        if isinstance(key, slice):
            return _axis(key)
        axes = [_axis(each) for each in key]
        kind = common_type(*(axis._t for axis in axes))
        axes = [wrap(axis._t.to(kind)) for axis in axes]
        grids = meshgrid(*axes, indexing='ij', sparse=self._sparse)
        return grids if self._sparse else wrap(torch.stack([each._t for each in grids]))


def _axis(key):
    start = 0 if key.start is None else key.start
    step = 1 if key.step is None else key.step
    if isinstance(step, complex):
        return linspace(start, key.stop, int(abs(step)))
    return arange(start, key.stop, step)


mgrid, ogrid = _Grid(False), _Grid(True)


class _Rows:
    def __init__(self, columns):
        self._columns = columns

    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        if any(isinstance(each, str) for each in key):
            return parts.unsupported('np.r_ with directives')
        pieces = [_axis(each) if isinstance(each, slice) else array(each, ndmin=1) for each in key]
        if self._columns:
            pieces = [each.reshape(-1, 1) if each.ndim == 1 else each for each in pieces]
        kind = common_type(*(each._t for each in pieces))
        return wrap(torch.cat([each._t.to(kind) for each in pieces], -1 if self._columns else 0))


r_, c_ = _Rows(False), _Rows(True)
