# Moving a module to another dtype keeps integer buffers.
import torch
import torch.nn as nn

bn = nn.BatchNorm2d(2)
bn.double()
print(bn.weight.dtype, bn.running_mean.dtype, bn.num_batches_tracked.dtype)
fc = nn.Linear(2, 2).to(torch.float64)
print(fc.weight.dtype, fc.to('cpu') is fc, next(fc.parameters()).device, fc.float().weight.dtype)
