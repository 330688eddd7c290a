# Older ways to ask: types by their classes, memory formats, subscripts as lists.
import torch

x = torch.arange(24.0).reshape(1, 2, 3, 4)
print(x.type(torch.LongTensor).dtype, x.type(torch.DoubleTensor).dtype, x.type('torch.HalfTensor').dtype)
print(x.is_contiguous(), x.is_contiguous(memory_format=torch.channels_last), x[0].is_contiguous(memory_format=torch.channels_last))
print(x.permute(0, 3, 1, 2).is_contiguous(memory_format=torch.channels_last))
print(x.view(torch.float32).shape, x.view(24).shape)

y = x[0]
print(torch.einsum(y, [0, 1, 2], y, [0, 3, 2], [0, 1, 3]))
print(torch.einsum(y, [..., 0], [0, ...]).shape)
for call in (lambda: torch.einsum([y], 'ijk'), lambda: torch.add(x, x, out=x[0])):
    try:
        print(call())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)

# Parts of one memory that lie apart.
torch.add(y[0], 100, out=y[1])
print(y)

# The classes of tensors from before there were dtypes.
for cls in (torch.FloatTensor, torch.LongTensor):
    print(cls, isinstance(x, cls), isinstance(x.long(), (cls,)), isinstance(3, cls))
print(torch.LongTensor([1, 2]), torch.FloatTensor(2, 3).shape, type(torch.FloatTensor))
try:
    torch.randperm(-1)
except RuntimeError as error:
    print(error)
