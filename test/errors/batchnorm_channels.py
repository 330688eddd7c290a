# The normalisation is for other channels.
import torch
import torch.nn as nn

x = torch.randn(2, 16, 8, 8)
y = nn.BatchNorm2d(32)(x)
#   ^^^^^^^^^^^^^^^^^^^^^ RuntimeError: running_mean should contain 16 elements not 32
