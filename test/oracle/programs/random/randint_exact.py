# exact: integers from 32 bits, or from 64 where the range is wide.
import torch

torch.manual_seed(0)
print(torch.randint(0, 10, (12,)).tolist())
print(torch.randint(5, (2, 3)).tolist())
print(torch.randint(-100, 100, (6,)).tolist())
print(torch.randint(0, 2**40, (4,)).tolist())
print(torch.randint(0, 10, (3,)).dtype, torch.randint(0, 10, (3,), dtype=torch.int32).dtype)
