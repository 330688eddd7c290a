# Only the part that raises is covered.
import torch

a, b, c = torch.zeros(2, 3), torch.zeros(3, 4), torch.zeros(5, 6)
y = (a @ b).relu() + torch.sigmoid(b @ c).sum() * 2
#                                  ^^^^^ RuntimeError: mat1 and mat2 shapes cannot be multiplied (3x4 and 5x6)
