# The transpose was forgotten.
import torch

q = torch.randn(2, 4, 10, 16)
k = torch.randn(2, 4, 10, 16)
att = (q @ k) * 0.25
#      ^^^^^ RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [8, 16] but got: [8, 10].
