# A loop that fails at its second pass.
import torch
import torch.nn as nn

layers = [nn.Linear(4, 3), nn.Linear(4, 3)]
x = torch.ones(1, 4)
for layer in layers:
    x = layer(x)
    print(x.shape)
