# A parameter updated by hand under no_grad.
import torch
import torch.nn as nn

torch.manual_seed(0)
fc = nn.Linear(3, 2)
x = torch.ones(1, 3)
print(fc(x).tolist())
with torch.no_grad():
    fc.weight.add_(1.0)
    fc.bias.zero_()
    fc.weight[0] *= 2
print(fc(x).tolist())
print(fc.weight.tolist(), fc.bias.tolist())
