# permute names every dimension.
import torch

torch.zeros(2, 3, 4).permute(0, 2)
