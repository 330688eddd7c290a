# Floats do not fit into integers.
import torch

x = torch.ones(3, dtype=torch.int64)
x += 0.5
