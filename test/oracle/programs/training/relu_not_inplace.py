# Without inplace the input stays as it was.
import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(6)
y = nn.ReLU()(x)
z = nn.ReLU(inplace=True)(x)
print(y.tolist(), z is x, y is x)
print((x == y).all().item())
