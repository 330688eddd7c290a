# Chains, swaps, annotations and starred names.
import torch

a = b = torch.zeros(2, 3)
# ^ [2, 3]
c: torch.Tensor = a.t()
# ^ [3, 2]
a, c = c, a
# ^^ ([3, 2], [2, 3])
d = [torch.ones(1), torch.ones(2)]
# ^ [[1], [2]]
(e, f), g = d, torch.zeros(4)
# ^^^^^^^ ([[1], [2]], [4])
