# clone copies; detach shares.
import torch

x = torch.ones(3)
c, d = x.clone(), x.detach()
x += 1
print(c.tolist(), d.tolist())
d[0] = 50
print(x.tolist(), d.data_ptr() == x.data_ptr(), c.data_ptr() == x.data_ptr())
e = x.to(torch.float32)
print(e is x, x.float() is x, x.double() is x)
