# A transposed tensor viewed as if it lay in order.
import torch

x = torch.randn(2, 3, 4)
y = x.transpose(1, 2).view(2, 12)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
