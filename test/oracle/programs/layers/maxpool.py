# Kernel, stride, padding, dilation, ceil_mode.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(1, 2, 7, 9)
for pool in (
    nn.MaxPool2d(2),
    nn.MaxPool2d(3, stride=2, padding=1),
    nn.MaxPool2d(3, stride=1),
    nn.MaxPool2d((2, 3), stride=(2, 1)),
    nn.MaxPool2d(2, ceil_mode=True),
    nn.MaxPool2d(3, stride=2, padding=1, ceil_mode=True),
    nn.MaxPool2d(2, dilation=3, stride=1),
):
    y = pool(x)
    print(pool)
    print(y.shape, y.sum().item(), y[0, 1, -1].tolist())
print(F.max_pool2d(x, 3).shape, F.max_pool2d(x[0], 2, padding=1).shape)
