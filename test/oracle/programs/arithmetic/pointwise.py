# Functions of one number.
import torch

x = torch.tensor([0.25, 1.0, 2.25])
for f in (torch.exp, torch.log, torch.sqrt, torch.abs, torch.sin, torch.cos, torch.rsqrt, torch.square):
    print(f.__name__, f(x).tolist())
y = torch.tensor([-1.5, -0.5, 0.5, 1.5, 2.5])
print(y.round().tolist(), y.floor().tolist(), y.ceil().tolist(), y.sign().tolist())
print(y.clamp(-1, 1).tolist(), y.clamp(min=0).tolist(), torch.clamp(y, max=0.0).tolist())
print(torch.maximum(y, -y).tolist(), torch.where(y > 0, y, torch.zeros(5)).tolist())
