# An exception of the program's own.
import torch


def check(x):
    if x.dim() != 4:
        raise ValueError(f'expected 4 dimensions, got {x.dim()}')
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ValueError: expected 4 dimensions, got 2
    return x


check(torch.zeros(3, 3))
