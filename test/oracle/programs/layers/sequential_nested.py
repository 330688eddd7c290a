# Nested, indexed, sliced, iterated, named.
import torch
import torch.nn as nn
from collections import OrderedDict

torch.manual_seed(0)
s = nn.Sequential(
    nn.Sequential(nn.Linear(4, 8), nn.ReLU()),
    nn.Sequential(OrderedDict([('fc', nn.Linear(8, 2)), ('act', nn.Identity())])),
)
x = torch.randn(3, 4)
print(s(x).tolist())
print(len(s), s[0][1], s[-1].fc, s[:1])
print([name for name, _ in s.named_modules()])
print([type(layer).__name__ for layer in s])
print(list(s.state_dict()))
s.add_module('last', nn.Flatten(0))
print(s(x).shape, s.last)
