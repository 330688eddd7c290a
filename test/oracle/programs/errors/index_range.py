# An index beyond the end.
import torch

x = torch.zeros(3, 4)
x[3]
