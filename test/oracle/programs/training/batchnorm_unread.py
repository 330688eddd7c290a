# The statistics move even if nobody reads the outputs, and in program order.
import torch
import torch.nn as nn

torch.manual_seed(1)
bn = nn.BatchNorm2d(2)
x = torch.randn(4, 2, 3, 3)
bn(x)
bn(2 * x)
print(bn.running_mean.tolist())
print(bn.running_var.tolist())
print(bn.num_batches_tracked)
