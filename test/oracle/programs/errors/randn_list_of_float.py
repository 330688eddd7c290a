# A size computed with / instead of //.
import torch

n = 8
torch.randn(2, n / 2)
