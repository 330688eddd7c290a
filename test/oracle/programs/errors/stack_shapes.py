# stack wants equal shapes.
import torch

torch.stack([torch.zeros(2, 3), torch.zeros(2, 4)])
