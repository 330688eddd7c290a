# A grey image into a layer for colours.
import torch
import torch.nn as nn

conv = nn.Conv2d(3, 8, 3)
x = torch.randn(1, 1, 28, 28)
y = torch.relu(conv(x))
#              ^^^^^^^ RuntimeError: Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 1, 28, 28] to have 3 channels, but got 1 channels instead
