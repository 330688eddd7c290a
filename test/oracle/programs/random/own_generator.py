# A generator of one's own leaves the global one alone.
import torch

torch.manual_seed(0)
g = torch.Generator()
g.manual_seed(5)
print(torch.rand(3, generator=g).tolist())
print(torch.rand(2).tolist())
print(torch.randn(2, generator=g).tolist())
