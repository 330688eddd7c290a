# Modules inside of modules, each with a line of its own.
import torch
import torch.nn as nn


class FeedForward(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)

    def forward(self, x):
        h = torch.relu(self.up(x))
        # ^ [2, 5, 32]
        return self.down(h)
        #      ^^^^^^^^^^^^ [2, 5, 8]


class Layer(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.ff = FeedForward(width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x):
        x = x + self.drop(self.ff(x))
        # ^ [2, 5, 8]
        return x
        #      ^ [2, 5, 8]


class Model(nn.Module):
    def __init__(self, width=8, depth=2):
        super().__init__()
        self.layers = nn.Sequential(*[Layer(width) for _ in range(depth)])

    def forward(self, x):
        return self.layers(x)
        #      ^^^^^^^^^^^^^^ [2, 5, 8]


model = Model()
out = model(torch.zeros(2, 5, 8))
# ^ [2, 5, 8]
