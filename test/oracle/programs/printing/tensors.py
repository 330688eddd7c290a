# exact: how tensors print.
import torch

print(torch.tensor([1, 2, 3]), torch.tensor([1.0, 2.5]), torch.tensor(3), torch.tensor(2.0), torch.tensor([True, False]))
print(torch.zeros(2, 3))
print(torch.arange(12).reshape(3, 4))
print(torch.tensor([[1.5, -2.25], [100.0, 0.001]]))
print(torch.tensor([1e10, 1.0]), torch.tensor([1e-5, 1.0]), torch.tensor([0.1, 1234.5678]))
print(torch.tensor([float('nan'), float('inf'), -1.0]), torch.tensor([]), torch.zeros(0, 3))
print(torch.tensor([1.0], dtype=torch.float64), torch.tensor([1], dtype=torch.int32), torch.zeros(1, requires_grad=True))
print([torch.tensor(1), torch.tensor(2.0)], {'a': torch.tensor([1])}, (torch.ones(2),))
