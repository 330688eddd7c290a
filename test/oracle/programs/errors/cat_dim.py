# A dimension that is not there.
import torch

torch.cat([torch.zeros(2, 3), torch.zeros(2, 3)], dim=2)
