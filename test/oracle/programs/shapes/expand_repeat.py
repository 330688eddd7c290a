# expand shows, repeat copies.
import torch

x = torch.tensor([[1], [2]])
print(x.expand(2, 3).tolist(), x.expand(-1, 2).shape, x.expand(4, 2, 3).shape, x.expand_as(torch.zeros(2, 5)).shape)
print(x.repeat(2, 3).tolist(), x.repeat(2, 1, 1).shape, x.repeat_interleave(2, 0).tolist())
print(x.broadcast_to(2, 2).tolist(), torch.tile(x, (1, 2)).tolist())
