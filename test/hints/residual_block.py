# A residual block: two convolutions and a shortcut.
import torch
import torch.nn as nn


class ResidualBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.shortcut = nn.Sequential()
        if stride != 1 or in_channels != out_channels:
            self.shortcut = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False),
                nn.BatchNorm2d(out_channels),
            )

    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        # ^ [1, 128, 16, 16]
        out = self.bn2(self.conv2(out))
        # ^ [1, 128, 16, 16]
        out += self.shortcut(x)
        # ^ [1, 128, 16, 16]
        out = self.relu(out)
        # ^ [1, 128, 16, 16]
        return out
        #      ^^^ [1, 128, 16, 16]


x = torch.randn(1, 64, 32, 32)
# ^ [1, 64, 32, 32]
block = ResidualBlock(64, 128, stride=2)
y = block(x)
# ^ [1, 128, 16, 16]
print(y.shape)
