# Unbiased by default.
import torch

torch.manual_seed(0)
x = torch.randn(3, 5)
print(x.std().item(), x.std(0).tolist(), x.std(dim=1, keepdim=True).tolist())
print(x.std(unbiased=False).item(), x.std(1, unbiased=False).tolist(), x.var(0).tolist())
print(torch.std(x, 1).tolist(), torch.var(x, dim=(0, 1)).item(), x.var(unbiased=False).item())
print(torch.ones(1).std().item())
