# A model's weights depend on the order in which its layers are made.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 2)
        self.body = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Linear(3, 3))


torch.manual_seed(42)
net = Net()
for name, p in net.named_parameters():
    print(name, tuple(p.shape), p.sum().item())
