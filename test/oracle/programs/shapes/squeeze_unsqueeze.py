# Dimensions of one come and go.
import torch

x = torch.zeros(1, 3, 1, 2)
print(x.squeeze().shape, x.squeeze(0).shape, x.squeeze(1).shape, x.squeeze(-2).shape)
print(x.unsqueeze(0).shape, x.unsqueeze(-1).shape, torch.unsqueeze(x, 2).shape, x[None].shape)
print(x[..., None].shape, x[:, None, 1:].shape, torch.squeeze(x, 2).shape)
