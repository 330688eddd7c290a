# exact: uniforms are the same bits, so the same text.
import torch

torch.manual_seed(0)
print(torch.rand(12).tolist())
print(torch.rand(3, dtype=torch.float64).tolist())
print((torch.rand(5) * 16777216).tolist())
torch.manual_seed(123456789)
print(torch.rand(2, 3).tolist())
