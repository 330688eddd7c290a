# https://pytorch.org/docs/stable/distributions.html
from .bernoulli import Bernoulli
from .categorical import Categorical
from .cauchy import Cauchy
from .distribution import Distribution
from .exponential import Exponential
from .geometric import Geometric
from .independent import Independent
from .kl import kl_divergence, register_kl
from .laplace import Laplace
from .log_normal import LogNormal
from .mixture_same_family import MixtureSameFamily
from .multivariate_normal import MultivariateNormal
from .normal import Normal
from .one_hot_categorical import OneHotCategorical, OneHotCategoricalStraightThrough
from .poisson import Poisson
from .transformed_distribution import TransformedDistribution
from .transforms import (
    AffineTransform, ExpTransform, SigmoidTransform, SoftplusTransform, TanhTransform, Transform,
)
from .uniform import Uniform

__all__ = [
    'AffineTransform', 'Bernoulli', 'Categorical', 'Cauchy', 'Distribution', 'ExpTransform',
    'Exponential', 'Geometric', 'Independent', 'Laplace', 'LogNormal', 'MixtureSameFamily',
    'MultivariateNormal', 'Normal', 'OneHotCategorical', 'OneHotCategoricalStraightThrough',
    'Poisson', 'SigmoidTransform', 'SoftplusTransform', 'TanhTransform', 'Transform',
    'TransformedDistribution', 'Uniform', 'kl_divergence', 'register_kl',
]
