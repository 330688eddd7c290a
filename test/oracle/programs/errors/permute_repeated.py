# And each of them once.
import torch

torch.zeros(2, 3, 4).permute(0, 1, 1)
