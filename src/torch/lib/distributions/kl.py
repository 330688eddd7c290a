# https://pytorch.org/docs/stable/distributions.html#module-torch.distributions.kl

import math

import torch
import torch.nn.functional as F

from .bernoulli import Bernoulli
from .categorical import Categorical
from .cauchy import Cauchy
from .exponential import Exponential
from .geometric import Geometric
from .independent import Independent
from .laplace import Laplace
from .multivariate_normal import MultivariateNormal
from .normal import Normal
from .one_hot_categorical import OneHotCategorical
from .poisson import Poisson
from .transformed_distribution import TransformedDistribution
from .uniform import Uniform
from .utils import sum_rightmost

_registered = {}

# Exponential families, of which PyTorch says so where it has no formula for two of them.
_FAMILIES = (Bernoulli, Exponential, Normal, Poisson)


def register_kl(type_p, type_q):
    def decorate(function):
        _registered[type_p, type_q] = function
        return function

    return decorate


def kl_divergence(p, q):
    for type_p in type(p).__mro__:
        for type_q in type(q).__mro__:
            if (type_p, type_q) in _registered:
                return _registered[type_p, type_q](p, q)
    if isinstance(p, _FAMILIES) and isinstance(q, _FAMILIES):
        raise NotImplementedError(
            'The cross KL-divergence between different exponential families cannot'
            '                             be computed using Bregman divergences'
        )
    raise NotImplementedError(
        f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}'
    )


@register_kl(Normal, Normal)
def _normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    distance = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + distance - 1 - ratio.log())


@register_kl(Uniform, Uniform)
def _uniform(p, q):
    result = ((q.high - q.low) / (p.high - p.low)).log()
    result[(q.low > p.low) | (q.high < p.high)] = torch.inf
    return result


@register_kl(Bernoulli, Bernoulli)
def _bernoulli(p, q):
    one = p.probs * (F.softplus(-q.logits) - F.softplus(-p.logits))
    one[q.probs == 0] = torch.inf
    one[p.probs == 0] = 0
    other = (1 - p.probs) * (F.softplus(q.logits) - F.softplus(p.logits))
    other[q.probs == 1] = torch.inf
    other[p.probs == 1] = 0
    return one + other


@register_kl(Categorical, Categorical)
def _categorical(p, q):
    terms = p.probs * (p.logits - q.logits)
    terms[(q.probs == 0).expand_as(terms)] = torch.inf
    terms[(p.probs == 0).expand_as(terms)] = 0
    return terms.sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hot(p, q):
    return _categorical(p._categorical, q._categorical)


def _infinite(p, q):
    """Where p reaches beyond all of q."""
    parameter = p.loc if hasattr(p, 'loc') else p.rate
    shape = torch.broadcast_shapes(p.batch_shape, q.batch_shape)
    return torch.full_like(parameter.expand(shape), torch.inf)


for _pair in [
    (Normal, Uniform), (Normal, Exponential), (Laplace, Uniform), (Laplace, Exponential),
    (Exponential, Uniform), (Poisson, Bernoulli),
]:
    register_kl(*_pair)(_infinite)


@register_kl(Exponential, Exponential)
def _exponential(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Laplace, Laplace)
def _laplace(p, q):
    ratio = p.scale / q.scale
    distance = (p.loc - q.loc).abs()
    return -ratio.log() + distance / q.scale + ratio * torch.exp(-distance / p.scale) - 1


@register_kl(Poisson, Poisson)
def _poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Geometric, Geometric)
def _geometric(p, q):
    return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits


@register_kl(Cauchy, Cauchy)
def _cauchy(p, q):
    sides = (p.scale + q.scale).pow(2) + (p.loc - q.loc).pow(2)
    return sides.log() - (4 * p.scale * q.scale).log()


@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate_normal(p, q):
    if p.event_shape != q.event_shape:
        raise ValueError(
            'KL-divergence between two Multivariate Normals with different event shapes cannot be '
            'computed'
        )
    size = p.event_shape[0]
    batch = torch.broadcast_shapes(p.batch_shape, q.batch_shape)
    of_p = p.scale_tril.expand(batch + (size, size))
    of_q = q.scale_tril.expand(batch + (size, size))
    volume = of_q.diagonal(dim1=-2, dim2=-1).log().sum(-1) - of_p.diagonal(
        dim1=-2, dim2=-1
    ).log().sum(-1)
    spread = torch.linalg.solve_triangular(of_q, of_p, upper=False).pow(2).sum((-2, -1))
    apart = (q.loc - p.loc).expand(batch + (size,)).unsqueeze(-1)
    distance = torch.linalg.solve_triangular(of_q, apart, upper=False).pow(2).sum((-2, -1))
    return volume + 0.5 * (spread + distance - size)


@register_kl(Bernoulli, Poisson)
def _bernoulli_poisson(p, q):
    return -p.entropy() - (p.probs * q.rate.log() - q.rate)


@register_kl(Exponential, Normal)
def _exponential_normal(p, q):
    variance = q.scale.pow(2)
    rate = p.rate.pow(2)
    start = 0.5 * torch.log(rate * variance * 2 * math.pi)
    return start - 1 + (rate.reciprocal() - q.loc / p.rate + q.loc.pow(2) * 0.5) / variance


@register_kl(Laplace, Normal)
def _laplace_normal(p, q):
    variance = q.scale.pow(2)
    ratio = p.scale.pow(2) / variance
    distance = 0.5 * p.loc.pow(2) - p.loc * q.loc + 0.5 * q.loc.pow(2)
    return -0.5 * torch.log(2 * ratio / math.pi) + ratio + distance / variance - 1


@register_kl(Normal, Laplace)
def _normal_laplace(p, q):
    apart = p.loc - q.loc
    times = apart / p.scale
    near = math.sqrt(2 / math.pi) * p.scale * torch.exp(-0.5 * times.pow(2))
    far = apart * torch.erf(math.sqrt(0.5) * times)
    start = -torch.log(p.scale / q.scale)
    return start + (near + far) / q.scale - 0.5 * (1 + math.log(0.5 * math.pi))


@register_kl(Uniform, Normal)
def _uniform_normal(p, q):
    width = p.high - p.low
    middle = ((p.high + p.low - 2 * q.loc) / 2).pow(2)
    start = (math.sqrt(math.pi * 2) * q.scale / width).log()
    return start + 0.5 * (width.pow(2) / 12 + middle) / q.scale.pow(2)


@register_kl(Uniform, Exponential)
def _uniform_exponential(p, q):
    result = q.rate * (p.high + p.low) / 2 - ((p.high - p.low) * q.rate).log()
    result[p.low < 0] = torch.inf
    return result


@register_kl(TransformedDistribution, TransformedDistribution)
def _transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    inner = len(p.event_shape) - len(p.base_dist.event_shape)
    return sum_rightmost(kl_divergence(p.base_dist, q.base_dist), inner)


@register_kl(Independent, Independent)
def _independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return sum_rightmost(kl_divergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims)
