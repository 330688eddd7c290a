# Joined along the wrong dimension.
import torch

x = torch.cat([torch.zeros(1, 64, 8, 8), torch.zeros(1, 32, 16, 16)], dim=1)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 8 but got size 16 for tensor number 1 in the list.
