# The third element is the one that fails.
import torch

w = torch.zeros(4, 4)
outs = [torch.zeros(1, n) @ w for n in (4, 4, 5)]
#       ^^^^^^^^^^^^^^^^^^^^^ RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x5 and 4x4)
