# The mean of integers has no dtype.
import torch

torch.arange(4).mean()
