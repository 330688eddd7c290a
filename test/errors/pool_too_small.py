# The second pass of the loop has nothing left to pool.
import torch
import torch.nn as nn

pool = nn.MaxPool2d(4)
x = torch.randn(1, 1, 8, 8)
for _ in range(3):
    x = pool(x)
    #   ^^^^^^^ RuntimeError: Given input size: (1x2x2). Calculated output size: (1x0x0). Output size is too small
