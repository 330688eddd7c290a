# An in-place result cannot grow.
import torch

x = torch.zeros(3)
x += torch.zeros(2, 3)
