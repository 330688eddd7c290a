# BatchNorm1d over (N, C) and (N, C, L).
import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm1d(3)
print(bn(torch.randn(4, 3)).tolist())
print(bn(torch.randn(2, 3, 2)).tolist())
print(bn.running_mean.tolist(), bn.running_var.tolist(), bn.num_batches_tracked.item())
