# A ModuleList walked by forward; each pass has the same shape.
import torch
import torch.nn as nn


class Deep(nn.Module):
    def __init__(self, width, depth):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(width, width) for _ in range(depth)])

    def forward(self, x):
        for layer in self.layers:
            x = torch.tanh(layer(x)) + x
            # ^ [3, 16]
        return x
        #      ^ [3, 16]


net = Deep(16, 5)
y = net(torch.ones(3, 16))
# ^ [3, 16]
