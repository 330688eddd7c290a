# Products: https://numpy.org/doc/1.24/reference/routines.linalg.html

import torch
import _numpy_parts as parts

from ._core import asarray, common_type, conjugated, operands, out as result_of, shape_text, wrap


def _integers(fn, *tensors):
    # Products of integers and booleans, which the products of floats are made for.
    if tensors[0].dtype == torch.bool:
        return fn(*(each.long() for each in tensors)).bool()
    return fn(*tensors)


def matmul(a, b, out=None):
    if isinstance(a, torch.Tensor) or isinstance(b, torch.Tensor):
        a, b = asarray(a), asarray(b)
    x, y = _pair(a, b)
    if x.ndim == 0 or y.ndim == 0:
        which = 0 if x.ndim == 0 else 1
        raise ValueError(
            f'matmul: Input operand {which} does not have enough dimensions (has 0, gufunc core '
            'with signature (n?,k),(k,m?)->(n?,m?) requires 1)'
        )
    inner = y.shape[-2] if y.ndim > 1 else y.shape[0]
    if x.shape[-1] != inner:
        raise ValueError(
            'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature '
            f'(n?,k),(k,m?)->(n?,m?) (size {inner} is different from {x.shape[-1]})'
        )
    return _stored(_integers(torch.matmul, x, y), out)


def _stored(tensor, out):
    if out is None:
        return result_of(tensor)
    out._t.copy_(tensor)
    return out


def _pair(a, b):
    a, b = asarray(a)._t, asarray(b)._t
    if a.dtype == b.dtype:
        return a, b
    kind = common_type(a, b)
    return a.to(kind), b.to(kind)


def dot(a, b, out=None):
    x, y = _pair(a, b)
    if x.ndim == 0 or y.ndim == 0:
        return _stored(x * y, out)
    axis = y.ndim - 2 if y.ndim > 1 else 0
    if x.shape[-1] != y.shape[axis]:
        raise ValueError(
            f'shapes {shape_text(x.shape)} and {shape_text(y.shape)} not aligned: '
            f'{x.shape[-1]} (dim {x.ndim - 1}) != {y.shape[axis]} (dim {axis})'
        )
    return _stored(_integers(lambda p, q: torch.tensordot(p, q, ([p.ndim - 1], [axis])), x, y), out)


def inner(a, b):
    x, y = _pair(a, b)
    if x.ndim == 0 or y.ndim == 0:
        return result_of(x * y)
    return result_of(_integers(lambda p, q: torch.tensordot(p, q, ([p.ndim - 1], [q.ndim - 1])), x, y))


def vdot(a, b):
    x, y = _pair(a, b)
    return result_of((conjugated(x).reshape(-1) * y.reshape(-1)).sum())


def outer(a, b, out=None):
    x, y = _pair(a, b)
    return _stored(x.reshape(-1, 1) * y.reshape(1, -1), out)


def tensordot(a, b, axes=2):
    x, y = _pair(a, b)
    if not isinstance(axes, int):
        axes = tuple([each] if isinstance(each, int) else list(each) for each in axes)
    return result_of(torch.tensordot(x, y, axes))


def einsum(subscripts, *operands, out=None, optimize=False, **kwargs):
    if not isinstance(subscripts, str):
        return parts.unsupported('numpy.einsum with lists of axes')
    tensors = [asarray(each)._t for each in operands]
    kind = common_type(*tensors)
    return _stored(torch.einsum(subscripts, *(each.to(kind) for each in tensors)), out)


def kron(a, b):
    return result_of(torch.kron(*_pair(a, b)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    x, y = _pair(a, b)
    if x.shape[-1] != 3 or y.shape[-1] != 3:
        return parts.unsupported('numpy.cross of vectors of two numbers')
    x, y = torch.broadcast_tensors(x, y)
    return wrap(torch.cross(x, y, dim=-1))


def convolve(a, v, mode='full'):
    x, y = _pair(a, v)
    if len(y) > len(x):
        x, y = y, x
    n = len(y)
    padding = {'full': n - 1, 'same': n - 1, 'valid': 0}[mode]
    whole = torch.nn.functional.conv1d(
        x.double().reshape(1, 1, -1), y.double().flip(0).reshape(1, 1, -1), padding=padding
    ).reshape(-1)
    if mode == 'same':
        whole = whole[(n - 1) // 2 : (n - 1) // 2 + len(x)]
    return wrap(whole.to(x.dtype) if x.is_floating_point() else torch.round(whole).to(x.dtype))


def correlate(a, v, mode='valid'):
    return convolve(a, asarray(v)[::-1], mode)


def trapz(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    return result_of(torch.trapezoid(y._t, asarray(x)._t, dim=axis) if x is not None else torch.trapezoid(y._t, dx=dx, dim=axis))


def gradient(f, *varargs, axis=None, edge_order=1):
    spacing = [each if isinstance(each, (int, float)) else asarray(each)._t for each in varargs]
    f = asarray(f)._t
    f = f if f.is_floating_point() else f.double()
    keywords = {} if not spacing else {'spacing': spacing[0] if len(spacing) == 1 and isinstance(spacing[0], (int, float)) else spacing}
    found = [wrap(each) for each in torch.gradient(f, dim=axis, edge_order=edge_order, **keywords)]
    return found[0] if len(found) == 1 else found


def polyfit(x, y, deg):
    x, y = asarray(x)._t.double(), asarray(y)._t.double()
    return wrap(torch.linalg.lstsq(torch.vander(x, deg + 1), y.unsqueeze(-1))[0].squeeze(-1))


def polyval(p, x):
    result = 0
    for coefficient in asarray(p):
        result = result * asarray(x) + coefficient
    return result
