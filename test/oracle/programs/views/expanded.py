# An expanded view sees what its base becomes.
import torch

x = torch.tensor([[1.0], [2.0]])
e = x.expand(2, 3)
x += 10
print(e.tolist(), e.is_contiguous(), e.contiguous().tolist())
x[0, 0] = 0
print(e.sum().item(), (e + 1).tolist())
