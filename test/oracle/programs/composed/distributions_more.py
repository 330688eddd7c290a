# More distributions, from the modules that PyTorch has them in: draws, densities, refusals.
import torch
from torch.distributions import Cauchy, Geometric, MultivariateNormal, OneHotCategorical, OneHotCategoricalStraightThrough, Poisson, kl_divergence
from torch.distributions.bernoulli import Bernoulli
from torch.distributions.categorical import Categorical
from torch.distributions.independent import Independent
from torch.distributions.normal import Normal
from torch.distributions.uniform import Uniform
from torch.distributions.utils import broadcast_all, logits_to_probs, probs_to_logits

print(Categorical, Normal, Bernoulli, Independent, Uniform)
torch.manual_seed(0)
p = torch.tensor([[0.1, 0.2, 0.7], [1.0, 1.0, 2.0]])
o = OneHotCategorical(p)
print(o, o.sample(), o.sample((2,)).shape, o.mean, o.variance, o.mode, o.entropy(), o.event_shape)
print(o.log_prob(torch.tensor([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])), o.logits, o.param_shape)
print(kl_divergence(o, OneHotCategorical(torch.ones(3))))
s = OneHotCategoricalStraightThrough(logits=torch.tensor([1.0, 2.0, 3.0], requires_grad=True))
print(s.rsample((2,)).requires_grad, s.sample((2,)))

cov = torch.tensor([[2.0, 0.5], [0.5, 1.0]])
for m in (MultivariateNormal(torch.zeros(2), cov), MultivariateNormal(torch.ones(3, 2), precision_matrix=cov),
          MultivariateNormal(torch.zeros(2), scale_tril=torch.tensor([[1.0, 0.0], [0.3, 2.0]]))):
    print(m, m.sample((2,)), m.mean, m.variance, m.entropy(), m.log_prob(torch.tensor([0.5, -1.0])))
    print(m.covariance_matrix, m.precision_matrix, m.scale_tril, m.batch_shape, m.event_shape)

q = Poisson(torch.tensor([0.5, 4.0]))
print(q, q.sample((3,)), q.mean, q.variance, q.log_prob(torch.tensor([1.0, 3.0])))
c = Cauchy(0.0, torch.tensor([1.0, 2.0]))
print(c, c.sample(), c.mean, c.variance, c.entropy(), c.log_prob(torch.ones(2)), c.cdf(torch.ones(2)), c.icdf(torch.tensor([0.2, 0.7])))
g = Geometric(torch.tensor([0.3, 0.9]))
print(g, g.sample((2,)), g.mean, g.variance, g.entropy(), g.log_prob(torch.tensor([2.0, 0.0])), Geometric(logits=torch.tensor(0.5)).probs)
print(broadcast_all(1.0, torch.zeros(2)), logits_to_probs(torch.zeros(3)), probs_to_logits(torch.tensor([0.25, 0.75])))

for refused in (
    lambda: OneHotCategorical(torch.tensor([-1.0, 2.0])),
    lambda: o.log_prob(torch.tensor([1.0, 1.0, 0.0])),
    lambda: MultivariateNormal(torch.zeros(2), torch.tensor([[1.0, 2.0], [2.0, 1.0]])),
    lambda: MultivariateNormal(torch.zeros(2)),
    lambda: MultivariateNormal(torch.tensor(0.0), cov),
    lambda: MultivariateNormal(torch.zeros(2), torch.ones(2)),
    lambda: MultivariateNormal(torch.zeros(2), scale_tril=torch.tensor([[1.0, 1.0], [0.3, 2.0]])),
    lambda: Poisson(-1.0),
    lambda: q.log_prob(torch.tensor([0.5, 1.0])),
    lambda: Geometric(0.0),
    lambda: Geometric(),
):
    try:
        print(refused())
    except Exception as error:
        print(type(error).__name__, error)
