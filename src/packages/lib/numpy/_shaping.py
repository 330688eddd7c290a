# Shapes, joining and splitting: https://numpy.org/doc/1.24/reference/routines.array-manipulation.html

import torch
import _numpy_parts as parts

from ._core import AxisError, array, asarray, cast, check_axis, common_type, ndarray, shape_of, shape_text, torch_type, wrap


def reshape(a, newshape, order='C'):
    return asarray(a).reshape(newshape, order=order)


def ravel(a, order='C'):
    return asarray(a).ravel(order)


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


def swapaxes(a, axis1, axis2):
    return asarray(a).swapaxes(axis1, axis2)


def moveaxis(a, source, destination):
    return wrap(torch.movedim(asarray(a)._t, source, destination))


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis = check_axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)


def expand_dims(a, axis):
    a = asarray(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    rank = a.ndim + len(axes)
    places = sorted(check_axis(each, rank) for each in axes)
    if len(set(places)) != len(places):
        raise ValueError('repeated axis')
    tensor = a._t
    for place in places:
        tensor = tensor.unsqueeze(place)
    return wrap(tensor)


def squeeze(a, axis=None):
    a = asarray(a)
    if axis is None:
        return wrap(a._t.squeeze())
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    tensor = a._t
    for place in sorted((check_axis(each, a.ndim) for each in axes), reverse=True):
        if tensor.shape[place] != 1:
            raise ValueError('cannot select an axis to squeeze out which has size not equal to one')
        tensor = tensor.squeeze(place)
    return wrap(tensor)


def broadcast_to(array, shape, subok=False):
    a, shape = asarray(array), shape_of(shape)
    try:
        return wrap(a._t.expand(shape))
    except RuntimeError:
        if len(a.shape) > len(shape):
            raise ValueError(
                'input operand has more dimensions than allowed by the axis remapping'
            ) from None
        raise ValueError(
            'operands could not be broadcast together with remapped shapes [original->remapped]: '
            f'{shape_text(a.shape)}  and requested shape {shape_text(shape)}'
        ) from None


def broadcast_shapes(*shapes):
    try:
        return tuple(torch.broadcast_shapes(*shapes))
    except RuntimeError:
        listed = ' '.join(f'arg {i} with shape {shape!r}' for i, shape in enumerate(shapes))
        raise ValueError(f'shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between {listed}.') from None


def broadcast_arrays(*args, subok=False):
    arrays = [asarray(each) for each in args]
    shape = broadcast_shapes(*(each.shape for each in arrays))
    return [broadcast_to(each, shape) for each in arrays]


def atleast_1d(*arys):
    found = [a.reshape(1) if a.ndim == 0 else a for a in map(asarray, arys)]
    return found[0] if len(found) == 1 else found


def atleast_2d(*arys):
    found = [a.reshape(1, -1) if a.ndim < 2 else a for a in map(asarray, arys)]
    return found[0] if len(found) == 1 else found


def atleast_3d(*arys):
    found = [wrap(torch.atleast_3d(asarray(a)._t)) for a in arys]
    return found[0] if len(found) == 1 else found


def _tensors(arrays, dtype=None):
    arrays = [asarray(each) for each in arrays]
    kind = torch_type(dtype) if dtype is not None else common_type(*(each._t for each in arrays))
    return [each._t if each._t.dtype == kind else cast(each._t, kind) for each in arrays]


def concatenate(arrays, axis=0, out=None, dtype=None, casting='same_kind'):
    arrays = [asarray(each) for each in arrays]
    if not arrays:
        raise ValueError('need at least one array to concatenate')
    if axis is None:
        arrays, axis = [each.ravel() for each in arrays], 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError('zero-dimensional arrays cannot be concatenated')
    place = check_axis(axis, first.ndim)
    for i, each in enumerate(arrays):
        if each.ndim != first.ndim:
            raise ValueError(
                'all the input array dimensions except for the concatenation axis must match exactly, '
                f'but along dimension 0, the array at index 0 has size {first.shape[0]} and the array '
                f'at index {i} has size {each.shape[0]}'
                if each.ndim == first.ndim
                else 'all the input arrays must have same number of dimensions, but the array at '
                f'index 0 has {first.ndim} dimension(s) and the array at index {i} has {each.ndim} dimension(s)'
            )
        for dim in range(first.ndim):
            if dim != place and each.shape[dim] != first.shape[dim]:
                raise ValueError(
                    'all the input array dimensions except for the concatenation axis must match '
                    f'exactly, but along dimension {dim}, the array at index 0 has size '
                    f'{first.shape[dim]} and the array at index {i} has size {each.shape[dim]}'
                )
    result = torch.cat(_tensors(arrays, dtype), place)
    if out is None:
        return wrap(result)
    out[...] = wrap(result)
    return out


def stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind'):
    arrays = [asarray(each) for each in arrays]
    if not arrays:
        raise ValueError('need at least one array to stack')
    if any(each.shape != arrays[0].shape for each in arrays):
        raise ValueError('all input arrays must have the same shape')
    return wrap(torch.stack(_tensors(arrays, dtype), check_axis(axis, arrays[0].ndim + 1)))


def _all(function, arrays):
    found = function(*arrays)
    return found if isinstance(found, list) else [found]


def vstack(tup, *, dtype=None, casting='same_kind'):
    return concatenate(_all(atleast_2d, tup), 0, dtype=dtype)


row_stack = vstack


def hstack(tup, *, dtype=None, casting='same_kind'):
    arrays = _all(atleast_1d, tup)
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup):
    return concatenate(_all(atleast_3d, tup), 2)


