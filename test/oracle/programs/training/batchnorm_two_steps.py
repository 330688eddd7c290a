# Two calls in training mode move the running statistics twice.
import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm2d(3)
x = torch.randn(2, 3, 4, 4) * 2 + 1
y = bn(x)
print(bn.running_mean.tolist(), bn.running_var.tolist(), bn.num_batches_tracked.item())
z = bn(x + 1)
print(bn.running_mean.tolist(), bn.running_var.tolist(), bn.num_batches_tracked.item())
print(y.mean().item() < 1e-6, y.std().item(), z.std().item())
