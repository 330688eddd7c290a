# https://pytorch.org/docs/stable/distributions.html#module-torch.distributions.kl

import torch
import torch.nn.functional as F

from .bernoulli import Bernoulli
from .categorical import Categorical
from .independent import Independent
from .normal import Normal
from .one_hot_categorical import OneHotCategorical
from .uniform import Uniform
from .utils import sum_rightmost

_registered = {}


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


@register_kl(Normal, Uniform)
def _normal_uniform(p, q):
    # A normal reaches beyond every interval.
    return torch.full_like(p.loc.expand(torch.broadcast_shapes(p.batch_shape, q.batch_shape)), torch.inf)


@register_kl(Independent, Independent)
def _independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return sum_rightmost(kl_divergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims)
