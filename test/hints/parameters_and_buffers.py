# Parameters and buffers made by hand.
import torch
import torch.nn as nn


class Affine(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(width))
        # ^^^^^^^^ [6]
        self.shift = nn.Parameter(torch.zeros(width, 1))
        # ^^^^^^^^ [6, 1]
        self.register_buffer('steps', torch.zeros(1))

    def forward(self, x):
        self.steps += 1
        # ^^^^^^^^ [1]
        y = x * self.scale
        # ^ [2, 6, 6]
        return y + self.shift
        #      ^^^^^^^^^^^^^^ [2, 6, 6]


y = Affine(6)(torch.rand(2, 6, 6))
# ^ [2, 6, 6]
