# A tensor of one integer says how many parts; one of several, where they begin.
import torch

x = torch.arange(12.0).reshape(2, 6)
for parts in (
    x.tensor_split(torch.tensor(2)),
    x.tensor_split(torch.tensor(2), dim=1),
    torch.tensor_split(x, torch.tensor([1, 4]), 1),
    x.hsplit(torch.tensor(3)),
):
    print([tuple(part.shape) for part in parts])
print(torch.tensordot(x, x, dims=torch.tensor(2)))
print(torch.tensordot(x, x, dims=torch.tensor([[1], [1]])))
print(torch.ones(0).repeat(2, -3).shape)
for call in (lambda: torch.ones(2).repeat(2, -3), lambda: torch.tensor(1.0).unbind()):
    try:
        print(call())
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
