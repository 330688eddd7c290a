# Features do not match the layer.
import torch
import torch.nn as nn

fc = nn.Linear(100, 10)
x = torch.randn(4, 120)
print(fc(x))
