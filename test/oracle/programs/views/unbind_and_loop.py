# The parts of an iteration are views.
import torch

x = torch.zeros(3, 2)
for i, row in enumerate(x):
    row += i
print(x.tolist())
for part in x.chunk(3):
    part.mul_(2)
a, b, c = x
a[0] = 8
print(x.tolist(), b.tolist())
