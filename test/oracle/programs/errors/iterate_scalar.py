# Nor to iterate.
import torch

for x in torch.tensor(1.0):
    print(x)
