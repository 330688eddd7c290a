# A layer that has another name.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 2)

    def forward(self, x):
        return self.fc(x)
        #      ^^^^^^^ AttributeError: 'Net' object has no attribute 'fc'


Net()(torch.ones(1, 2))
