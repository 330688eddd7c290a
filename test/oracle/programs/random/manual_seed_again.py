# Seeding again drops the normal that waits.
import torch

torch.manual_seed(3)
a = torch.randn(5)
torch.manual_seed(3)
b = torch.randn(5)
c = torch.randn(1)
print(a.tolist())
print((a == b).all().item())
print(c.item())
