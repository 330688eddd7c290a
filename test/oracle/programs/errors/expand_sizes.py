# Only a dimension of one expands.
import torch

torch.zeros(2, 3).expand(2, 4)
