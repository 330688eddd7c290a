# The classifier expects another number of features.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3)
        self.head = nn.Linear(100, 10)

    def forward(self, x):
        x = self.conv(x)
        x = x.flatten(1)
        return self.head(x)
        #      ^^^^^^^^^^^^ RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x14400 and 100x10)


net = Net()
out = net(torch.randn(1, 3, 32, 32))
