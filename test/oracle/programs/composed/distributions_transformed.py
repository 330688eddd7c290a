# Transformed distributions and mixtures: squashed policies, log-normals, mixtures of normals.
import torch
from torch.distributions import (
    AffineTransform, Categorical, Independent, LogNormal, MixtureSameFamily, MultivariateNormal,
    Normal, TransformedDistribution, Uniform,
)
from torch.distributions.transforms import ExpTransform, SigmoidTransform, SoftplusTransform, TanhTransform

torch.manual_seed(0)
x = torch.tensor([-2.0, -0.1, 0.0, 1.5])
for t in (ExpTransform(), SigmoidTransform(), TanhTransform(), SoftplusTransform(), AffineTransform(1.0, -2.0),
          AffineTransform(torch.tensor(0.5), torch.tensor([1.0, 2.0, 3.0, -4.0]))):
    y = t(x)
    print(t, t.inv, y, t.inv(y), t.log_abs_det_jacobian(x, y), t.inv.log_abs_det_jacobian(y, x), t.sign, t.codomain, t.bijective)
print(ExpTransform() == ExpTransform(), AffineTransform(0, 1) == AffineTransform(0, 2), TanhTransform(cache_size=1)._cache_size)

d = TransformedDistribution(Normal(torch.zeros(3), torch.ones(3)), [TanhTransform(cache_size=1)])
a = d.rsample()
print(d, a, d.log_prob(a), d.batch_shape, d.event_shape, d.support, d.has_rsample)
print(TransformedDistribution(Normal(torch.zeros(2), 1.0), TanhTransform()).log_prob(torch.tensor([0.3, -0.9])))
i = TransformedDistribution(Independent(Normal(torch.zeros(2, 3), torch.ones(2, 3)), 1), [TanhTransform(cache_size=1), AffineTransform(1.0, 2.0)])
b = i.sample((2,))
print(i.batch_shape, i.event_shape, i.support, b.shape, i.log_prob(b))
u = TransformedDistribution(Uniform(0.0, 1.0), [SigmoidTransform().inv, AffineTransform(loc=1.0, scale=-2.0)])
print(u.sample((3,)), u.cdf(torch.tensor([0.5, 2.0])), u.icdf(torch.tensor([0.2, 0.9])), u.log_prob(torch.tensor(0.1)))

n = LogNormal(torch.zeros(2), torch.tensor([0.5, 1.0]))
print(n, n.sample(), n.mean, n.variance, n.mode, n.entropy(), n.log_prob(torch.tensor([1.0, 2.0])), n.cdf(torch.tensor([1.0, 2.0])))

m = MixtureSameFamily(Categorical(torch.tensor([0.3, 0.7])), Normal(torch.tensor([-1.0, 2.0]), torch.tensor([0.5, 1.0])))
print(m, m.sample((4,)), m.mean, m.variance, m.log_prob(torch.tensor([0.0, 1.0])), m.cdf(torch.tensor([0.0])), m.batch_shape)
v = MixtureSameFamily(Categorical(torch.ones(4, 2)), Independent(Normal(torch.randn(4, 2, 3), torch.rand(4, 2, 3)), 1))
print(v.sample().shape, v.sample((5,)).shape, v.mean, v.variance, v.log_prob(torch.zeros(4, 3)), v.event_shape)

for refused in (
    lambda: TransformedDistribution(Normal(0.0, 1.0), 3),
    lambda: TransformedDistribution(Normal(0.0, 1.0), [3]),
    lambda: d.log_prob(torch.tensor([2.0, 0.0, 0.0])),
    lambda: n.log_prob(torch.tensor(-1.0)),
    lambda: LogNormal(0.0, -1.0),
    lambda: MixtureSameFamily(Normal(0.0, 1.0), Normal(0.0, 1.0)),
    lambda: MixtureSameFamily(Categorical(torch.ones(3)), Normal(torch.zeros(2), 1.0)),
    lambda: TanhTransform(cache_size=2),
):
    try:
        print(refused())
    except Exception as error:
        print(type(error).__name__, error)

print(Normal(0.0, torch.tensor([1.0, 2.0])).expand((3, 2)), d.expand((2, 3)).batch_shape, i.expand((4, 2)).event_shape, n.expand([3, 2]).sample().shape)
e = MultivariateNormal(torch.zeros(2), torch.eye(2)).expand((3,))
print(e.batch_shape, e.sample().shape, e.log_prob(torch.ones(2)), e.covariance_matrix.shape, Categorical(torch.ones(3)).expand((2,)).log_prob(torch.tensor(1)))
from torch.distributions import Bernoulli, Exponential, Laplace
z = torch.tensor([0.2, 0.9])
for k in (Exponential(torch.tensor([1.0, 2.0])), Laplace(0.5, torch.tensor([1.0, 2.0])), Uniform(0.0, torch.tensor([1.0, 2.0]))):
    print(k.mode, k.cdf(z), k.icdf(z), Independent(k, 1).mode)
print(Bernoulli(torch.tensor([0.2, 0.5, 0.9])).mode)
for refused in (lambda: Bernoulli(0.5).cdf(torch.tensor(0.0)), lambda: Categorical(torch.ones(2)).icdf(z), lambda: m.mode):
    try:
        print(refused())
    except NotImplementedError as error:
        print('NotImplementedError', error)
