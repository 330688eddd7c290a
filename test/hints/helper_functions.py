# Functions that are not modules, nested and with defaults.
import torch


def normalise(x, dim=-1, eps=1e-5):
    mean = x.mean(dim, keepdim=True)
    # ^^ [4, 1]
    std = x.std(dim, keepdim=True)
    # ^ [4, 1]
    return (x - mean) / (std + eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ [4, 6]


def outer(x):
    def scaled(factor):
        inner = x * factor
        # ^^^ [4, 6]
        return inner
        #      ^^^^^ [4, 6]

    total = scaled(2.0) + scaled(torch.ones(4, 1))
    # ^^^ [4, 6]
    return total
    #      ^^^^^ [4, 6]


a = normalise(torch.randn(4, 6))
# ^ [4, 6]
b = outer(a)
# ^ [4, 6]
