# A thousand normals, and what is drawn after them.
import torch

torch.manual_seed(0)
x = torch.randn(1000)
print(x.shape, x[:20].tolist(), x[-20:].tolist())
print(x.mean().item(), x.std().item())
print(torch.randn(3).tolist())
