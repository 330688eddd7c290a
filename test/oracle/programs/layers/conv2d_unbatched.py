# Conv2d takes an image without a batch dimension as well.
import torch
import torch.nn as nn

torch.manual_seed(0)
conv = nn.Conv2d(3, 5, 3, stride=2)
x = torch.randn(3, 8, 8)
y = conv(x)
print(y.shape, y.sum().item())
print((conv(x.unsqueeze(0))[0] - y).abs().max().item() < 1e-6)
