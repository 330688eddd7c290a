# Sums of floats, integers and booleans.
import torch

x = torch.arange(12).reshape(3, 4)
print(x.sum().item(), x.sum(0).tolist(), x.sum(dim=1, keepdim=True).tolist(), x.sum((0, 1)).item())
print((x > 4).sum().item(), (x > 4).sum(0).tolist(), x.float().sum(-1).tolist())
print(x.sum(dtype=torch.float64).dtype, x.int().sum().dtype, torch.ones(0).sum().item())
