# Over everything, one dimension, several, kept or not.
import torch

x = torch.arange(24.0).reshape(2, 3, 4)
print(x.mean().item(), x.mean(0).tolist(), x.mean(dim=1).tolist(), x.mean(-1).tolist())
print(x.mean((0, 2)).tolist(), x.mean(dim=(1, 2), keepdim=True).shape)
print(torch.mean(x, 1, keepdim=True).shape, x.mean([2, 1]).tolist(), x.double().mean().dtype)
