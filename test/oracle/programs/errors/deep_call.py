# The error lies three calls deep.
import torch
import torch.nn as nn


class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        return self.fc(x)


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Sequential(Inner(), Inner())

    def forward(self, x):
        return self.inner(x)


def run():
    return Outer()(torch.ones(2, 5))


run()
