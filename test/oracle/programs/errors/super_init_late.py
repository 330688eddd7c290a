# Called without having been initialised at all.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        self.width = 3

    def forward(self, x):
        return x


net = Net()
print(net.width)
net(torch.ones(1))
