# Tensors of whole numbers and of truth values.
import torch

ids = torch.tensor([[1, 2, 3], [4, 5, 6]])
# ^ [2, 3]
steps = torch.arange(0, 10, 2)
# ^^^ [5]
mask = ids > 2
# ^^ [2, 3]
count = mask.sum()
# ^^^ []
chosen = torch.randint(0, 10, (4,))
# ^^^^ [4]
order = torch.randperm(6)
# ^^^ [6]
floats = ids.float()
# ^^^^ [2, 3]
half = floats / 2
# ^^ [2, 3]
