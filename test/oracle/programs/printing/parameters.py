# exact: parameters, grad_fn, dtypes and devices.
import torch
import torch.nn as nn

p = nn.Parameter(torch.ones(2))
print(p)
print(p * 2)
print((p * 2).sum())
print(torch.float32, torch.int64, torch.bool, torch.device('cpu'), p.dtype, p.device, p.requires_grad, p.is_leaf)
print((p + 1).detach(), p.data)
