# Distributions: samples, densities, entropies, divergences, and what they refuse.
import torch
from torch.distributions import Normal, Categorical, Bernoulli, Uniform, Independent, Exponential, Laplace, kl_divergence
torch.manual_seed(0)
n = Normal(torch.zeros(2), torch.tensor([1.0, 2.0]))
print(n, n.sample(), n.sample((2,)), n.rsample(torch.Size([3])).shape, n.mean, n.stddev, n.variance, n.entropy(), n.batch_shape, n.event_shape)
print(n.log_prob(torch.ones(2)), n.cdf(torch.ones(2)), n.icdf(torch.tensor([0.5, 0.9])), Normal(0.0, 1.0))
c = Categorical(torch.tensor([[0.1, 0.2, 0.7], [1.0, 1.0, 2.0]]))
print(c, c.sample(), c.sample((4,)).shape, c.log_prob(torch.tensor([2, 0])), c.entropy(), c.logits, c.mode if hasattr(c, 'mode') else None)
print(Categorical(logits=torch.tensor([1.0, 2.0, 3.0])).probs, Categorical(logits=torch.zeros(3)))
b = Bernoulli(torch.tensor([0.2, 0.8]))
print(b, b.sample((3,)), b.log_prob(torch.tensor([1.0, 0.0])), b.entropy(), b.logits, Bernoulli(logits=torch.tensor(0.5)).probs)
u = Uniform(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 3.0]))
print(u, u.sample(), u.log_prob(torch.tensor([0.5, 2.0])), u.mean, u.entropy(), u.cdf(torch.tensor([.5, 2.])))
i = Independent(n, 1)
print(i, i.log_prob(torch.ones(2)), i.event_shape)
print(kl_divergence(n, Normal(1.0, 1.0)), kl_divergence(c, Categorical(torch.ones(3))), kl_divergence(b, Bernoulli(0.5)), kl_divergence(u, Uniform(0., 4.)))
print(Exponential(2.0).sample(), Laplace(0.0, 1.0).rsample((2,)), Laplace(0., 1.).entropy())
for f in (lambda: Normal(0.0, -1.0), lambda: Uniform(1.0, 0.0), lambda: Bernoulli(1.5), lambda: Bernoulli(), lambda: Categorical(torch.tensor(1.0)), lambda: n.log_prob(torch.ones(3)), lambda: c.log_prob(torch.tensor([3, 0])), lambda: n.log_prob(1.0), lambda: kl_divergence(n, u), lambda: Categorical(torch.tensor([-1.0, 2.0]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
