# https://pytorch.org/docs/stable/distributions.html
from .distribution import Distribution, Independent
from .discrete import Bernoulli, Categorical
from .continuous import Exponential, Laplace, Normal, Uniform
from .kl import kl_divergence, register_kl

__all__ = [
    'Bernoulli', 'Categorical', 'Distribution', 'Exponential', 'Independent', 'Laplace', 'Normal',
    'Uniform', 'kl_divergence', 'register_kl',
]
