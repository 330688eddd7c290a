# https://pytorch.org/docs/stable/nn.html#parametrizations-implemented-using-the-new-parametrization-functionality

import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module
from torch.nn.utils import parametrize
from torch.nn.utils.weight_norm import _norm as _length

_MAPS = ('matrix_exp', 'cayley', 'householder')


def _made_orthogonal(matrix):
    """An orthogonal matrix near it, one for each matrix."""
    reflectors, tau = torch.geqrf(matrix)
    signs = reflectors.diagonal(dim1=-2, dim2=-1).sgn()
    return torch.linalg.householder_product(reflectors, tau) * signs.unsqueeze(-2)


def _is_orthogonal(matrix):
    rows, columns = matrix.size(-2), matrix.size(-1)
    unit = torch.eye(columns, dtype=matrix.dtype, device=matrix.device)
    tolerance = 10.0 * rows * torch.finfo(matrix.dtype).eps
    return torch.allclose(matrix.mH @ matrix, unit, atol=tolerance)


class _Orthogonal(Module):
    def __init__(self, weight, orthogonal_map, *, use_trivialization=True):
        super().__init__()
        if weight.is_complex() and orthogonal_map == 'householder':
            raise ValueError('The householder parametrization does not support complex tensors.')
        self.shape = weight.shape
        self.orthogonal_map = orthogonal_map
        if use_trivialization:
            self.register_buffer('base', None)

    def forward(self, X):
        wide = X.size(-2) < X.size(-1)
        if wide:
            X = X.mT
        n, k = X.size(-2), X.size(-1)
        if self.orthogonal_map == 'householder':
            below = X.tril(diagonal=-1)
            tau = 2.0 / (1.0 + (below * below).sum(dim=-2))
            Q = torch.linalg.householder_product(below, tau)
            Q = Q * X.diagonal(dim1=-2, dim2=-1).int().unsqueeze(-2)
        else:
            X = X.tril()
            if n != k:
                rest = X.new_zeros(n, n - k).expand(*X.shape[:-2], -1, -1)
                X = torch.cat([X, rest], dim=-1)
            skew = X - X.mH
            if self.orthogonal_map == 'matrix_exp':
                Q = torch.matrix_exp(skew)
            else:
                unit = torch.eye(n, dtype=skew.dtype, device=skew.device)
                Q = torch.linalg.solve(
                    torch.add(unit, skew, alpha=-0.5), torch.add(unit, skew, alpha=0.5)
                )
            if n != k:
                Q = Q[..., :k]
        if hasattr(self, 'base'):
            Q = self.base @ Q
        return Q.mT if wide else Q

    @torch.no_grad()
    def right_inverse(self, Q):
        if Q.shape != self.shape:
            raise ValueError(
                f'Expected a matrix or batch of matrices of shape {self.shape}. '
                f'Got a tensor of shape {Q.shape}.'
            )
        given = Q
        wide = Q.size(-2) < Q.size(-1)
        if wide:
            Q = Q.mT
        n, k = Q.size(-2), Q.size(-1)
        if hasattr(self, 'base'):
            if n != k:
                more = torch.randn(*(Q.size()[:-2] + (n, n - k)), dtype=Q.dtype, device=Q.device)
                Q = _made_orthogonal(torch.cat([Q, more], dim=-1))
            else:
                Q = Q.clone() if _is_orthogonal(Q) else _made_orthogonal(Q)
            self.base = Q
            minus = torch.zeros_like(given)
            minus.diagonal(dim1=-2, dim2=-1).fill_(-1.0)
            return minus
        if self.orthogonal_map != 'householder':
            raise NotImplementedError(
                'It is not possible to assign to the matrix exponential or the Cayley '
                'parametrizations when use_trivialization=False.'
            )
        A, tau = torch.geqrf(Q)
        A.diagonal(dim1=-2, dim2=-1).sign_()
        A.diagonal(dim1=-2, dim2=-1)[tau == 0.0] *= -1
        return A.mT if wide else A


def orthogonal(module, name='weight', orthogonal_map=None, *, use_trivialization=True):
    weight = _weight_of(module, name)
    if weight.ndim < 2:
        raise ValueError(
            f'Expected a matrix or batch of matrices. Got a tensor of {weight.ndim} dimensions.'
        )
    if orthogonal_map is None:
        square = weight.size(-2) == weight.size(-1)
        orthogonal_map = 'matrix_exp' if square or weight.is_complex() else 'householder'
    if orthogonal_map not in _MAPS:
        raise ValueError(
            'orthogonal_map has to be one of "matrix_exp", "cayley", "householder". '
            f'Got: {orthogonal_map}'
        )
    made = _Orthogonal(weight, orthogonal_map, use_trivialization=use_trivialization)
    parametrize.register_parametrization(module, name, made, unsafe=True)
    return module


class _WeightNorm(Module):
    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        return weight_v * (weight_g / _length(weight_v, self.dim))

    def right_inverse(self, weight):
        return _length(weight, self.dim), weight


def weight_norm(module, name='weight', dim=0):
    parametrize.register_parametrization(module, name, _WeightNorm(dim), unsafe=True)
    return module


class _SpectralNorm(Module):
    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        rank = weight.ndim
        if dim >= rank or dim < -rank:
            raise IndexError(
                'Dimension out of range (expected to be in range of '
                f'[-{rank}, {rank - 1}] but got {dim})'
            )
        if n_power_iterations <= 0:
            raise ValueError(
                'Expected n_power_iterations to be positive, but got '
                f'n_power_iterations={n_power_iterations}'
            )
        self.dim = dim if dim >= 0 else dim + rank
        self.eps = eps
        if rank == 1:
            return
        self.n_power_iterations = n_power_iterations
        matrix = self._matrix(weight)
        rows, columns = matrix.size()
        u = matrix.new_empty(rows).normal_(0, 1)
        v = matrix.new_empty(columns).normal_(0, 1)
        self.register_buffer('_u', F.normalize(u, dim=0, eps=eps))
        self.register_buffer('_v', F.normalize(v, dim=0, eps=eps))
        self._iterate(matrix, 15)

    def _matrix(self, weight):
        if self.dim != 0:
            others = [d for d in range(weight.dim()) if d != self.dim]
            weight = weight.permute(self.dim, *others)
        return weight.flatten(1)

    @torch.autograd.no_grad()
    def _iterate(self, matrix, times):
        for _ in range(times):
            self._u.copy_(F.normalize(torch.mv(matrix, self._v), dim=0, eps=self.eps))
            self._v.copy_(F.normalize(torch.mv(matrix.t(), self._u), dim=0, eps=self.eps))

    def forward(self, weight):
        if weight.ndim == 1:
            return F.normalize(weight, dim=0, eps=self.eps)
        matrix = self._matrix(weight)
        if self.training:
            self._iterate(matrix, self.n_power_iterations)
        u, v = self._u.clone(), self._v.clone()
        return weight / torch.dot(u, torch.mv(matrix, v))

    def right_inverse(self, value):
        return value


def spectral_norm(module, name='weight', n_power_iterations=1, eps=1e-12, dim=None):
    weight = _weight_of(module, name)
    if dim is None:
        turned = (
            torch.nn.ConvTranspose1d, torch.nn.ConvTranspose2d, torch.nn.ConvTranspose3d
        )
        dim = 1 if isinstance(module, turned) else 0
    made = _SpectralNorm(weight, n_power_iterations, dim, eps)
    parametrize.register_parametrization(module, name, made)
    return module


def _weight_of(module, name):
    weight = getattr(module, name, None)
    if not isinstance(weight, torch.Tensor):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    return weight
