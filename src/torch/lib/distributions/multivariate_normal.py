# https://pytorch.org/docs/stable/distributions.html#multivariatenormal

import math

import torch

from . import constraints
from .distribution import Distribution


class MultivariateNormal(Distribution):
    arg_constraints = {
        'loc': constraints.real_vector,
        'covariance_matrix': constraints.positive_definite,
        'precision_matrix': constraints.positive_definite,
        'scale_tril': constraints.lower_cholesky,
    }
    support = constraints.real_vector
    has_rsample = True

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None,
                 validate_args=None):
        if loc.dim() < 1:
            raise ValueError('loc must be at least one-dimensional.')
        given = {
            'covariance_matrix': covariance_matrix,
            'scale_tril': scale_tril,
            'precision_matrix': precision_matrix,
        }
        given = {name: matrix for name, matrix in given.items() if matrix is not None}
        if len(given) != 1:
            raise ValueError(
                'Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.'
            )
        ((name, matrix),) = given.items()
        if matrix.dim() < 2:
            raise ValueError(
                f'{name} must be at least two-dimensional, with optional leading batch dimensions'
            )
        batch_shape = torch.broadcast_shapes(matrix.shape[:-2], loc.shape[:-1])
        matrix = matrix.expand(batch_shape + (-1, -1))
        setattr(self, name, matrix)
        self.loc = loc.expand(batch_shape + (-1,))
        super().__init__(batch_shape, self.loc.shape[-1:], validate_args=validate_args)
        if name == 'scale_tril':
            self._unbroadcasted_scale_tril = scale_tril
        elif name == 'covariance_matrix':
            self._unbroadcasted_scale_tril = torch.linalg.cholesky(covariance_matrix)
        else:
            self._unbroadcasted_scale_tril = _tril_of_precision(precision_matrix)

    def __getattr__(self, name):
        if name not in ('scale_tril', 'covariance_matrix', 'precision_matrix'):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        tril = self._unbroadcasted_scale_tril
        if name == 'covariance_matrix':
            tril = torch.matmul(tril, tril.mT)
        elif name == 'precision_matrix':
            tril = torch.cholesky_inverse(tril)
        value = tril.expand(self._batch_shape + self._event_shape + self._event_shape)
        setattr(self, name, value)
        return value

    @property
    def mean(self):
        return self.loc

    @property
    def mode(self):
        return self.loc

    @property
    def variance(self):
        shape = self._batch_shape + self._event_shape
        return self._unbroadcasted_scale_tril.pow(2).sum(-1).expand(shape)

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended_shape(sample_shape)
        eps = torch.empty(shape, dtype=self.loc.dtype).normal_()
        return self.loc + torch.matmul(self._unbroadcasted_scale_tril, eps.unsqueeze(-1)).squeeze(-1)

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        tril = self._unbroadcasted_scale_tril
        away = (value - self.loc).unsqueeze(-1)
        solved = torch.linalg.solve_triangular(tril, away, upper=False)
        distance = solved.pow(2).sum(-2).squeeze(-1)
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + distance) - _half_log_det(tril)

    def entropy(self):
        half = _half_log_det(self._unbroadcasted_scale_tril)
        entropy = 0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + half
        return entropy if len(self._batch_shape) == 0 else entropy.expand(self._batch_shape)


def _half_log_det(tril):
    return tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)


def _tril_of_precision(precision):
    reversed_tril = torch.linalg.cholesky(torch.flip(precision, (-2, -1)))
    inverse = torch.flip(reversed_tril, (-2, -1)).mT
    identity = torch.eye(precision.shape[-1], dtype=precision.dtype)
    return torch.linalg.solve_triangular(inverse, identity, upper=False)
