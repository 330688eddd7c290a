# Stride, padding, dilation, groups: shapes and numbers.
import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(2, 4, 9, 7)
for conv in (
    nn.Conv2d(4, 6, 3),
    nn.Conv2d(4, 6, 3, padding=1),
    nn.Conv2d(4, 6, 3, stride=2, padding=1, bias=False),
    nn.Conv2d(4, 6, (3, 1), stride=(1, 2), padding=(0, 2)),
    nn.Conv2d(4, 6, 3, dilation=2),
    nn.Conv2d(4, 8, 3, groups=4, padding='same'),
    nn.Conv2d(4, 4, 1, groups=4),
    nn.Conv2d(4, 2, 3, padding=1, padding_mode='zeros'),
):
    y = conv(x)
    print(conv)
    print(y.shape, y.sum().item(), y.std().item(), y[1, 1, 2].tolist())
