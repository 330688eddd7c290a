# Small and large requests, uniform and normal, in turn.
import torch

torch.manual_seed(11)
for size in (3, 20, 1, 16, 15, 17, 2, 64, 5):
    print(size, torch.randn(size).sum().item(), torch.rand(size).sum().item())
