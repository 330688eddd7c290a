# Padding counts as minus infinity, so that it never wins.
import torch
import torch.nn as nn

x = -torch.ones(1, 1, 3, 3) * 5
print(nn.MaxPool2d(3, stride=2, padding=1)(x).tolist())
x[0, 0, 1, 1] = float('nan')
print(nn.MaxPool2d(2, stride=1)(x).tolist())
