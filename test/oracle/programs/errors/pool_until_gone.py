# One pooling too many, in a loop.
import torch
import torch.nn as nn

pool = nn.MaxPool2d(2)
x = torch.randn(1, 3, 28, 28)
for i in range(10):
    x = pool(x)
    print(i, x.shape)
