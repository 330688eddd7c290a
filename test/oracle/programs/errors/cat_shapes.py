# All but the joined dimension must agree.
import torch

torch.cat([torch.zeros(2, 3), torch.zeros(3, 4)], dim=0)
