# += and its kin write into the same tensor.
import torch

x = torch.ones(3)
y = x
x += 2
x *= 3
x -= 1
x /= 2
print(x.tolist(), y is x, y.tolist())
x **= 2
print(x.tolist(), y.tolist())
z = x + 0
z += x
print(z.tolist(), x.tolist())
