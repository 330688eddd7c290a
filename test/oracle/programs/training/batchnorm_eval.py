# Eval mode uses the running statistics and leaves them alone.
import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm2d(2)
x = torch.randn(3, 2, 2, 2) + 3
bn(x)
before = bn.running_mean.clone()
bn.eval()
y = bn(x)
print(y.flatten().tolist())
print((before == bn.running_mean).all().item(), bn.num_batches_tracked.item())
print(bn.training)
