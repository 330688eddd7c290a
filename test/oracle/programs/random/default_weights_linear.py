# The initial weights of Linear.
import torch
import torch.nn as nn

torch.manual_seed(0)
layer = nn.Linear(4, 3)
print(layer.weight.tolist())
print(layer.bias.tolist())
free = nn.Linear(2, 2, bias=False)
print(free.weight.tolist(), free.bias)
