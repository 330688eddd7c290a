# Sums of many numbers keep their precision.
import torch

torch.manual_seed(0)
x = torch.rand(100000)
print(x.sum().item(), x.mean().item(), x.std().item())
print((x * 0 + 0.1).sum().item(), (x - x.mean()).abs().sum().item())
y = torch.randn(64, 1000)
print(y.sum(0)[:5].tolist(), y.mean(1)[:5].tolist(), y.std(1)[:5].tolist())
