# apply visits every module, children first.
import torch
import torch.nn as nn

seen = []


def init(m):
    seen.append(type(m).__name__)
    if isinstance(m, nn.Linear):
        nn.init.ones_(m.weight)
        m.bias.data.fill_(0.5)


net = nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.ReLU(), nn.Linear(2, 1)))
print(net.apply(init) is net, seen)
print(net(torch.ones(1, 2)).item())
