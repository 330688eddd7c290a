# Shapes meet from the right.
import torch

row = torch.arange(4.0)
# ^ [4]
column = torch.arange(3.0).view(3, 1)
# ^^^^ [3, 1]
table = row + column
# ^^^ [3, 4]
block = table * torch.ones(2, 1, 1)
# ^^^ [2, 3, 4]
mask = block > 1
# ^^ [2, 3, 4]
scaled = block * mask
# ^^^^ [2, 3, 4]
centred = block - block.mean((1, 2), keepdim=True)
# ^^^^^ [2, 3, 4]
scalar = table.max()
# ^^^^ []
