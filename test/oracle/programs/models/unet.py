# Down, up, and concatenation over the gap.
import torch
import torch.nn as nn
import torch.nn.functional as F


def double_conv(i, o):
    return nn.Sequential(
        nn.Conv2d(i, o, 3, padding=1), nn.BatchNorm2d(o), nn.ReLU(inplace=True),
        nn.Conv2d(o, o, 3, padding=1), nn.BatchNorm2d(o), nn.ReLU(inplace=True),
    )


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.d1, self.d2 = double_conv(3, 8), double_conv(8, 16)
        self.up = nn.ConvTranspose2d(16, 8, 2, stride=2)
        self.u1 = double_conv(16, 8)
        self.out = nn.Conv2d(8, 2, 1)

    def forward(self, x):
        a = self.d1(x)
        b = self.d2(F.max_pool2d(a, 2))
        c = self.up(b)
        return self.out(self.u1(torch.cat([c, a], dim=1)))


torch.manual_seed(0)
net = UNet()
x = torch.randn(2, 3, 16, 16)
y = net(x)
print(y.shape, y.sum().item(), y.std().item())
y = net.eval()(x)
print(y.shape, y.sum().item(), y.std().item())
