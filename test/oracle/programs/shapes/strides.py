# Strides and contiguity.
import torch

x = torch.zeros(2, 3, 4)
y = x.permute(2, 0, 1)
print(x.stride(), y.stride(), x.is_contiguous(), y.is_contiguous(), y.contiguous().stride())
print(x[:, 1].stride(), x[:, 1].storage_offset(), x[:, 1].is_contiguous(), x.stride(1))
print(x.transpose(0, 1).reshape(6, 4).shape, y.contiguous().view(8, 3).shape, x.expand(5, 2, 3, 4).stride())
