# A keyword that sum does not have.
import torch

torch.zeros(2, 3).sum(axes=1)
