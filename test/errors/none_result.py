# forward forgot to return.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)

    def forward(self, x):
        x = self.fc(x)


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = Net()

    def forward(self, x):
        return self.net(x) + 1
        #      ^^^^^^^^^^^^^^^ TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'


Outer()(torch.ones(1, 2))
