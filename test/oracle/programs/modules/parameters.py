# Counting them, as everybody does.
import torch
import torch.nn as nn

net = nn.Sequential(nn.Conv2d(3, 16, 3), nn.BatchNorm2d(16), nn.ReLU(), nn.Flatten(), nn.Linear(64, 10))
print(sum(p.numel() for p in net.parameters()))
print(sum(p.numel() for p in net.parameters() if p.requires_grad), len(list(net.buffers())))
for p in net[4].parameters():
    p.requires_grad = False
print(sum(p.numel() for p in net.parameters() if p.requires_grad))
print([tuple(p.shape) for p in net.parameters()], isinstance(net[0].weight, nn.Parameter), isinstance(net[0].weight, torch.Tensor))
