# A size that is not divisible by four.
import torch
import torch.nn as nn
import torch.nn.functional as F


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(1, 4, 3, padding=1)
        self.up = nn.ConvTranspose2d(4, 4, 2, stride=2)

    def forward(self, x):
        a = self.down(x)
        b = F.max_pool2d(a, 2)
        c = self.up(b)
        return torch.cat((a, c), 1)
        #      ^^^^^^^^^^^^^^^^^^^^ RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 17 but got size 16 for tensor number 1 in the list.


UNet()(torch.randn(1, 1, 17, 17))
