# A matrix and a vector.
import torch

torch.ones(2, 3) @ torch.ones(4)
