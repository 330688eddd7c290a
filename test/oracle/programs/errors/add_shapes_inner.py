# The dimension that does not fit is counted from the left.
import torch

torch.zeros(2, 3, 4, 32) + torch.zeros(2, 3, 5, 32)
