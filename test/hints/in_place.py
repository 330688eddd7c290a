# In-place operators keep the shape of their target.
import torch

x = torch.zeros(3, 1)
# ^ [3, 1]
x += 1
# ^ [3, 1]
x -= torch.ones(1)
# ^ [3, 1]
x *= torch.ones(3, 1)
# ^ [3, 1]
y = x.add_(2)
# ^ [3, 1]
z = x.view(-1)
# ^ [3]
z /= 2
# ^ [3]
