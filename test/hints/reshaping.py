# view, reshape, permute and their kin.
import torch

x = torch.randn(2, 3, 4)
# ^ [2, 3, 4]
a = x.view(6, 4)
# ^ [6, 4]
b = x.reshape(2, -1)
# ^ [2, 12]
c = x.permute(2, 0, 1)
# ^ [4, 2, 3]
d = x.transpose(1, 2)
# ^ [2, 4, 3]
e = x.unsqueeze(1).squeeze(0)
# ^ [2, 1, 3, 4]
f = x.flatten()
# ^ [24]
g = d.contiguous().view(-1)
# ^ [24]
h = x.expand(5, 2, 3, 4)
# ^ [5, 2, 3, 4]
i = x.repeat(1, 2, 1)
# ^ [2, 6, 4]
j = x.sum(dim=(0, 2))
# ^ [3]
k = x.mean(1, keepdim=True)
# ^ [2, 1, 4]
