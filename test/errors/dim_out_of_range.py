# A dimension that is not there.
import torch

mean = torch.zeros(3, 4).mean(dim=2, keepdim=True)
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
