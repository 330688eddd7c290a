# The start comes after the end.
import torch

torch.flatten(torch.zeros(2, 3, 4), 2, 1)
