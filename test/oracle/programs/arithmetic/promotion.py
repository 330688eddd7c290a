# Which dtype comes out.
import torch

i, j, f, d, b = (
    torch.ones(2, dtype=t)
    for t in (torch.int64, torch.int32, torch.float32, torch.float64, torch.bool)
)
print((i + j).dtype, (i + f).dtype, (f + d).dtype, (b + i).dtype, (b + b).dtype, (j + f).dtype)
print((i + 1).dtype, (i + 1.5).dtype, (f + 1).dtype, (b + 1).dtype, (b + 1.0).dtype, (d * 2).dtype)
print((i / 2).dtype, (i // 2).dtype, (j * True).dtype, (j + 2.0).dtype)
zero_dim = torch.tensor(1.0, dtype=torch.float64)
print((f + zero_dim).dtype, (i + zero_dim).dtype, (zero_dim + 1).dtype)
print((torch.tensor(5) + j).dtype, (torch.tensor(5) * f).dtype)
