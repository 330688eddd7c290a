# numpy.linalg: https://numpy.org/doc/1.24/reference/routines.linalg.html

import torch
import _numpy_parts as parts

from ._core import asarray, out, wrap


class LinAlgError(Exception):
    pass


def _tensor(a, square=False):
    tensor = asarray(a)._t
    if not (tensor.is_floating_point() or tensor.is_complex()):
        tensor = tensor.double()
    if tensor.ndim < 2:
        raise LinAlgError(
            f'{tensor.ndim}-dimensional array given. Array must be at least two-dimensional'
        )
    if square and tensor.shape[-1] != tensor.shape[-2]:
        raise LinAlgError('Last 2 dimensions of the array must be square')
    return tensor


def _solved(fn, message, *args, **kwargs):
    try:
        return fn(*args, **kwargs)
    except RuntimeError as error:
        if 'singular' in str(error) or 'positive-definite' in str(error):
            raise LinAlgError(message) from None
        raise


def norm(x, ord=None, axis=None, keepdims=False):
    tensor = asarray(x)._t
    if not (tensor.is_floating_point() or tensor.is_complex()):
        tensor = tensor.double()
    if ord is None and axis is None:
        found = torch.sqrt((tensor.abs() ** 2).sum())
        return out(found.reshape((1,) * tensor.ndim) if keepdims else found)
    if axis is None:
        axis = tuple(range(tensor.ndim))
    axes = axis if isinstance(axis, tuple) else (axis,)
    if len(axes) == 1:
        order = 2 if ord is None else ord
        return out(torch.linalg.vector_norm(tensor, order, axes, keepdims))
    if len(axes) == 2:
        order = 'fro' if ord is None else ord
        return out(torch.linalg.matrix_norm(tensor, order, axes, keepdims))
    raise ValueError('Improper number of dimensions to norm.')


def inv(a):
    return wrap(_solved(torch.linalg.inv, 'Singular matrix', _tensor(a, True)))


def det(a):
    return out(torch.linalg.det(_tensor(a, True)))


def slogdet(a):
    sign, logarithm = torch.linalg.slogdet(_tensor(a, True))
    return out(sign), out(logarithm)


def solve(a, b):
    a, b = _tensor(a, True), asarray(b)._t
    return wrap(_solved(torch.linalg.solve, 'Singular matrix', a, b.to(a.dtype)))


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    if not compute_uv:
        return wrap(torch.linalg.svdvals(_tensor(a)))
    return tuple(wrap(each) for each in torch.linalg.svd(_tensor(a), full_matrices))


def qr(a, mode='reduced'):
    q, r = torch.linalg.qr(_tensor(a), mode)
    return wrap(r) if mode == 'r' else (wrap(q), wrap(r))


def cholesky(a):
    return wrap(
        _solved(torch.linalg.cholesky, 'Matrix is not positive definite', _tensor(a, True))
    )


def eigh(a, UPLO='L'):
    values, vectors = torch.linalg.eigh(_tensor(a, True), UPLO)
    return wrap(values), wrap(vectors)


def eigvalsh(a, UPLO='L'):
    return wrap(torch.linalg.eigvalsh(_tensor(a, True), UPLO))


def eig(a):
    return parts.unsupported('numpy.linalg.eig')


def eigvals(a):
    return parts.unsupported('numpy.linalg.eigvals')


def pinv(a, rcond=1e-15, hermitian=False):
    return wrap(torch.linalg.pinv(_tensor(a), rcond=rcond))


def matrix_rank(A, tol=None, hermitian=False):
    return out(torch.linalg.matrix_rank(_tensor(A)) if tol is None else torch.linalg.matrix_rank(_tensor(A), tol))


def matrix_power(a, n):
    a = asarray(a)
    return wrap(torch.linalg.matrix_power(a._t, n))


def multi_dot(arrays, *, out=None):
    from ._products import dot

    result = arrays[0]
    for each in arrays[1:]:
        result = dot(result, each)
    return result


def lstsq(a, b, rcond='warn'):
    a, b = _tensor(a), asarray(b)._t
    b = b.to(a.dtype)
    found = torch.linalg.lstsq(a, b.unsqueeze(-1) if b.ndim == 1 else b)
    solution = found[0].squeeze(-1) if b.ndim == 1 else found[0]
    rank = torch.linalg.matrix_rank(a).item()
    rest = ((a @ solution - b) ** 2).sum(0, keepdim=b.ndim == 1)
    if rank < a.shape[1] or a.shape[0] <= a.shape[1]:
        rest = rest.new_empty(0)
    return wrap(solution), wrap(rest), rank, wrap(torch.linalg.svdvals(a))


def cond(x, p=None):
    values = torch.linalg.svdvals(_tensor(x))
    if p not in (None, 2):
        return out(torch.linalg.cond(_tensor(x), p))
    return out(values[..., 0] / values[..., -1])
