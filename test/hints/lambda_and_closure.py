# A lambda's value is seen where it is assigned.
import torch

weights = torch.randn(3, 5)
# ^^^^^ [3, 5]
project = lambda t: t @ weights
y = project(torch.zeros(2, 3))
# ^ [2, 5]
make = lambda n: (lambda: torch.zeros(n))
z = make(7)()
# ^ [7]
