# Infinities and not-a-number.
import torch

x = torch.tensor([1.0, -1.0, 0.0])
y = x / 0
print(y.tolist(), torch.isnan(y).tolist(), torch.isinf(y).tolist(), torch.isfinite(y).tolist())
print((y == y).tolist(), (x.sqrt()).tolist(), torch.log(x).tolist())
print(torch.tensor(float('inf')).item(), -torch.tensor(float('inf')))
