# @ for vectors, matrices and batches.
import torch

a = torch.arange(6.0).reshape(2, 3)
b = torch.arange(12.0).reshape(3, 4)
print((a @ b).tolist(), torch.matmul(a, b[:, 0]).tolist(), (a[0] @ a[1]).item())
print(torch.mm(a, b).shape, (torch.ones(5, 2, 3) @ b).shape, a.matmul(torch.ones(7, 3, 2)).shape)
print(torch.bmm(torch.ones(2, 3, 4), torch.ones(2, 4, 5)).sum().item(), (a @ a.T).tolist())
