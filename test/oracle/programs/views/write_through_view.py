# A view and its base are one memory.
import torch

x = torch.zeros(2, 3)
row, flat, t = x[0], x.view(-1), x.t()
row += 1
print(x.tolist(), flat.tolist())
flat[5] = 9
t[0, 1] = 7
print(x.tolist(), row.tolist(), t.tolist())
x.mul_(2)
print(row.tolist(), flat.tolist(), t.tolist())
