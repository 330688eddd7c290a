# reshape gives a view where it can, a copy where it can't.
import torch

x = torch.arange(6.0).reshape(2, 3)
a = x.reshape(3, 2)
b = x.t().reshape(6)
x[0, 0] = 100
print(a.tolist(), b.tolist())
c = x.t().contiguous()
x.zero_()
print(c.tolist(), a.tolist(), x.contiguous() is x)
