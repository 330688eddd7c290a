# In-place with shapes that do not fit.
import torch

x = torch.zeros(4, 3)
x.mul_(torch.zeros(4))
