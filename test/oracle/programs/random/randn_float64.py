# Double precision has its own draws.
import torch

for size in (1, 2, 15, 16, 17, 33):
    torch.manual_seed(0)
    x = torch.randn(size, dtype=torch.float64)
    print(size, x.dtype, x.tolist())
