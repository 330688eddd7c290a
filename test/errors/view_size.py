# The numbers do not fill the shape.
import torch


def heads(x, n):
    return x.view(x.size(0), -1, n)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ RuntimeError: shape '[2, -1, 4]' is invalid for input of size 30


h = heads(torch.zeros(2, 3, 5), 4)
