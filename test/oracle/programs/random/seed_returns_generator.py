# manual_seed gives back the generator.
import torch

g = torch.manual_seed(7)
print(type(g).__name__, g.initial_seed())
print(torch.rand(1).item() == torch.rand(1).item())
