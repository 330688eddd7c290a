# What the functions that create tensors give by default.
import torch

print(torch.zeros(2).dtype, torch.ones(2, 2).tolist(), torch.zeros((2, 1)).shape, torch.ones([3]).shape)
print(torch.tensor([1, 2]).dtype, torch.tensor([1.0, 2]).dtype, torch.tensor([True]).dtype, torch.tensor(3).shape)
print(torch.tensor([[1, 2], [3, 4]]).shape, torch.tensor([]).shape, torch.tensor([[]]).shape, torch.tensor([[1.5]]).tolist())
print(torch.full((2, 2), 7).tolist(), torch.full((1,), 0.5).dtype, torch.eye(2).tolist(), torch.empty(2, 3).shape)
print(torch.arange(5).tolist(), torch.arange(1, 6, 2).tolist(), torch.arange(0, 1, 0.25).tolist(), torch.arange(3.0).dtype)
print(torch.linspace(0, 1, 5).tolist(), torch.zeros(3, dtype=torch.int32).dtype, torch.zeros(2, requires_grad=True).requires_grad)
print(torch.zeros(2, 3).new_ones(4).shape, torch.randn(()).shape, torch.as_tensor([1, 2]).tolist())
