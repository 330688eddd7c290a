# Writes through several views, in program order.
import torch

x = torch.arange(8.0)
evens, half, rev = x[::2], x[4:], x.view(2, 4)[1]
evens *= 10
half += 1
rev[0] = -5
print(x.tolist(), evens.tolist(), half.tolist(), rev.tolist())
y = x + 0
x.fill_(0)
print(y.tolist(), evens.sum().item())
