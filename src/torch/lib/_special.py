# https://pytorch.org/docs/stable/special.html

import torch


def expit(input, *, out=None):
    return torch.sigmoid(input, out=out)
