# The chains that attention code is made of.
import torch

b, t, h, d = 2, 5, 3, 4
x = torch.arange(b * t * h * d, dtype=torch.float32).view(b, t, h * d)
q = x.view(b, t, h, d).transpose(1, 2)
print(q.shape, q[1, 2, 3].tolist())
k = x.reshape(b, t, h, d).permute(0, 2, 3, 1)
print(k.shape, (q @ k).shape)
out = (q @ k @ q).transpose(1, 2).contiguous().view(b, t, h * d)
print(out.shape, out.sum().item(), out[0, 0].tolist())