def column_stack(tup):
    return concatenate([a.reshape(-1, 1) if a.ndim < 2 else a for a in map(asarray, tup)], 1)


def append(arr, values, axis=None):
    if axis is None:
        return concatenate((asarray(arr).ravel(), asarray(values).ravel()))
    return concatenate((arr, values), axis)


def array_split(ary, indices_or_sections, axis=0):
    a = asarray(ary)
    length = a.shape[axis]
    if isinstance(indices_or_sections, (list, tuple, ndarray)):
        places = [0] + [int(i) for i in indices_or_sections] + [length]
    else:
        count = indices_or_sections.__index__()
        if count <= 0:
            raise ValueError('number sections must be larger than 0.')
        each, extra = divmod(length, count)
        places = [i * each + min(i, extra) for i in range(count + 1)]
    every = (slice(None),) * check_axis(axis, a.ndim)
    return [a[(*every, slice(start, stop))] for start, stop in zip(places, places[1:])]


def split(ary, indices_or_sections, axis=0):
    if not isinstance(indices_or_sections, (list, tuple, ndarray)):
        if asarray(ary).shape[axis] % indices_or_sections:
            raise ValueError('array split does not result in an equal division')
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def tile(A, reps):
    reps = tuple(reps) if isinstance(reps, (tuple, list, ndarray)) else (reps,)
    return wrap(torch.tile(asarray(A)._t, tuple(int(n) for n in reps)).clone())


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    if not isinstance(repeats, int):
        counts = asarray(repeats)
        repeats = counts._t.long() if counts.ndim else counts.item()
    return wrap(torch.repeat_interleave(a._t, repeats, dim=check_axis(axis, a.ndim)))


