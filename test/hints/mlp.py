# Linear layers in a row.
import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        layers = []
        for i, o in zip(sizes, sizes[1:]):
            layers += [nn.Linear(i, o), nn.ReLU()]
        self.net = nn.Sequential(*layers[:-1])

    def forward(self, x):
        return self.net(x.flatten(1))
        #      ^^^^^^^^^^^^^^^^^^^^^^ [32, 10]


model = MLP([784, 256, 64, 10])
logits = model(torch.zeros(32, 1, 28, 28))
# ^^^^ [32, 10]
best = logits.argmax(dim=1)
# ^^ [32]
