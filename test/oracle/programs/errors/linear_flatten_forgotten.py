# The flatten before the classifier was forgotten.
import torch
import torch.nn as nn

net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Linear(8, 10))
net(torch.randn(2, 3, 16, 16))
