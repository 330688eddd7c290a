# Python numbers on either side.
import torch

x = torch.tensor([1.0, 2.0, 4.0])
print((x + 1).tolist(), (1 + x).tolist(), (x - 1).tolist(), (1 - x).tolist())
print((x * 3).tolist(), (3 * x).tolist(), (x / 4).tolist(), (8 / x).tolist())
print((x**2).tolist(), (2**x).tolist(), (x**0.5).tolist(), (-x).tolist())
print((x // 3).tolist(), (x % 3).tolist(), (-x // 3).tolist(), (-x % 3).tolist())
