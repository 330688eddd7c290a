# Counted from the end.
import torch

torch.zeros(2, 3).mean(dim=-3)
