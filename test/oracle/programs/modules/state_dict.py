# Keys in the order of definition, buffers included.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.bn = nn.BatchNorm2d(2)
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer('offset', torch.zeros(2))
        self.register_buffer('hidden', torch.zeros(2), persistent=False)
        self.layers = nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])


net = Net()
for key, value in net.state_dict().items():
    print(key, tuple(value.shape), value.dtype)
print(len(net.state_dict()), type(net.state_dict()).__name__)
