# Weight and bias scale and shift each channel.
import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm2d(2)
nn.init.constant_(bn.weight, 2.0)
nn.init.constant_(bn.bias, -1.0)
x = torch.randn(2, 2, 2, 2)
print(bn(x).flatten().tolist())
print(bn.eval()(x).flatten().tolist())
