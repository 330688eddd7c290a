# The …_like functions take shape and dtype from their argument.
import torch

torch.manual_seed(0)
x = torch.zeros(2, 3, dtype=torch.float64)
print(torch.rand_like(x).tolist())
y = torch.randn_like(x)
print(y.dtype, y.tolist())
print(torch.zeros_like(y).tolist(), torch.ones_like(y).dtype)
