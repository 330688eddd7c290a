# exact: seeds of every size; a negative one counts from 2**64.
import torch

for seed in (0, 1, 42, 2**31, 2**32 - 1, 2**32, 2**63, 2**64 - 1, -1, -2):
    torch.manual_seed(seed)
    print(seed, torch.initial_seed(), torch.rand(2).tolist())
