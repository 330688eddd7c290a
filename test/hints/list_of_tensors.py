# Tensors gathered in a list and joined.
import torch

parts = []
for i in range(3):
    part = torch.full((2, 4), float(i))
    # ^^ [2, 4]
    parts.append(part)
wide = torch.cat(parts, dim=1)
# ^^ [2, 12]
tall = torch.cat(parts)
# ^^ [6, 4]
stacked = torch.stack(parts)
# ^^^^^ [3, 2, 4]
rows = [row.sum() for row in wide]
# ^^ [[], []]
total = torch.stack(rows)
# ^^^ [2]
