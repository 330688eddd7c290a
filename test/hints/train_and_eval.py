# The same call in both modes.
import torch
import torch.nn as nn

net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.Dropout(0.5))
x = torch.randn(2, 1, 8, 8)
# ^ [2, 1, 8, 8]
a = net(x)
# ^ [2, 4, 6, 6]
net.eval()
with torch.no_grad():
    b = net(x)
    # ^ [2, 4, 6, 6]
difference = (a - b).abs().max()
# ^^^^^^^^ []
