# One beyond the last.
import torch

x = torch.zeros(10, 3)
row = x[10]
#     ^^^^^ IndexError: index 10 is out of bounds for dimension 0 with size 10
