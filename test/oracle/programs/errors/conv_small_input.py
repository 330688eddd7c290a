# The kernel is larger than the padded input.
import torch
import torch.nn as nn

nn.Conv2d(1, 1, 5)(torch.randn(1, 1, 3, 3))