def resize(a, new_shape):
    a, shape = asarray(a).ravel(), shape_of(new_shape)
    size = 1
    for n in shape:
        size *= n
    if a.size == 0:
        return wrap(torch.zeros(shape, dtype=a._t.dtype))
    return tile(a, -(-size // a.size))[:size].reshape(shape)


def flip(m, axis=None):
    m = asarray(m)
    if axis is None:
        dims = tuple(range(m.ndim))
    else:
        dims = tuple(check_axis(each, m.ndim) for each in (axis if isinstance(axis, tuple) else (axis,)))
    return wrap(parts.reversed_view(m._t, dims))


def flipud(m):
    return flip(m, 0)


def fliplr(m):
    if asarray(m).ndim < 2:
        raise ValueError('Input must be >= 2-d.')
    return flip(m, 1)


def rot90(m, k=1, axes=(0, 1)):
    return wrap(torch.rot90(asarray(m)._t, k, tuple(axes)))


def roll(a, shift, axis=None):
    shift = tuple(int(n) for n in shift) if isinstance(shift, (tuple, list, ndarray)) else int(shift)
    tensor = asarray(a)._t
    return wrap(torch.roll(tensor, shift) if axis is None else torch.roll(tensor, shift, axis))


def delete(arr, obj, axis=None):
    a = asarray(arr)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = check_axis(axis, a.ndim)
    keep = torch.ones(a.shape[axis], dtype=torch.bool)
    wrap(keep)[obj if isinstance(obj, (int, slice)) else asarray(obj)] = False
    return a[(slice(None),) * axis + (wrap(keep),)]


def insert(arr, obj, values, axis=None):
    a = asarray(arr)
    if axis is None:
        a, axis = a.ravel(), 0
    if not isinstance(obj, int):
        return parts.unsupported('numpy.insert at several places')
    axis = check_axis(axis, a.ndim)
    n = a.shape[axis]
    if not -n <= obj <= n:
        raise IndexError(f'index {obj} is out of bounds for axis {axis} with size {n}')
    before, after = split(a, [obj if obj >= 0 else obj + n], axis)
    values = asarray(values).astype(a.dtype)
    shape = list(a.shape)
    if a.ndim == 1:
        values = values.ravel()
    else:
        shape[axis] = 1
        values = broadcast_to(expand_dims(values, axis) if values.ndim == a.ndim - 1 else values, shape)
    return concatenate((before, values, after), axis)


def pad(array, pad_width, mode='constant', **kwargs):
    a = asarray(array)
    widths = asarray(pad_width).tolist()
    if not isinstance(widths, list):
        widths = [[widths, widths]] * a.ndim
    elif not isinstance(widths[0], list):
        widths = [widths * (2 if len(widths) == 1 else 1)] * a.ndim
    elif len(widths) == 1:
        widths = widths * a.ndim
    tensor = a._t
    if mode == 'constant':
        value = kwargs.get('constant_values', 0)
        if not isinstance(value, (int, float)):
            return parts.unsupported('numpy.pad with a value for each side')
        flat = [n for pair in reversed(widths) for n in pair]
        return wrap(torch.nn.functional.pad(tensor, flat, value=value))
    for dim, (before, after) in enumerate(widths):
        n = tensor.shape[dim]
        places = torch.arange(-before, n + after)
        if mode == 'edge':
            places = places.clamp(0, n - 1)
        elif mode == 'wrap':
            places = places % n
        elif mode == 'symmetric':
            places = places % (2 * n)
            places = torch.minimum(places, 2 * n - 1 - places)
        elif mode == 'reflect':
            places = places % max(2 * n - 2, 1)
            places = torch.minimum(places, (2 * n - 2 - places).abs()) if n > 1 else places * 0
        else:
            return parts.unsupported(f'numpy.pad with mode={mode!r}')
        tensor = tensor.index_select(dim, places)
    return wrap(tensor)


def diagonal(a, offset=0, axis1=0, axis2=1):
    return wrap(torch.diagonal(asarray(a)._t, offset, axis1, axis2))


def fill_diagonal(a, val, wrap=False):
    a._t.fill_diagonal_(val, wrap=wrap)


def copyto(dst, src, casting='same_kind', where=True):
    if where is True:
        dst[...] = src
    else:
        dst._t.copy_(torch.where(asarray(where)._t, asarray(src)._t.to(dst._t.dtype), dst._t))


def trim_zeros(filt, trim='fb'):
    kept = asarray(filt).nonzero()[0].tolist()
    if not kept:
        return filt[:0]
    return filt[kept[0] if 'f' in trim.lower() else 0 : kept[-1] + 1 if 'b' in trim.lower() else len(filt)]


def ndim(a):
    return asarray(a).ndim


def shape(a):
    return asarray(a).shape


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]
