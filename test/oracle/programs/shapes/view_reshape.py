# view, reshape and -1.
import torch

x = torch.arange(24)
print(x.view(2, 3, 4).shape, x.view(-1, 6).shape, x.view((4, 6)).shape, x.reshape(2, -1, 2).shape)
y = x.view(2, 3, 4)
print(y.view(-1).shape, y.reshape(6, 4).tolist(), y.view(2, -1).shape, y.view_as(x).shape)
print(x.reshape([3, 8]).shape, torch.reshape(x, (8, 3)).shape, y.view(y.size(0), -1).shape)
print(torch.zeros(0, 3).view(3, 0).shape, torch.tensor(1).view(1, 1).shape, x.view(y.shape).shape)
