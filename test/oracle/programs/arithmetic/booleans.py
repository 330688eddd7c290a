# Comparisons give booleans; and, or, xor, not.
import torch

a = torch.tensor([1, 2, 3])
b = torch.tensor([3, 2, 1])
lt, eq = a < b, a == b
print(lt.tolist(), eq.tolist(), (a >= 2).tolist(), (a != b).tolist(), lt.dtype)
print((lt & eq).tolist(), (lt | eq).tolist(), (lt ^ eq).tolist(), (~lt).tolist())
print(lt.any().item(), lt.all().item(), lt.sum().item(), lt.sum().dtype)
print((lt + eq).tolist(), (lt * 3).tolist(), (lt * 2.5).tolist())
