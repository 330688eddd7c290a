# With indices where a dimension is named.
import torch

x = torch.tensor([[3.0, 1.0, 2.0], [0.0, 5.0, 4.0]])
print(x.max().item(), x.min().item(), x.argmax().item(), x.argmax(1).tolist(), x.argmin(dim=0).tolist())
values, indices = x.max(dim=1)
print(values.tolist(), indices.tolist(), indices.dtype)
print(x.min(0, keepdim=True).values.shape, torch.max(x, torch.ones(3) * 2.5).tolist())
print(x.amax(dim=(0, 1)).item(), x.prod(1).tolist(), x.norm().item())
