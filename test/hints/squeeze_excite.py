# Channel weights from the mean of each channel.
import torch
import torch.nn as nn


class SE(nn.Module):
    def __init__(self, c, r=4):
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Sequential(nn.Linear(c, c // r), nn.ReLU(inplace=True), nn.Linear(c // r, c), nn.Sigmoid())

    def forward(self, x):
        b, c, _, _ = x.shape
        w = self.pool(x).view(b, c)
        # ^ [2, 32]
        w = self.fc(w).view(b, c, 1, 1)
        # ^ [2, 32, 1, 1]
        return x * w.expand_as(x)
        #      ^^^^^^^^^^^^^^^^^^ [2, 32, 7, 7]


out = SE(32)(torch.rand(2, 32, 7, 7))
# ^ [2, 32, 7, 7]
