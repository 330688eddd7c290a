# Two sizes that do not meet.
import torch

a = torch.zeros(4, 3)
b = torch.zeros(4, 5)
c = a + b
#   ^^^^^ RuntimeError: The size of tensor a (3) must match the size of tensor b (5) at non-singleton dimension 1
