# The same by name, with alpha and in place.
import torch

x = torch.tensor([1.0, 2.0])
y = torch.tensor([10.0, 20.0])
print(x.add(y).tolist(), x.sub(y).tolist(), x.mul(y).tolist(), x.div(y).tolist())
print(torch.add(x, y, alpha=2).tolist(), torch.sub(x, y, alpha=0.5).tolist())
print(x.add_(y).tolist(), x.mul_(2).tolist(), x.sub_(1).tolist(), x.div_(3).tolist(), x.tolist())
print(x.zero_().tolist(), x.fill_(7).tolist(), x.neg().tolist())
