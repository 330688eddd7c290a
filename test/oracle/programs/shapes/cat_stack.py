# Joining along an existing dimension and along a new one.
import torch

a, b = torch.zeros(2, 3), torch.ones(2, 3)
print(torch.cat([a, b]).tolist(), torch.cat((a, b), dim=1).shape, torch.cat([a, b, a], -1).shape)
print(torch.stack([a, b]).shape, torch.stack((a, b), dim=1).shape, torch.stack([a, b], -1).tolist())
print(torch.cat([a, torch.ones(4, 3)], 0).shape, torch.cat([a]).shape, torch.cat([a, torch.tensor([])]).shape)
print(torch.cat([torch.tensor([1, 2]), torch.tensor([0.5])]), torch.cat([a.long(), b.long()]).dtype)
