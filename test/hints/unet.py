# Skip connections over three levels.
import torch
import torch.nn as nn
import torch.nn.functional as F


class DoubleConv(nn.Sequential):
    def __init__(self, i, o):
        super().__init__(
            nn.Conv2d(i, o, 3, padding=1), nn.BatchNorm2d(o), nn.ReLU(inplace=True),
            nn.Conv2d(o, o, 3, padding=1), nn.BatchNorm2d(o), nn.ReLU(inplace=True),
        )


class UNet(nn.Module):
    def __init__(self, channels, classes, width=8):
        super().__init__()
        self.inc = DoubleConv(channels, width)
        self.down1 = DoubleConv(width, 2 * width)
        self.down2 = DoubleConv(2 * width, 4 * width)
        self.up2 = nn.ConvTranspose2d(4 * width, 2 * width, 2, stride=2)
        self.conv2 = DoubleConv(4 * width, 2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 2, stride=2)
        self.conv1 = DoubleConv(2 * width, width)
        self.outc = nn.Conv2d(width, classes, 1)

    def forward(self, x):
        x1 = self.inc(x)
        # ^ [1, 8, 64, 64]
        x2 = self.down1(F.max_pool2d(x1, 2))
        # ^ [1, 16, 32, 32]
        x3 = self.down2(F.max_pool2d(x2, 2))
        # ^ [1, 32, 16, 16]
        y = self.up2(x3)
        # ^ [1, 16, 32, 32]
        y = self.conv2(torch.cat([x2, y], dim=1))
        # ^ [1, 16, 32, 32]
        y = self.up1(y)
        # ^ [1, 8, 64, 64]
        y = self.conv1(torch.cat([x1, y], dim=1))
        # ^ [1, 8, 64, 64]
        logits = self.outc(y)
        # ^^^^ [1, 2, 64, 64]
        return logits
        #      ^^^^^^ [1, 2, 64, 64]


net = UNet(3, 2)
mask = net(torch.randn(1, 3, 64, 64)).softmax(dim=1)
# ^^ [1, 2, 64, 64]
