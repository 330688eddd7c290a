# Instance normalisation, norms of windows, softmax over the dimension that nobody named.
import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.arange(2 * 3 * 4 * 4.0).reshape(2, 3, 4, 4).sin()
norm = nn.InstanceNorm2d(3, affine=True)
print(norm, [tuple(p.shape) for p in norm.parameters()], len(nn.InstanceNorm2d(3).state_dict()))
print(norm(x).std(dim=(2, 3)), norm(x).shape, norm(x[0]).shape)
print(nn.InstanceNorm1d(3)(x[:, :, 0]) * 10, nn.InstanceNorm3d(3)(x[None].transpose(1, 2)).shape)
try:
    nn.InstanceNorm2d(3)(x[0, 0])
except ValueError as error:
    print(error)
try:
    nn.InstanceNorm1d(3)(x[:, :, 0, :1])
except ValueError as error:
    print(error)
pool = nn.LPPool2d(2, 2)
print(pool, pool(x.abs()))
print(nn.Softmin(dim=1), nn.Softmin(dim=1)(x).sum(dim=1)[0, 0])
print(nn.Softmax(), nn.Softmax()(x[0, 0]), F.softmax(x[0], dim=None).shape, F.log_softmax(x[0, 0]))
