# From one dtype to another.
import torch

x = torch.tensor([-1.7, 0.0, 2.5])
print(x.int().tolist(), x.long().tolist(), x.bool().tolist(), x.double().dtype)
print(x.to(torch.int64).tolist(), x.to(torch.float64).tolist(), x.type(torch.float16).dtype)
print(torch.tensor([1, 0]).float().tolist(), torch.tensor([True, False]).float().tolist())
print(x.half().tolist(), x.to('cpu').dtype, x.to(x.double()).dtype)
print(torch.tensor([300]).to(torch.uint8).tolist())
