# A residual block in both modes, sums and spread.
import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, i, o, stride=1):
        super(Block, self).__init__()
        self.a = nn.Conv2d(i, o, 3, stride=stride, padding=1, bias=False)
        self.na = nn.BatchNorm2d(o)
        self.b = nn.Conv2d(o, o, 3, padding=1, bias=False)
        self.nb = nn.BatchNorm2d(o)
        self.short = nn.Sequential()
        if stride != 1 or i != o:
            self.short = nn.Sequential(nn.Conv2d(i, o, 1, stride=stride, bias=False), nn.BatchNorm2d(o))

    def forward(self, x):
        out = F.relu(self.na(self.a(x)))
        out = self.nb(self.b(out))
        out += self.short(x)
        return F.relu(out)


torch.manual_seed(0)
for args in ((4, 4), (4, 8), (4, 4, 2), (4, 8, 2)):
    block = Block(*args)
    x = torch.randn(2, 4, 10, 10)
    y = block(x)
    print(args, y.shape, y.sum().item(), y.std().item())
    y = block.eval()(x)
    print(y.sum().item(), y.std().item(), y.max().item())
