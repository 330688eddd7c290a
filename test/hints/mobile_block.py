# Depthwise separable convolutions with a residual.
import torch
import torch.nn as nn


class InvertedResidual(nn.Module):
    def __init__(self, inp, oup, stride, expand):
        super().__init__()
        hidden = int(inp * expand)
        self.use_res = stride == 1 and inp == oup
        self.expand = nn.Sequential(nn.Conv2d(inp, hidden, 1, bias=False), nn.BatchNorm2d(hidden), nn.ReLU6())
        self.depth = nn.Sequential(
            nn.Conv2d(hidden, hidden, 3, stride, 1, groups=hidden, bias=False), nn.BatchNorm2d(hidden), nn.ReLU6()
        )
        self.project = nn.Sequential(nn.Conv2d(hidden, oup, 1, bias=False), nn.BatchNorm2d(oup))

    def forward(self, x):
        y = self.expand(x)
        # ^ [1, 96, 28, 28]
        y = self.depth(y)
        # ^ [1, 96, 28, 28]
        y = self.project(y)
        # ^ [1, 16, 28, 28]
        if self.use_res:
            y = x + y
            # ^ [1, 16, 28, 28]
        return y
        #      ^ [1, 16, 28, 28]


x = torch.randn(1, 16, 28, 28)
# ^ [1, 16, 28, 28]
y = InvertedResidual(16, 16, 1, 6)(x)
# ^ [1, 16, 28, 28]
