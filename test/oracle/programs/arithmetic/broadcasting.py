# Shapes are aligned at the right; a dimension of one stretches.
import torch

a = torch.arange(3.0)
b = torch.arange(2.0).reshape(2, 1)
print((a + b).tolist(), (a - b).tolist(), (a * b).tolist())
c = torch.ones(4, 1, 3) + torch.zeros(2, 1)
print(c.shape, (c * a).sum().item())
print((torch.ones(0, 3) + torch.ones(1, 3)).shape, (torch.tensor(2.0) + a).tolist())
