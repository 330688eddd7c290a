# Draws beyond uniform and normal: the same numbers under the same seed, and as many of the
# generator's bits taken.
import torch


def show(name, make):
    torch.manual_seed(3)
    try:
        drawn = make()
        print(name, drawn.dtype, [float('%.4g' % x) for x in drawn.flatten().tolist()])
    except RuntimeError as error:
        print(name, error)
    print(torch.rand(1).item())


for dtype in (torch.float32, torch.float64, torch.int64):
    for n in (1, 5, 20):
        x = torch.empty(n, dtype=dtype)
        show('cauchy', lambda: x.cauchy_(2, 3))
        show('log_normal', lambda: x.log_normal_(0.5, 0.3))
        show('geometric', lambda: x.geometric_(0.3))
        show('exponential', lambda: x.exponential_(0.5))
        show('random', lambda: x.random_())
        show('random to', lambda: x.random_(10))
        show('random from', lambda: x.random_(-3, 8))
        show('poisson', lambda: torch.poisson(torch.arange(n).to(dtype) * 3))
        show('binomial', lambda: torch.binomial(torch.full((n,), 10).to(dtype), torch.linspace(0, 1, n).to(dtype)))
        show('bernoulli', lambda: x.bernoulli_(0.3))
        show('bernoulli each', lambda: x.bernoulli_(torch.full((n,), 0.4)))
show('rates', lambda: torch.poisson(torch.tensor([50.0, 100, 0.5, 20, 1000, 12])))
show('trials', lambda: torch.binomial(torch.tensor([50.0, 100, 5, 200, 1000, 12]), torch.tensor([0.5, 0.3, 0.9, 0.05, 0.7, 0.01])))
show('gamma', lambda: torch._standard_gamma(torch.tensor([1.0, 2, 0.3])))
show('columns', lambda: torch.empty(2, 3).t().cauchy_())
show('columns', lambda: torch.empty(2, 20).t().log_normal_())
show('small', lambda: torch.empty(5, dtype=torch.uint8).random_())
show('bools', lambda: torch.empty(5, dtype=torch.bool).random_())
show('wide', lambda: torch.empty(3, dtype=torch.int64).random_(0, 2**40))
show('one p', lambda: torch.zeros(4).bernoulli(0.5))
show('wrong', lambda: torch.empty(3).geometric_(1.5))
show('wrong', lambda: torch.empty(3).log_normal_(0, -1))
show('wrong', lambda: torch.empty(3).exponential_(-1))
show('wrong', lambda: torch.empty(3).random_(5, 2))
show('wrong', lambda: torch.empty(5, dtype=torch.int8).random_(0, 500))
show('wrong', lambda: torch.poisson(torch.tensor([-1.0])))
own = torch.Generator().manual_seed(3)
show('own', lambda: torch.empty(2).cauchy_(generator=own))
show('own', lambda: torch.poisson(torch.ones(3) * 2, generator=own))
