# exact: permutations.
import torch

torch.manual_seed(0)
for n in (0, 1, 2, 5, 10):
    print(torch.randperm(n).tolist())
print(torch.rand(2).tolist())
