# The numbers do not fill the shape.
import torch

x = torch.randn(2, 3, 4)
x.view(2, 5)
