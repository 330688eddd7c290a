# A transposed tensor has no view of that shape.
import torch

x = torch.randn(2, 3).t()
x.view(6)
