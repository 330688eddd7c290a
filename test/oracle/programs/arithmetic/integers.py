# Integer tensors: true division gives floats, floor division rounds down.
import torch

a = torch.tensor([7, -7, 6])
b = torch.tensor([2, 2, -4])
print((a + b).tolist(), (a * b).tolist(), (a - b).tolist())
print((a / b).tolist(), (a / b).dtype)
print((a // b).tolist(), (a % b).tolist(), (a // b).dtype)
print((a**2).tolist(), (-a).tolist(), abs(a).tolist())
print(a.sum().item(), a.sum().dtype, a.max().item(), a.prod().item())
