# What is left for -1 is not whole.
import torch

torch.zeros(2, 3).view(-1, 4)
