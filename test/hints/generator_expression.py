# Values that are made lazily.
import torch

parts = (torch.zeros(n, 2) for n in (1, 2, 3))
first = next(parts)
# ^^^ [1, 2]
rest = torch.cat(list(parts))
# ^^ [5, 2]
total = sum(torch.ones(5) * k for k in range(3))
# ^^^ [5]
longest = max((torch.zeros(n) for n in (2, 9, 4)), key=len)
# ^^^^^ [9]
