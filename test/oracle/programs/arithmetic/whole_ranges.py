# torch.arange in an integer dtype counts from, to and by whole numbers.
import torch

print(torch.arange(0, end=3.1, dtype=torch.int64), torch.arange(3.9, dtype=torch.int64))
print(torch.arange(0.9, 6.1, 2.5, dtype=torch.int64), torch.arange(0.9, 6.1, 2.5, dtype=torch.int32))
print(torch.arange(3.9, dtype=torch.int32), torch.arange(5.5, 0.5, -1.5, dtype=torch.int16))
print(torch.arange(0, 3.1), torch.arange(0, 1, 0.25, dtype=torch.float64))
for step in (0.5, 0):
    try:
        print(torch.arange(0, 5, step, dtype=torch.int64))
    except RuntimeError as error:
        print(error)
print(torch.linspace(4.3, -3, 3, dtype=torch.int64), torch.logspace(4.3, 2, 4, 3.0, dtype=torch.int64))
x = torch.tensor([[1, 4, 9]])
print(x.diff(n=0, prepend=x), x.diff(prepend=x))
