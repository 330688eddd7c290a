# https://pytorch.org/docs/stable/distributions.html#transformeddistribution

import torch

from . import constraints
from .distribution import Distribution
from .transforms import Transform
from .utils import sum_rightmost


class TransformedDistribution(Distribution):
    """What becomes of a distribution's samples by transforms, one after another."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        if isinstance(transforms, Transform):
            transforms = [transforms]
        elif not isinstance(transforms, list):
            raise ValueError(f'transforms must be a Transform or list, but was {transforms}')
        elif not all(isinstance(transform, Transform) for transform in transforms):
            raise ValueError('transforms must be a Transform or a list of Transforms')
        self.transforms = transforms
        self.base_dist = base_distribution
        batch_shape, event_shape = base_distribution.batch_shape, base_distribution.event_shape
        # A transform by tensors may have more dimensions than the distribution.
        shape = _spread(transforms, batch_shape + event_shape)
        if shape != batch_shape + event_shape:
            torch._C._unsupported('transforms that expand the distribution')
        super().__init__(batch_shape, event_shape, validate_args=validate_args)

    def expand(self, batch_shape, _instance=None):
        return self._with(batch_shape, base_dist=self.base_dist.expand(batch_shape))

    @property
    def has_rsample(self):
        return self.base_dist.has_rsample

    @property
    def support(self):
        if not self.transforms:
            return self.base_dist.support
        support = self.transforms[-1].codomain
        more = len(self.event_shape) - support.event_dim
        return constraints.independent(support, more) if more > 0 else support

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self._forward(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=torch.Size()):
        return self._forward(self.base_dist.rsample(sample_shape))

    def _forward(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        event_dim = len(self.event_shape)
        log_prob = 0.0
        y = value
        for transform in reversed(self.transforms):
            x = transform.inv(y)
            log_prob = log_prob - sum_rightmost(transform.log_abs_det_jacobian(x, y), event_dim)
            y = x
        rest = event_dim - len(self.base_dist.event_shape)
        return log_prob + sum_rightmost(self.base_dist.log_prob(y), rest)

    def _sign(self):
        sign = 1
        for transform in self.transforms:
            sign = sign * transform.sign
        return sign

    def _turned(self, value):
        sign = self._sign()
        return value if isinstance(sign, int) and sign == 1 else sign * (value - 0.5) + 0.5

    def cdf(self, value):
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        if self._validate_args:
            self.base_dist._validate_sample(value)
        return self._turned(self.base_dist.cdf(value))

    def icdf(self, value):
        return self._forward(self.base_dist.icdf(self._turned(value)))


def _spread(transforms, shape):
    for transform in transforms:
        for name in ('loc', 'scale'):
            shape = torch.broadcast_shapes(shape, getattr(getattr(transform, name, 0), 'shape', ()))
    return shape
