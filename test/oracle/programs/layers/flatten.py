# Flatten keeps the batch; torch.flatten keeps nothing unless told.
import torch
import torch.nn as nn

x = torch.arange(24.0).reshape(2, 3, 2, 2)
print(nn.Flatten()(x).shape, nn.Flatten(0)(x).shape, nn.Flatten(1, 2)(x).shape)
print(torch.flatten(x).shape, torch.flatten(x, 1).shape, torch.flatten(x, start_dim=2).shape)
print(x.flatten(1, -2).shape, torch.flatten(torch.tensor(3.0)).shape)
print(x.flatten(1).tolist())
