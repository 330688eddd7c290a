# A residual connection whose halves differ in size.
import torch
import torch.nn as nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(4, 4, 3, stride=2, padding=1)

    def forward(self, x):
        out = self.conv(x)
        out += x
        return out


block = Block()
print(block(torch.randn(1, 4, 32, 32)).shape)
