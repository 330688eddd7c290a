# The input has another number of channels than the weight expects.
import torch
import torch.nn as nn

conv = nn.Conv2d(3, 64, kernel_size=7, stride=2)
conv(torch.randn(8, 1, 28, 28))
