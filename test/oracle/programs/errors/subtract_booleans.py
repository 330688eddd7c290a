# - is not for booleans.
import torch

torch.tensor([True]) - torch.tensor([False])
