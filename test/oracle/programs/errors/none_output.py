# forward returned nothing.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)

    def forward(self, x):
        x = self.fc(x)


out = Net()(torch.ones(1, 2))
print(out)
print(out.shape)
