# x[...] = y in all its forms.
import torch

x = torch.zeros(3, 4)
x[0] = 1
x[:, 1] = torch.tensor([5.0, 6.0, 7.0])
x[1, 2:] = -1
x[2][3] = 4
x[0] += 10
x[..., 0] *= 3
print(x.tolist())
x[x < 0] = 0.5
x[[0, 2]] = x[[2, 0]]
print(x.tolist())
