# Comparisons too.
import torch

torch.ones(3, 2) == torch.ones(5, 2)
