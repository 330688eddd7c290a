# Two parts into three names.
import torch

q, k, v = torch.zeros(2, 6).chunk(2, dim=1)
