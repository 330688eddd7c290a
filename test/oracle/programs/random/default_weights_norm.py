# BatchNorm2d starts from ones and zeros and draws nothing.
import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm2d(3)
print(bn.weight.tolist(), bn.bias.tolist())
print(bn.running_mean.tolist(), bn.running_var.tolist(), bn.num_batches_tracked.item())
print(torch.rand(1).item())
