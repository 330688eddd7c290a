# tensor_split by a number of sections and by indices, which count as those of slices do
import torch

x = torch.arange(42.0).reshape(2, 7, 3)
print([list(p.shape) for p in torch.tensor_split(x, 3, dim=1)])
head, rest = torch.tensor_split(x, indices=(1,), dim=1)
print(head, rest.shape)
print([list(p.shape) for p in x.tensor_split([1, -2], 1)])
print([list(p.shape) for p in torch.tensor_split(x, (5, 2, 9), -2)])
print([list(p.shape) for p in x.tensor_split(sections=2)])
print([p.sum().item() for p in x.tensor_split((3,), dim=2)])
try:
    torch.tensor_split(x, 0)
except RuntimeError as e:
    print(e)
try:
    torch.tensor_split(torch.tensor(1.0), 2)
except RuntimeError as e:
    print(e)
