# A batch of nothing leaves the running statistics; reprs that keep tuples.
import torch, torch.nn as nn
print(nn.AvgPool1d(2), nn.AvgPool1d(3, stride=2, padding=1)(torch.arange(8.).view(1,1,8)), nn.AvgPool2d(2), nn.Embedding(10, 3, max_norm=0.5), nn.Embedding(10,3,padding_idx=1))
bn = nn.BatchNorm2d(3)
y = bn(torch.zeros(0, 3, 2, 2))
print(y.shape, bn.running_mean, bn.running_var, bn.num_batches_tracked)
