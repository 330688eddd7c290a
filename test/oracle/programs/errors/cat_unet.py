# A skip connection that is one pixel too large.
import torch
import torch.nn as nn


class Up(nn.Module):
    def __init__(self):
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.up = nn.ConvTranspose2d(4, 4, 2, stride=2)

    def forward(self, x):
        y = self.up(self.pool(x))
        return torch.cat([x, y], dim=1)


Up()(torch.randn(1, 4, 15, 15))
