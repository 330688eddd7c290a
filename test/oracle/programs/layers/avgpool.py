# AvgPool2d counts its padding unless told otherwise.
import torch
import torch.nn as nn

x = torch.arange(36.0).reshape(1, 1, 6, 6)
for pool in (
    nn.AvgPool2d(2),
    nn.AvgPool2d(3, stride=2, padding=1),
    nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False),
    nn.AvgPool2d(4, stride=3, ceil_mode=True),
):
    print(pool, pool(x).tolist())
