# The layer that fails stands inside of a Sequential.
import torch
import torch.nn as nn

net = nn.Sequential(
    nn.Conv2d(3, 8, 3),
    nn.ReLU(),
    nn.Flatten(),
    nn.Linear(8 * 28 * 28, 10),
)
x = torch.randn(2, 3, 32, 32)
y = net(x)
#   ^^^^^^ RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x7200 and 6272x10)
