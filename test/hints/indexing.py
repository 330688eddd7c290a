# Integers take a dimension away, slices keep it, None adds one.
import torch

x = torch.zeros(4, 3, 32, 32)
# ^ [4, 3, 32, 32]
first = x[0]
# ^^^ [3, 32, 32]
channel = x[:, 0]
# ^^^^^ [4, 32, 32]
cropped = x[..., 8:24, 8:24]
# ^^^^^ [4, 3, 16, 16]
strided = x[:, :, ::2, ::4]
# ^^^^^ [4, 3, 16, 8]
expanded = x[:, None]
# ^^^^^^ [4, 1, 3, 32, 32]
number = x[0, 0, 0, 0]
# ^^^^ []
picked = x[[0, 2]]
# ^^^^ [2, 3, 32, 32]
last = x[-1, 1:]
# ^^ [2, 32, 32]
