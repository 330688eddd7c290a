# exact: the logarithm of a whole power of the base is whole.
import torch

for dtype in (torch.float64, torch.float32):
    print(torch.log2(torch.tensor([8.0, 4.0, 1024.0, 0.125, 0.0, -1.0], dtype=dtype)).tolist())
    print(torch.log10(torch.tensor([1000.0, 10.0, 0.001, 1e15], dtype=dtype)).tolist())
    exponents = torch.arange(-60, 60, dtype=dtype)
    print((torch.log2(2.0**exponents) - exponents).abs().max().item())
