# The initial weights of Conv2d, grouped and with a kernel that is not square.
import torch
import torch.nn as nn

torch.manual_seed(0)
a = nn.Conv2d(2, 4, kernel_size=3)
print(a.weight.shape, a.weight.flatten().tolist())
print(a.bias.tolist())
b = nn.Conv2d(4, 4, kernel_size=(1, 3), groups=2, bias=False)
print(b.weight.shape, b.weight.flatten().tolist(), b.bias)
