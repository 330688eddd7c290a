# Taking apart.
import torch

x = torch.arange(10).reshape(5, 2)
print([p.tolist() for p in x.split(2)], [p.shape for p in x.chunk(3)])
a, b = x.split([1, 4])
print(a.shape, b.shape, [p.tolist() for p in torch.chunk(x, 2, dim=1)], [p.tolist() for p in x.unbind(1)])
q, k, v = torch.zeros(2, 4, 9).chunk(3, dim=-1)
print(q.shape, k.shape, v.shape)
