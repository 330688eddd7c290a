# The shortcut keeps the size that the block halves.
import torch
import torch.nn as nn


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.conv = nn.Conv2d(c, c, 3, stride=2, padding=1)

    def forward(self, x):
        out = self.conv(x)
        out += x
        # ^^^^^^ RuntimeError: The size of tensor a (8) must match the size of tensor b (16) at non-singleton dimension 3
        return out


print(Block(4)(torch.randn(1, 4, 16, 16)).shape)
