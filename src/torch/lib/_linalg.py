# https://pytorch.org/docs/stable/generated/torch.linalg.diagonal.html

import torch


def diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    return torch.diagonal(A, offset, dim1, dim2)
