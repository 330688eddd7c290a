# Numbers taken from shapes are Python's own.
import torch

q = torch.ones(2, 5, 64)
scale = q.shape[-1] ** -0.5
print(scale, type(q.size(1)), q.size(-1) // 3, q.shape[0] * 2 + 1, q.numel(), q.dim(), q.ndim)
print((q @ q.transpose(-2, -1) * scale)[0, 0].tolist())
