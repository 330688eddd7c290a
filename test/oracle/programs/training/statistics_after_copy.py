# A clone of the statistics does not follow them, the buffer itself does.
import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm2d(2)
alias = bn.running_mean
kept = bn.running_mean.clone()
bn(torch.randn(2, 2, 3, 3) + 5)
print(alias is bn.running_mean, alias.tolist() == bn.running_mean.tolist())
print(kept.tolist(), alias.tolist())
