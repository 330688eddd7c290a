# The second normal of a pair waits for the next small request, whatever is drawn between.
import torch

torch.manual_seed(0)
print(torch.randn(1).item())
print(torch.rand(2).tolist())
print(torch.randn(20)[:3].tolist())
print(torch.randn(1).item())
print(torch.randn(1, dtype=torch.float64).item())
print(torch.randn(3).tolist())
