# divergences between distributions
import torch
from torch.distributions import *
from torch.distributions.kl import kl_divergence
a, b = torch.tensor([0.3, 1.2]), torch.tensor([0.9, 0.4]); p1, p2 = torch.tensor([.2, .7]), torch.tensor([.5, .6])
D = {'Normal': lambda x, y: Normal(x, y), 'Laplace': lambda x, y: Laplace(x, y), 'Uniform': lambda x, y: Uniform(-x, y), 'Exponential': lambda x, y: Exponential(y), 'Poisson': lambda x, y: Poisson(y), 'Bernoulli': lambda x, y: Bernoulli(p1 if x is a else p2), 'Geometric': lambda x, y: Geometric(p1 if x is a else p2), 'Cauchy': lambda x, y: Cauchy(x, y), 'Categorical': lambda x, y: Categorical(torch.stack([x, y])), 'MultivariateNormal': lambda x, y: MultivariateNormal(x, torch.diag(y) + 0.1), 'OneHotCategorical': lambda x, y: OneHotCategorical(torch.stack([x, y])), 'LogNormal': lambda x, y: LogNormal(x, y), 'Independent': lambda x, y: Independent(Normal(x, y), 1)}
for n, f in D.items():
    for m, g in D.items():
        try: print(n, m, kl_divergence(f(a, b), g(b, a)))
        except NotImplementedError as e: print(n, m, 'NotImplementedError', e)
