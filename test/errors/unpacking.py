# A shape with three sizes into four names.
import torch

x = torch.zeros(3, 32, 32)
b, c, h, w = x.shape
# ^^^^^^^^ ValueError: not enough values to unpack (expected 4, got 3)
