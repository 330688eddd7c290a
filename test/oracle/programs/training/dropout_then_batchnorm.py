# Mode, statistics and draws together, twice.
import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Dropout(0.4), nn.ReLU())
x = torch.randn(2, 1, 5, 5)
print(net(x).sum().item(), net(x).sum().item())
net.eval()
print(net(x).sum().item(), net(x).sum().item())
print(net[1].running_mean.tolist(), net[1].running_var.tolist())
print(torch.rand(1).item())
