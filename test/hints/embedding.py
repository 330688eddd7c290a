# Tokens become vectors.
import torch
import torch.nn as nn

tokens = torch.randint(0, 100, (4, 12))
# ^^^^ [4, 12]
table = nn.Embedding(100, 16)
vectors = table(tokens)
# ^^^^^ [4, 12, 16]
position = torch.arange(12)
# ^^^^^^ [12]
summed = vectors + nn.Embedding(12, 16)(position)
# ^^^^ [4, 12, 16]
pooled = summed.mean(dim=1)
# ^^^^ [4, 16]
