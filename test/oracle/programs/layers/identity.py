# Identity takes any arguments and gives back what it is called with.
import torch
import torch.nn as nn

layer = nn.Identity(54, unused=True)
x = torch.randn(2, 2)
print(layer(x) is x, layer)
