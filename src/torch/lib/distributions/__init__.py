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
from .multivariate_normal import MultivariateNormal
from .normal import Normal
from .one_hot_categorical import OneHotCategorical, OneHotCategoricalStraightThrough
from .poisson import Poisson
from .uniform import Uniform

__all__ = [
    'Bernoulli', 'Categorical', 'Cauchy', 'Distribution', 'Exponential', 'Geometric', 'Independent',
    'Laplace', 'MultivariateNormal', 'Normal', 'OneHotCategorical',
    'OneHotCategoricalStraightThrough', 'Poisson', 'Uniform', 'kl_divergence', 'register_kl',
]
