# https://pytorch.org/docs/stable/distributions.html#mixturesamefamily

import torch

from .categorical import Categorical
from .distribution import Distribution


class MixtureSameFamily(Distribution):
    """A mixture: which component of the last batch dimension, then a sample of it."""

    has_rsample = False

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(
                ' The Mixture distribution needs to be an  instance of '
                'torch.distribtutions.Categorical'
            )
        if not isinstance(component_distribution, Distribution):
            raise ValueError(
                'The Component distribution need to be an instance of '
                'torch.distributions.Distribution'
            )
        self._mixture_distribution = mixture_distribution
        self._component_distribution = component_distribution
        outer = mixture_distribution.batch_shape
        inner = component_distribution.batch_shape[:-1]
        for a, b in zip(reversed(outer), reversed(inner)):
            if a != 1 and b != 1 and a != b:
                raise ValueError(
                    f'`mixture_distribution.batch_shape` ({outer}) is not compatible with '
                    f'`component_distribution.batch_shape`({inner})'
                )
        count = mixture_distribution.logits.shape[-1]
        components = component_distribution.batch_shape[-1]
        if count != components:
            raise ValueError(
                f'`mixture_distribution component` ({count}) does not equal '
                f'`component_distribution.batch_shape[-1]` ({components})'
            )
        self._num_component = count
        event_shape = component_distribution.event_shape
        self._event_ndims = len(event_shape)
        super().__init__(inner, event_shape, validate_args)

    def expand(self, batch_shape, _instance=None):
        return torch._C._unsupported('MixtureSameFamily.expand')

    @property
    def mixture_distribution(self):
        return self._mixture_distribution

    @property
    def component_distribution(self):
        return self._component_distribution

    @property
    def support(self):
        return self._component_distribution.support

    def _weights(self):
        probs = self.mixture_distribution.probs
        return probs.reshape(probs.shape + (1,) * self._event_ndims)

    def _over_components(self, value):
        return torch.sum(self._weights() * value, dim=-1 - self._event_ndims)

    @property
    def mean(self):
        return self._over_components(self.component_distribution.mean)

    @property
    def variance(self):
        spread = self.component_distribution.mean - self._padded(self.mean)
        return self._over_components(self.component_distribution.variance) + self._over_components(
            spread.pow(2.0)
        )

    def _padded(self, value):
        return value.unsqueeze(-1 - self._event_ndims)

    def cdf(self, value):
        inner = self.component_distribution.cdf(self._padded(value))
        return torch.sum(inner * self.mixture_distribution.probs, dim=-1)

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        inner = self.component_distribution.log_prob(self._padded(value))
        weights = torch.log_softmax(self.mixture_distribution.logits, dim=-1)
        return torch.logsumexp(inner + weights, dim=-1)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            lead = len(sample_shape) + len(self.batch_shape)
            chosen = self.mixture_distribution.sample(sample_shape)
            samples = self.component_distribution.sample(sample_shape)
            chosen = chosen.reshape(chosen.shape + (1,) * (self._event_ndims + 1))
            repeats = (1,) * len(chosen.shape[: -self._event_ndims - 1]) + (1,) + tuple(self.event_shape)
            return torch.gather(samples, lead, chosen.repeat(repeats)).squeeze(lead)

    def __repr__(self):
        return (
            f'MixtureSameFamily(\n  {self.mixture_distribution},\n  {self.component_distribution})'
        )
