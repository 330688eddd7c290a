# t() is for matrices.
import torch

torch.zeros(2, 3, 4).t()
