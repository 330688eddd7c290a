# Functions of torch that are put together from others: https://pytorch.org/docs/stable/torch.html

import torch.nn.functional as F


def dropout(input, p, train):
    return F.dropout(input, p, train)


def dropout_(input, p, train):
    return F.dropout(input, p, train, True)
