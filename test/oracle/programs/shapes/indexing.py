# Integers, slices, None, Ellipsis, lists, masks.
import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x[0].shape, x[0, 1].tolist(), x[0, 1, 2].item(), x[-1, -1, -1].item(), x[:, 1].tolist(), x[..., 0].tolist())
print(x[0, 1:, ::2].tolist(), x[:, :, -2:].shape, x[1, ..., 1].tolist(), x[:, None].shape, x[[1, 0]].shape)
print(x[x > 20].tolist(), x[:, [0, 2]].shape, x[torch.tensor([0, 0, 1])].shape, x[[0, 1], [1, 2]].tolist())
print(len(x), [row.shape for row in x], x[0, torch.tensor([0, 2]), 1].tolist(), x[1:1].shape)
