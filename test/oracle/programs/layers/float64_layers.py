# Layers made in double precision compute in it.
import torch
import torch.nn as nn

torch.manual_seed(0)
fc = nn.Linear(3, 2, dtype=torch.float64)
x = torch.randn(2, 3, dtype=torch.float64)
y = fc(x)
print(y.dtype, y.tolist())
net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2)).double()
z = net(torch.randn(1, 1, 5, 5).double())
print(z.dtype, z.flatten().tolist())
