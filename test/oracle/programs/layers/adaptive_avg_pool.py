# Output cells of unequal size; None keeps a dimension.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(2, 3, 7, 5)
for size in (1, (1, 1), 3, (2, 4), (None, 2), (5, None), 7, 9):
    y = nn.AdaptiveAvgPool2d(size)(x)
    print(size, y.shape, y.sum().item(), y[1, 2, 0].tolist())
print(F.adaptive_avg_pool2d(x[0], 1).flatten().tolist())
